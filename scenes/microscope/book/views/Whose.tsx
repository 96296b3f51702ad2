import { useComputing, useJobsOf } from '../../../../src/scene/computing.tsx';
import { Segmented } from '../../../../src/ui/controls/Segmented.tsx';
import { useText } from '../../../../src/ui/useText.ts';
import { model } from '../../model.ts';
import { isMeasured } from '../ids.ts';
import { seriesName } from '../read.ts';
import { isWhole } from '../run/types.ts';
import { useBook } from '../useBook.ts';

/** Below the panes: whose run is on view, the command that made the record, and how far the reader's own is. */
export function Whose() {
  const t = useText();
  const { store } = model.useSession();
  const computing = useComputing();
  const jobs = useJobsOf(model);
  const experiment = model.useState((state) => state.experiment);
  const whose = model.useState((state) => state.whose);
  const seed = model.useState((state) => state.seed);
  const { waiting, part, problem } = model.useResult('book');
  const { is, resumed, unkept, result } = useBook();
  const measured = isMeasured(experiment);
  const runs = whose === 'own' || measured;
  const pick = (value: string) => store.begin({ whose: value === 'own' ? 'own' : undefined }, 'quietly');
  const whole = is === 'own' && result !== null && isWhole(result);
  /** Neither the page nor the browser has it any more. */
  const forget = async () => {
    // Told before it stops, so that what it has come to is not kept after all.
    const forgotten = jobs?.forgetBook({ id: experiment, seed });
    computing?.drop('book');
    await forgotten;
  };
  return (
    <div className="mic-whose">
      {!measured && (
        <Segmented
          label={t('mic.whose')}
          value={whose}
          options={[
            { value: 'shipped', label: t('mic.whose.shipped') },
            { value: 'own', label: t('mic.whose.own') },
          ]}
          onChange={pick}
        />
      )}
      {!measured && is === 'shipped' && result && (
        <span className="note">
          {t('mic.book.shipped')}{' '}
          <code>
            koubai experiment {experiment} --seed {result.seed}
          </code>
        </span>
      )}
      {is === 'own' && result && (
        <span className="note">
          {measured ? t('mic.book.here') : t(resumed ? 'mic.book.resumed' : 'mic.book.own', { seed: result.seed })}
        </span>
      )}
      {result?.absent?.map(({ id, reason }) => (
        <span className="note" key={id}>
          {t('mic.book.absent', { what: seriesName(t, id), reason })}
        </span>
      ))}
      {is === 'own' && unkept && <span className="note">{t('mic.book.unkept')}</span>}
      {runs && waiting && (
        <>
          <label>
            {t('mic.book.running')} <progress max={1} value={part ?? 0} />
          </label>
          <button type="button" className="button" onClick={() => computing?.stop('book')}>
            {t('mic.book.pause')}
          </button>
        </>
      )}
      {runs && problem?.kind === 'stopped' && (
        <button type="button" className="button" onClick={() => computing?.retry()}>
          {t('mic.book.continue')}
        </button>
      )}
      {whole && !waiting && (
        <button type="button" className="button" onClick={() => void forget().then(() => computing?.retry())}>
          {t('mic.book.again')}
        </button>
      )}
      {whose === 'own' && !measured && (waiting || problem || whole) && (
        <button
          type="button"
          className="button"
          onClick={() => {
            void forget();
            pick('shipped');
          }}
        >
          {t('mic.book.discard')}
        </button>
      )}
    </div>
  );
}
