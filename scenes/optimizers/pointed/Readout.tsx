import { useMemo } from 'react';
import { PointReadout } from '../../../src/scene/parts/PointReadout.tsx';
import { objectiveOf } from '../../../src/surfaces/objective.ts';
import { useText } from '../../../src/ui/useText.ts';
import { HeadShape } from '../HeadShape.tsx';
import { lab } from '../model.ts';
import { useRuns } from '../runs/useRuns.ts';
import { readingOf, type Pointed } from './pointed.ts';
import '../words/later.ts';

interface Props {
  readonly at: Pointed;
  /** Begins there instead; only where it is pinned. */
  readonly onStart?: ((x: number, y: number) => void) | undefined;
}

/** The numbers under the pointer, always of the newest runs: which optimizer and step where an iterate is meant, x, y, f, |∇f|. */
export function Readout({ at, onStart }: Props) {
  const t = useText();
  const runs = useRuns();
  const { formula, params } = lab.useState((state) => state.surface);
  const objective = useMemo(() => objectiveOf(formula, params), [formula, params]);
  const { run, x, y, f, slope } = readingOf(at, runs, objective);
  const step = at.dot?.row ?? 0;
  const title = (run ?? at.start) && (
    <>
      {run && <HeadShape ink={run.ink} />}
      {run?.name}
      <span>{step === 0 ? t('chart.start') : t('chart.step', { step })}</span>
    </>
  );
  return (
    <PointReadout
      at={at}
      pinned={at.pinned ?? false}
      title={title || undefined}
      rows={[
        { id: 'place', label: 'x, y', value: `${t.number(x)}, ${t.number(y)}` },
        { id: 'f', label: 'f', value: t.number(f) },
        { id: 'slope', label: '|∇f|', value: t.number(slope) },
      ]}
    >
      {at.pinned && onStart && (
        <button type="button" className="button" title={t('scene.start.here.how')} onClick={() => onStart(x, y)}>
          {t('scene.start.here')}
        </button>
      )}
    </PointReadout>
  );
}
