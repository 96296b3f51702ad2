import { useMemo } from 'react';
import { useAskMany, useMany } from '../runs/many.ts';
import { useMore } from '../runs/kin.ts';
import { useReconstructionState } from '../runs/session.tsx';
import { useRecorded, useStep } from '../../../src/runs/session.tsx';
import { HUES } from '../../../src/state/ink.ts';
import { useText } from '../../../src/ui/useText.ts';
import { Loading } from '../answer/Loading.tsx';
import { Failed } from '../more/Failed.tsx';
import { CloudStage } from '../stage/CloudStage.tsx';
import type { ViewProps } from '../viewProps.ts';
import { ManyClouds } from './ManyClouds.tsx';
import { SpreadBar } from './SpreadBar.tsx';
import { useSpread } from './useSpread.ts';
import '../losses.css';

const DIRECTION = { azimuth: -30, elevation: 14 } as const;
/** What every object of longest edge 1 takes, whichever way it is turned. */
const OUTLINE = Float64Array.from({ length: 24 }, (_, i) => ((Math.floor(i / 3) >> (i % 3)) & 1 ? 0.55 : -0.55));
/** Many answers of the min-of-N head to one picture: where they agree, and where they part. */
export default function ManyView(props: ViewProps) {
  const t = useText();
  useAskMany();
  const many = useMany();
  const answers = many?.samples.length ?? null;
  // All of them, each alone in its turn, and all again.
  useRecorded(useMemo(() => (answers === null ? null : { steps: answers + 1 }), [answers]));
  const step = useStep();
  const failure = useMore((more) => more.manyFailure);
  const count = useReconstructionState((state) => state.samples);
  const colour = useReconstructionState((state) => state.manyColour);
  const { mean } = useSpread();
  const shown = many?.samples.length ?? count;
  const head = useMemo(
    () => (
      <header className="pane-head">
        <div className="pane-names">
          <h2 data-painted="">
            {step >= 1 && step <= shown
              ? t('rec.many.one', { step, count: shown })
              : t('rec.many.pane', { count: shown })}
          </h2>
          <p className="pane-way" data-painted="">
            {t(`rec.many.way.${colour}`, { hues: HUES })}
          </p>
        </div>
        {mean !== null && (
          <dl className="pane-numbers">
            <div className="pane-error" title={t('rec.many.spread.what')}>
              <dt>{t('rec.many.spread')}</dt>
              <dd data-value="spread" data-painted="">
                {t.fixed(100 * mean, 1)} %
              </dd>
            </div>
          </dl>
        )}
      </header>
    ),
    [t, shown, step, colour, mean],
  );
  return (
    <CloudStage
      {...props}
      label={t('rec.many.canvas', { count: shown })}
      outline={OUTLINE}
      direction={DIRECTION}
      panes={[
        {
          id: 'many',
          label: t('rec.many.pane', { count: shown }),
          head,
          draw: (drawn) => many && <ManyClouds many={many} {...drawn} />,
        },
      ]}
    >
      {colour === 'spread' && many?.spread && <SpreadBar values={many.spread.values} />}
      {failure === null ? <Loading /> : <Failed why={t('rec.many.failed', { reason: failure })} />}
    </CloudStage>
  );
}
