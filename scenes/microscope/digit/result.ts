import { resultOf } from '../../../src/scene/results/resultOf.ts';
import type { OwnNet } from './own.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { State } from '../state.ts';
import { isOn } from '../views.ts';
import type { DigitJobs } from './jobs.ts';
import type { DigitLook, DigitMore, DigitSpec, MoreSpec } from './run/types.ts';

interface Besides {
  readonly own: { readonly digitNet: StoreApi<OwnNet> };
}
const netOf = ({ own }: Besides): number => own.digitNet.getState().net?.number ?? 0;

/** The digit that a state looks at, and the number of the network that reads it. */
export function specOf({ digit, strokes, epsilon, about, thinned, thinShare, seed }: State, net = 0): DigitSpec {
  return {
    ...{ digit: strokes.length > 0 ? 0 : digit, strokes, epsilon, net, seed: thinned ? seed : 0 },
    about: about === 'answer' ? null : Number(about),
    thin: thinned ? thinShare : null,
  };
}

/** What is seen and said of it. */
export const digitResult = resultOf(
  (state: State, beside: Besides): DigitSpec | null => (isOn(state, 'digit') ? specOf(state, netOf(beside)) : null),
  (spec, jobs: DigitJobs, { signal }) => jobs.lookAtDigit(spec, signal),
  { steps: ({ parts }) => parts, restsAtEnd: true },
);

/** What of a look's question the longer ones depend on. */
export const moreSpecOf = ({ digit, strokes, epsilon, net }: DigitSpec): MoreSpec => ({ digit, strokes, epsilon, net });

/** What is found of it besides, of the look that is on view; null: that is still looked for. */
export const belonging = (look: DigitLook, more: DigitMore | null): DigitMore | null =>
  more && JSON.stringify(more.spec) === JSON.stringify(moreSpecOf(look.spec)) ? more : null;

/** Asked after the look: whatever is still looked for is given up for it. */
export const digitMoreResult = resultOf(
  (state: State, beside: Besides): MoreSpec | null =>
    isOn(state, 'digit') ? moreSpecOf(specOf(state, netOf(beside))) : null,
  (spec, jobs: DigitJobs, { signal }) => jobs.moreOfDigit(spec, signal),
);

/** How its network does on the test digits. */
export const digitNetResult = resultOf(
  (state: State, beside: Besides): number | null => (isOn(state, 'digit') ? netOf(beside) : null),
  (net, jobs: DigitJobs, { signal }) => jobs.aboutNet(net, signal),
);
