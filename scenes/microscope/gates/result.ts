import { resultOf } from '../../../src/scene/results/resultOf.ts';
import type { AskingOf } from '../../../src/scene/results/types.ts';
import type { Jobs } from '../jobs.ts';
import type { State } from '../state.ts';
import { isOn } from '../views.ts';
import { runOf } from './run/fold.ts';
import { stepsOf, type GatesRun, type GatesSpec } from './run/types.ts';
import { specOf } from './spec.ts';

/** Milliseconds that the page may be held for. */
const HELD = 12;

/** Small enough for the page itself: what learns takes milliseconds a start, with pauses. */
async function fold(spec: GatesSpec, _: Jobs, { signal }: AskingOf): Promise<GatesRun> {
  let since = performance.now();
  return runOf(spec, async () => {
    if (performance.now() - since < HELD) return;
    await new Promise((go) => setTimeout(go));
    signal.throwIfAborted();
    since = performance.now();
  });
}

/** The gate, or the net that folds the plane for XOR. */
export const gatesResult = resultOf(
  (state: State): GatesSpec | null => (isOn(state, 'gates') ? specOf(state) : null),
  fold,
  { steps: stepsOf, restsAtEnd: true },
);
