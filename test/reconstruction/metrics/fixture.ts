import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Points } from '../../../src/clouds/types.ts';

type Kind = 'box' | 'slab' | 'far' | 'grid';

interface Case {
  readonly kinds: readonly [Kind, Kind];
  readonly sizes: readonly [number, number];
  readonly seeds: readonly [number, number];
  readonly chamfer: number;
  readonly fScore: number;
  /** Of clouds of one size. */
  readonly emd?: number;
}

const file = new URL('../../fixtures/reconstruction/metrics.json', import.meta.url);

/** What SciPy says of pairs of clouds; see tools/fixtures/make_metric_fixtures.py. */
export const cases = (JSON.parse(readFileSync(file, 'utf8')) as { cases: readonly Case[] }).cases.map((one) => ({
  ...one,
  name: `${one.kinds[0]} ${one.sizes[0]}, ${one.kinds[1]} ${one.sizes[1]}`,
  a: cloud(one.kinds[0], one.sizes[0], one.seeds[0]),
  b: cloud(one.kinds[1], one.sizes[1], one.seeds[1]),
}));

/** The script's clouds, drawn again. */
export function cloud(kind: Kind, n: number, seed: number): Points {
  let state = seed;
  return Float64Array.from({ length: 3 * n }, (_, i) => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    const value = (state >>> 16) / 65536;
    const axis = i % 3;
    if (kind === 'box') return value * [1, 0.75, 0.5][axis]!;
    if (kind === 'slab') return value * [0.125, 1, 0.25][axis]!;
    if (kind === 'far') return value + [4, -2, 1][axis]!;
    return Math.floor(value * 4) / 4;
  });
}

/** The points in another order: place i holds point `order[i]`. */
export function reordered(points: Points, order: readonly number[]): Points {
  return Float64Array.from(order.flatMap((i) => [...points.subarray(3 * i, 3 * i + 3)]));
}

const real = fc.double({ min: -10, max: 10, noNaN: true });
/** Few different values: most distances tie, many points coincide. */
const coarse = fc.integer({ min: -1, max: 1 });

/** Clouds of `count` points: scattered, or on a coarse grid with ties and duplicates. */
export function cloudOf(count: { readonly min: number; readonly max: number }): fc.Arbitrary<Points> {
  const flat = (coordinate: fc.Arbitrary<number>) =>
    fc
      .array(fc.tuple(coordinate, coordinate, coordinate), { minLength: count.min, maxLength: count.max })
      .map((points) => Float64Array.from(points.flat()));
  return fc.oneof(flat(real), flat(coarse));
}

/** Two clouds of one size. */
export const pair = fc
  .integer({ min: 1, max: 40 })
  .chain((n) => fc.tuple(cloudOf({ min: n, max: n }), cloudOf({ min: n, max: n })));
