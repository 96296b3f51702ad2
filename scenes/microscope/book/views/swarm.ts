import { exponentOf, type Gene, type Space } from '../../../../src/networks/search/space.ts';
import type { Trial } from '../../../../src/networks/search/trial.ts';
import { trialAt } from './place.ts';

/** Lines of the net that is laid over what is known, each way. */
export const NET = 25;
/** Of the space's side: how far a trial speaks for its neighbourhood, and how much must be said for a place to be drawn. */
const REACH = 0.075;
const SAID = 0.3;

const shareOf = ({ point }: Pick<Trial, 'point'>, space: Space, gene: Gene): number => {
  const [low, high] = space[gene];
  return (exponentOf(point[gene]) - low) / (high - low);
};

/** lr, decay (0 … 1 of the space's sides) and score of each trial. */
export type Known = readonly (readonly [lr: number, decay: number, score: number])[];

export const knownOf = (trials: readonly Trial[], space: Space): Known =>
  trials.map((trial) => [shareOf(trial, space, 'lr'), shareOf(trial, space, 'decay'), trial.score]);

/** NET × NET scores, row by row of decay: the mean of the trials around, by their nearness (Nadaraya–Watson); NaN where nothing is known. */
export function netOf(known: Known): Float64Array {
  const out = new Float64Array(NET * NET);
  for (let row = 0; row < NET; row++) {
    for (let column = 0; column < NET; column++) {
      let [sum, weights] = [0, 0];
      for (const [lr, decay, score] of known) {
        const square = (lr - column / (NET - 1)) ** 2 + (decay - row / (NET - 1)) ** 2;
        const weight = Math.exp(-square / (2 * REACH * REACH));
        sum += weight * score;
        weights += weight;
      }
      out[row * NET + column] = weights < SAID ? NaN : sum / weights;
    }
  }
  return out;
}

/** Writes the net's lines between neighbours that are both known; how many. */
export function writeNet(net: Float64Array, starts: Float32Array, ends: Float32Array): number {
  let count = 0;
  const at = (row: number, column: number) => trialAt(column / (NET - 1), row / (NET - 1), net[row * NET + column]!);
  for (let row = 0; row < NET; row++) {
    for (let column = 0; column < NET; column++) {
      if (Number.isNaN(net[row * NET + column]!)) continue;
      for (const [r, c] of [
        [row + 1, column],
        [row, column + 1],
      ] as const) {
        if (r >= NET || c >= NET || Number.isNaN(net[r * NET + c]!)) continue;
        starts.set(at(row, column), 3 * count);
        ends.set(at(r, c), 3 * count);
        count++;
      }
    }
  }
  return count;
}

/** From each parent to its child, of the first `shown` trials: places in the list of trials. */
export function kinOf(trials: readonly Trial[], shown: number): readonly (readonly [parent: number, child: number])[] {
  const place = new Map(trials.map(({ index }, k) => [index, k]));
  return trials.slice(0, shown).flatMap(({ parents }, child) => {
    if (!parents) return [];
    return [...new Set([parents.lr, parents.decay])].flatMap((index) => {
      const parent = place.get(index);
      return parent === undefined ? [] : [[parent, child] as const];
    });
  });
}

/** The best of the first `shown`, the earlier of equals; null: there is none. */
export function bestOf(trials: readonly Trial[], shown: number): Trial | null {
  return trials
    .slice(0, shown)
    .reduce<Trial | null>((best, trial) => (best && best.score >= trial.score ? best : trial), null);
}
