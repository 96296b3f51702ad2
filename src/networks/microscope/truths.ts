import { corners, fires, type Perceptron } from './gates.ts';

/** What a gate gives at each of the corners, in their order. */
export const truths = {
  and: [0, 0, 0, 1],
  or: [0, 1, 1, 1],
  nand: [1, 1, 1, 0],
  xor: [0, 1, 1, 0],
} as const satisfies Readonly<Record<string, readonly (0 | 1)[]>>;

export type GateId = keyof typeof truths;
export const gateIds = Object.keys(truths) as GateId[];

/** What a sum says: above 0 it fires. One within `margin` of 0, or none at all, says nothing. */
export function answerOf(sum: number, margin = 0): 0 | 1 | null {
  if (!(Math.abs(sum) >= margin)) return null;
  return sum > 0 ? 1 : 0;
}

/** At how many corners the answers are the gate's. */
export const countRight = (gate: GateId, answers: readonly (0 | 1 | null)[]): number =>
  truths[gate].filter((truth, corner) => answers[corner] === truth).length;

export const rightOf = (gate: GateId, perceptron: Perceptron): number =>
  countRight(
    gate,
    corners.map(([x1, x2]) => fires(perceptron, x1, x2)),
  );

/** Of −1 … 1 in `steps` equal steps, in whole numbers of them, so that a sum on the line is 0 exactly. */
const lattice = (steps: number): number[] => Array.from({ length: steps + 1 }, (_, k) => 2 * k - steps);

/** The most corners that any perceptron of a lattice of weights and biases gets right: what a search says, no theorem. */
export function mostRight(gate: GateId, steps = 20): number {
  const values = lattice(steps);
  let most = 0;
  for (const w1 of values)
    for (const w2 of values) for (const b of values) most = Math.max(most, rightOf(gate, { w1, w2, b }));
  return most;
}
