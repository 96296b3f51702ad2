import { chamferDistance } from '../../../src/reconstruction/metrics/chamfer.ts';
import { seenPoints } from '../../../src/reconstruction/seen.ts';
import type { Points } from '../../../src/clouds/types.ts';
import type { Evidence } from './types.ts';

/** Steps in which the answer's points fly to their places. */
export const FLIGHT = 5;

/** Chamfer distances are small: shown ×10³. */
export const thousandfold = (chamfer: number): number => 1000 * chamfer;

/** Figures of the answer where the truth is known, beside those of two samples of the truth; null where they are not (yet) there. */
export function figuresOf({ results, state }: Evidence) {
  const { network, floor } = results.compared;
  return state.view === 'answer' && network && floor ? { network, floor } : null;
}

const shuffles = new WeakMap<Points, number>();

/** The answer's Chamfer distance to the truth with its points in the opposite order. */
export function shuffledChamfer({ results: { answer, truth } }: Evidence): number | null {
  if (!answer || !truth) return null;
  let chamfer = shuffles.get(answer.points);
  if (chamfer === undefined)
    shuffles.set(answer.points, (chamfer = chamferDistance(reversed(answer.points), truth).chamfer));
  return chamfer;
}

function reversed(points: Points): Float64Array {
  const out = new Float64Array(points.length);
  for (let i = 0; i < points.length; i += 3) out.set(points.subarray(i, i + 3), points.length - 3 - i);
  return out;
}

export interface Sides {
  /** Points of the truth that the viewer sees, and that something hides. */
  readonly seen: number;
  readonly hidden: number;
  /** Mean distance from each of them to the nearest point of the answer. */
  readonly seenOff: number;
  readonly hiddenOff: number;
}

const sides = new WeakMap<object, Sides>();

/** How far the answer is from what the picture shows of the truth, and from what it hides. null: there is no truth. */
export function sidesOf({ results: { shown, truth, answer, compared } }: Evidence): Sides | null {
  const { network } = compared;
  if (!shown?.sample || !truth || !answer || !network) return null;
  let found = sides.get(network);
  if (!found)
    sides.set(network, (found = sidesBetween(truth, answer.points, network.nearestInA, shown.sample.triangles)));
  return found;
}

/** `nearest`: for each point of the truth the place of the answer’s nearest. */
export function sidesBetween(
  truth: Points,
  answer: Points,
  nearest: ArrayLike<number>,
  triangles: Float64Array,
): Sides {
  const counts = [0, 0] as [number, number];
  const sums = [0, 0] as [number, number];
  seenPoints(truth, triangles).forEach((seen, i) => {
    const side = seen as 0 | 1;
    const j = nearest[i]!;
    counts[side]++;
    sums[side] += Math.hypot(
      answer[3 * j]! - truth[3 * i]!,
      answer[3 * j + 1]! - truth[3 * i + 1]!,
      answer[3 * j + 2]! - truth[3 * i + 2]!,
    );
  });
  return { seen: counts[1], hidden: counts[0], seenOff: sums[1] / counts[1], hiddenOff: sums[0] / counts[0] };
}
