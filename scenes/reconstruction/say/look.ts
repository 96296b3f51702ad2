import { F_SCORE_PART } from '../../../src/reconstruction/metrics/fScore.ts';
import type { State } from '../state.ts';
import type { Seen } from '../picture/see.ts';

/** What there is to look at now in the answer's view, and its numbers. Chamfer distances × 10³; parts in percent. */
export type Look =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'leaving'; readonly points: number; readonly way: number }
  /** Of `points` points of the answer, `near` percent lie within the F-score's threshold; the farthest `worst` percent of an edge off. */
  | { readonly kind: 'errors'; readonly near: number; readonly worst: number }
  /** So many points of the truth are nearest to any of the answer's. */
  | { readonly kind: 'chamfer'; readonly served: number; readonly points: number }
  /** Mean lengths of threads in percent of the edge. */
  | { readonly kind: 'emd'; readonly emd: number; readonly nearest: number }
  | {
      readonly kind: 'network' | 'lookup' | 'even';
      readonly network: number;
      readonly lookup: number;
      /** Of their two CDs, the smaller by the larger. */
      readonly ratio: number;
      /** EMD says the opposite of who is nearer. */
      readonly disputed: boolean;
    }
  | { readonly kind: 'alone'; readonly network: number; readonly floor: number }
  | { readonly kind: 'apart'; readonly apart: number }
  | { readonly kind: 'blind' };

/** Nearer by less than this factor is no difference to speak of: another sample of the truth would change it. */
const EVEN = 1.1;

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** `part`: how far the points have come, 0 … 1. */
export function lookAt(state: State, seen: Seen, part: number): Look {
  const { answer, start, compared, shown } = seen;
  if (!answer) return { kind: 'waiting' };
  if (part < 1 && start) return { kind: 'leaving', points: answer.points.length / 3, way: 100 * part };
  const { network, lookup, floor, apart } = compared;
  if (shown?.sample === null) return apart ? { kind: 'apart', apart: 1000 * apart.chamfer } : { kind: 'blind' };
  if (!network) return { kind: 'waiting' };
  if (state.threads === 'chamfer') {
    return { kind: 'chamfer', served: new Set(network.nearestInB).size, points: network.nearestInB.length };
  }
  if (state.threads === 'emd') return { kind: 'emd', emd: 100 * network.emd, nearest: 100 * mean(network.distanceToB) };
  if (state.errors) {
    const { distanceToB } = network;
    const near = distanceToB.filter((d) => d <= F_SCORE_PART).length / distanceToB.length;
    return { kind: 'errors', near: 100 * near, worst: 100 * Math.max(...distanceToB) };
  }
  if (!lookup) return { kind: 'alone', network: 1000 * network.chamfer, floor: 1000 * (floor?.chamfer ?? NaN) };
  const better = network.chamfer <= lookup.chamfer;
  const [least, most] = better ? [network.chamfer, lookup.chamfer] : [lookup.chamfer, network.chamfer];
  return {
    kind: most / least < EVEN ? 'even' : better ? 'network' : 'lookup',
    network: 1000 * network.chamfer,
    lookup: 1000 * lookup.chamfer,
    ratio: least / most,
    disputed: better ? network.emd > lookup.emd : network.emd < lookup.emd,
  };
}
