import { createRng } from '../../../src/math/rng.ts';
import type { Purpose } from './uses.ts';

/** Of how many nearest the use is looked at. */
export const NEAREST = 5;

const DRAWS = 2000;

/** One row a thing, one column a thing; the smaller, the more alike. */
export type Distances = readonly ArrayLike<number>[];

/** Share of the nearest that serve the same use, a mean over the uses of the means over their things. */
export interface Shares {
  readonly feature: number;
  readonly chamfer: number;
  /** Of things drawn blindly. */
  readonly chance: number;
  /** feature − chamfer, and where 95 % of it lie when the things of each use are drawn again and again. */
  readonly difference: number;
  readonly interval: readonly [low: number, high: number];
}

/**
 * Leaves each thing out in turn and asks its nearest five what they are for.
 * @param others whether things of its own kind are passed over: then a chair can only find stools, sofas, benches
 */
export function sharesOf(things: readonly Purpose[], feature: Distances, chamfer: Distances, others: boolean): Shares {
  const rivalsOf = (i: number) =>
    [...things.keys()].filter((j) => j !== i && !(others && things[j]!.kind === things[i]!.kind));
  const serves = (i: number, j: number) => (things[i]!.use === things[j]!.use ? 1 : 0);
  const shareIn = (i: number, among: readonly number[]) => mean(among.map((j) => serves(i, j)));
  const rows = [...things.keys()].flatMap((i) => {
    const rivals = rivalsOf(i);
    if (!rivals.some((j) => serves(i, j) === 1)) return [];
    const nearestBy = (distances: Distances) =>
      rivals.toSorted((a, b) => distances[i]![a]! - distances[i]![b]! || a - b).slice(0, NEAREST);
    return [
      {
        use: things[i]!.use,
        feature: shareIn(i, nearestBy(feature)),
        chamfer: shareIn(i, nearestBy(chamfer)),
        chance: shareIn(i, rivals),
      },
    ];
  });
  const groups = [...new Set(rows.map(({ use }) => use))].map((use) => rows.filter((row) => row.use === use));
  const over = (drawn: readonly (typeof rows)[], what: (row: (typeof rows)[number]) => number) =>
    mean(drawn.map((group) => mean(group.map(what))));
  const rng = createRng(1, 'likeness', String(others));
  const differences = Array.from({ length: DRAWS }, () =>
    over(
      groups.map((group) => group.map(() => group[rng.integer(group.length)]!)),
      (row) => row.feature - row.chamfer,
    ),
  ).sort((a, b) => a - b);
  return {
    feature: over(groups, (row) => row.feature),
    chamfer: over(groups, (row) => row.chamfer),
    chance: over(groups, (row) => row.chance),
    difference: over(groups, (row) => row.feature - row.chamfer),
    interval: [differences[Math.floor(0.025 * DRAWS)]!, differences[Math.floor(0.975 * DRAWS)]!],
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
