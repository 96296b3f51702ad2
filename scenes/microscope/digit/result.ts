import { resultOf } from '../../../src/scene/results/resultOf.ts';
import type { State } from '../state.ts';
import { isOn } from '../views.ts';
import type { DigitJobs } from './jobs.ts';
import type { DigitSpec } from './run/types.ts';

/** The digit that a state looks at. */
export function specOf({ digit, strokes, epsilon, about, thinned, thinShare, seed }: State): DigitSpec {
  return {
    ...{ digit: strokes.length > 0 ? 0 : digit, strokes, epsilon, seed, net: 0 },
    about: about === 'answer' ? null : Number(about),
    thin: thinned ? thinShare : null,
  };
}

/** What is seen and said of it. */
export const digitResult = resultOf(
  (state: State): DigitSpec | null => (isOn(state, 'digit') ? specOf(state) : null),
  (spec, jobs: DigitJobs, { signal }) => jobs.lookAtDigit(spec, signal),
  { steps: ({ parts }) => parts, restsAtEnd: true },
);

/** How its network does on the test digits. */
export const digitNetResult = resultOf(
  (state: State): number | null => (isOn(state, 'digit') ? 0 : null),
  (net, jobs: DigitJobs, { signal }) => jobs.aboutNet(net, signal),
);
