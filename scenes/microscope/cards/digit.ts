import { answerOf } from '../../../src/networks/microscope/saliency.ts';
import { inSteps } from '../digit/read.ts';
import { CLASSES, type DigitLook, type Thinned } from '../digit/run/types.ts';
import { cardOf, type Evidence } from './types.ts';

const seen = ({ digit }: Evidence): DigitLook | null => digit;

/** Steps of a pixel, of its 255, that are few, and that are many. */
const [FEW, MANY] = [13, 51] as const;

/** A picture that looks the same is read as another digit. All is said of the digit before the nudge, to which the smallest one belongs. */
export const nudge = cardOf({
  ...{ id: 'nudge', set: '&vw=digit', answers: ['few', 'some', 'many'], judgedAt: 3 },
  of: (evidence) => {
    const [look, smallest] = [seen(evidence), evidence.digitMore?.smallest ?? null];
    return look && smallest !== null ? { ...look, smallest, steps: inSteps(smallest) } : null;
  },
  outcome: ({ steps }) => (steps < FEW ? 'few' : steps < MANY ? 'some' : 'many'),
  claim: ({ steps, unmovedShare }) => unmovedShare > 0.95 && steps < MANY,
  values: ({ smallest, steps, unmoved, unmovedShare }) => ({
    ...{ answer: unmoved, epsilon: smallest, steps },
    share: 100 * unmovedShare,
  }),
});

/** What the thinned networks say of the answer, from the least to the most but for one in twenty at each end. */
function spreadOf({ each, count }: Thinned, answer: number): readonly [low: number, high: number] {
  const own = Float64Array.from({ length: count }, (_, i) => each[i * CLASSES + answer]!).sort();
  const at = (share: number) => own[Math.round(share * (count - 1))]!;
  return [at(0.05), at(0.95)];
}

interface Crowd extends DigitLook {
  readonly crowd: Thinned;
  readonly spread: readonly [low: number, high: number];
}

/** They differ from one another, and together say what the whole one says. */
export const ensemble = cardOf({
  ...{ id: 'ensemble', set: '&vw=digit&dg=26&th=1', answers: ['same', 'spread', 'other'], judgedAt: 3 },
  of(evidence): Crowd | null {
    const look = seen(evidence);
    return look?.thinned ? { ...look, crowd: look.thinned, spread: spreadOf(look.thinned, look.answer) } : null;
  },
  outcome({ crowd, answer, spread: [low, high] }) {
    if (answerOf(crowd.mean) !== answer) return 'other';
    return high - low < 0.05 ? 'same' : 'spread';
  },
  claim: ({ crowd, answer, probabilities, spread: [low, high] }) =>
    high - low > 0.2 && Math.abs(crowd.mean[answer]! - probabilities[answer]!) < 0.5 * (high - low),
  values: ({ crowd, answer, probabilities, spread: [low, high] }) => ({
    ...{ answer, count: crowd.count, low: 100 * low, high: 100 * high },
    ...{ mean: 100 * crowd.mean[answer]!, whole: 100 * probabilities[answer]! },
  }),
});
