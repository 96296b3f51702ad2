import { useText } from '../../../src/ui/useText.ts';
import type { RunView } from '../runs/runViews.ts';
import type { LabState } from '../state/types.ts';
import { zigzags } from './look.ts';
import { lookOf } from './sentence.ts';

/** The question over the sentence. */
export function Title({ run, state, step }: { run: RunView; state: LabState; step: number }) {
  const t = useText();
  const { kind } = lookOf(run, state, step);
  const descends = kind === 'value' || state.surface.minima.length === 0;
  const gone = kind === 'growing' || kind === 'stopped';
  const key = gone
    ? 'say.title.gone'
    : descends
      ? 'say.title.descent'
      : zigzags(run.record)
        ? 'say.title.zigzag'
        : 'say.title.heading';
  return <>{t(key, { optimizer: run.name })}</>;
}
