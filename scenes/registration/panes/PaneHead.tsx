import { readingAt } from '../runs/reading.ts';
import type { Pair } from '../runs/pair.ts';
import type { PaneView } from '../runs/runs.ts';
import { useStep } from '../../../src/runs/session.tsx';
import { titleOf, wayOf } from '../read/methods.ts';
import { errorInWords, lengthInWords } from '../read/lengths.ts';
import { useText } from '../../../src/ui/useText.ts';

interface Props {
  readonly pane: PaneView;
  readonly pair: Pair | null;
  readonly colour: string;
  /** It stands with others in one picture, where nothing stands at the foot. */
  readonly together: boolean;
}

/** A method's name in its hue, which cloud it lets search, and its numbers at the clock's step. */
export function PaneHead({ pane, pair, colour, together }: Props) {
  const t = useText();
  const step = useStep();
  const { settings, run } = pane;
  const reading = run && readingAt(run, step);
  return (
    <header className="pane-head">
      <div className="pane-names">
        <h2 data-painted="" style={{ color: colour }}>
          {titleOf(t, settings, run?.pair ?? pair)}
        </h2>
        <p className="pane-way" data-painted="">
          {wayOf(t, settings, run?.pair ?? pair)}
        </p>
      </div>
      {run && reading && (
        <dl className="pane-numbers">
          {reading.error !== null && (
            <div className="pane-error" title={t(run.pair.unit === 'size' ? 'reg.error.what' : 'reg.error.what.scan')}>
              <dt>{t('reg.error')}</dt>
              <dd data-value="error" data-painted="">
                {errorInWords(t, run.pair, reading.error)}
              </dd>
            </div>
          )}
          <div title={t('reg.rmse.what')}>
            <dt>{t('reg.rmse')}</dt>
            <dd data-value="rmse">{lengthInWords(t, run.pair, reading.rmse)}</dd>
          </div>
          <div title={t('reg.fitness.what')}>
            <dt>{t('reg.fitness')}</dt>
            <dd data-value="fitness">{Number.isFinite(reading.fitness) ? t.fixed(reading.fitness, 2) : '–'}</dd>
          </div>
        </dl>
      )}
      {run && reading && together && reading.ended && run.answer.judgement && (
        <span className={`pane-word ${run.answer.judgement.verdict}`} data-painted="">
          {t(`reg.verdict.${run.answer.judgement.verdict}`)}
        </span>
      )}
    </header>
  );
}
