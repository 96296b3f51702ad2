import { useMemo } from 'react';
import { objectiveOf } from '../../../src/surfaces/objective.ts';
import { useText } from '../../../src/ui/useText.ts';
import { HeadShape } from '../HeadShape.tsx';
import { lab } from '../model.ts';
import { useRuns } from '../runs/useRuns.ts';
import { readingOf, type Pointed } from './pointed.ts';
import './readout.css';

interface Props {
  readonly at: Pointed;
  /** Begins there instead; only where it is pinned. */
  readonly onStart?: ((x: number, y: number) => void) | undefined;
}

/** Room for the card right of the pointer, and below it. */
const CARD = { width: 230, height: 140 } as const;

/** The numbers under the pointer, always of the newest runs: which optimizer and step where an iterate is meant, x, y, f, |∇f|. */
export function Readout({ at, onStart }: Props) {
  const t = useText();
  const runs = useRuns();
  const { formula, params } = lab.useState((state) => state.surface);
  const objective = useMemo(() => objectiveOf(formula, params), [formula, params]);
  const { run, x, y, f, slope } = readingOf(at, runs, objective);
  const step = at.dot?.row ?? 0;
  const { clientX, clientY, pinned = false } = at;
  const left = clientX + CARD.width > window.innerWidth;
  const above = clientY + CARD.height > window.innerHeight;
  return (
    <div
      className={`readout${left ? ' at-left' : ''}${above ? ' above' : ''}${pinned ? ' pinned' : ''}`}
      style={{ left: clientX, top: clientY }}
      aria-hidden={!pinned}
    >
      {(run ?? at.start) && (
        <div className="readout-run">
          {run && <HeadShape ink={run.ink} />}
          {run?.name}
          <span>{step === 0 ? t('chart.start') : t('chart.step', { step })}</span>
        </div>
      )}
      <dl>
        <dt>x, y</dt>
        <dd>
          {t.number(x)}, {t.number(y)}
        </dd>
        <dt>f</dt>
        <dd>{t.number(f)}</dd>
        <dt>|∇f|</dt>
        <dd>{t.number(slope)}</dd>
      </dl>
      {pinned && onStart && (
        <button type="button" className="button" title={t('scene.start.here.how')} onClick={() => onStart(x, y)}>
          {t('scene.start.here')}
        </button>
      )}
    </div>
  );
}
