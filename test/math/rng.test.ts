import { expect, test } from 'vitest';
import { isRigid, rotationAngle } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { mathFixture } from './fixtures.ts';

const draws = (n: number, draw: () => number): Float64Array => Float64Array.from({ length: n }, draw);
const mean = (values: Float64Array): number => values.reduce((sum, v) => sum + v, 0) / values.length;
const correlation = (a: Float64Array, b: Float64Array): number => {
  const [ma, mb] = [mean(a), mean(b)];
  const moment = (f: (i: number) => number) => mean(a.map((_, i) => f(i)));
  const covariance = moment((i) => (a[i]! - ma) * (b[i]! - mb));
  return covariance / Math.sqrt(moment((i) => (a[i]! - ma) ** 2) * moment((i) => (b[i]! - mb) ** 2));
};

test('one name, one stream: the same numbers for ever, in every version and on every engine', () => {
  const rng = createRng(1, 'pinned', 2);
  const drawn = [rng.uniform(), rng.between(-3, 5), rng.integer(1000), rng.uniform()];
  expect(drawn).toEqual([0.23243451187358644, -0.17502665560014474, 207, 0.9827246013275466]);
  const direction = [...createRng(1, 'pinned', 2).direction(new Float64Array(3))];
  expect(direction).toEqual([-0.8477000729033424, -0.4653394336235413, 0.25468372133803463]);
});

for (const { name, uniform } of mathFixture.streams) {
  test(`stream ${JSON.stringify(name)}: the numbers of MurmurHash3 and xoroshiro128+ written anew in Python`, () => {
    const [seed, ...stream] = name;
    expect([...draws(20, createRng(seed, ...stream).uniform)]).toEqual(uniform);
  });
}

test('near names give unrelated streams: seeds, parts and their order (20,000 draws, 4.5 σ)', () => {
  const names: (readonly [number, ...(string | number)[]])[] = [
    [0],
    [1],
    [2],
    [-1],
    [0.5],
    [2 ** 40],
    [1, 'a'],
    [1, 'b'],
    [1, 'a', 'b'],
    [1, 'b', 'a'],
    [1, 'ab'],
    [1, 1],
    [1, '1'],
    [11],
    [1, 12],
    [1, 1, 2],
  ];
  const streams = names.map(([seed, ...stream]) => draws(20_000, createRng(seed, ...stream).uniform));
  for (const [i, a] of streams.entries()) {
    for (const b of streams.slice(0, i)) {
      expect(Math.abs(correlation(a, b))).toBeLessThan(4.5 / Math.sqrt(20_000));
      expect(a[0]).not.toBe(b[0]);
    }
  }
});

test('first draws of seeds 0 … 9,999 are uniform, and so are integers: χ² of 100 cells below 160 (p < 1e-4)', () => {
  const chiSquare = (cells: number[], expected: number) =>
    cells.reduce((sum, c) => sum + (c - expected) ** 2 / expected, 0);
  const first = new Array<number>(100).fill(0);
  const later = new Array<number>(100).fill(0);
  const rng = createRng(3, 'integers');
  for (let seed = 0; seed < 10_000; seed++) {
    first[Math.floor(createRng(seed).uniform() * 100)]! += 1;
    later[rng.integer(100)]! += 1;
  }
  expect(chiSquare(first, 100)).toBeLessThan(160);
  expect(chiSquare(later, 100)).toBeLessThan(160);
  expect(draws(20, () => rng.integer(1))).toEqual(new Float64Array(20));
});

test('normal draws: the first four moments within 5 σ, and shares within 1, 2 and 3 (100,000 draws, seed 4)', () => {
  const n = 100_000;
  const z = draws(n, createRng(4, 'gaussian').gaussian);
  const root = Math.sqrt(n);
  expect(Math.abs(mean(z))).toBeLessThan(5 / root);
  expect(Math.abs(mean(z.map((v) => v * v)) - 1)).toBeLessThan((5 * Math.sqrt(2)) / root);
  expect(Math.abs(mean(z.map((v) => v ** 3)))).toBeLessThan((5 * Math.sqrt(15)) / root);
  expect(Math.abs(mean(z.map((v) => v ** 4)) - 3)).toBeLessThan((5 * Math.sqrt(96)) / root);
  for (const [bound, share] of [
    [1, 0.682689],
    [2, 0.9545],
    [3, 0.9973],
  ] as const) {
    const within = z.filter((v) => Math.abs(v) < bound).length / n;
    expect(Math.abs(within - share)).toBeLessThan((5 * Math.sqrt(share * (1 - share))) / root);
  }
});

test('directions are of length 1 and uniform: each coordinate is uniform in ±1 (Archimedes), 50,000 draws, seed 5', () => {
  const rng = createRng(5, 'direction');
  const d = new Float64Array(3);
  const cells = [0, 1, 2].map(() => new Array<number>(20).fill(0));
  let worst = 0;
  for (let i = 0; i < 50_000; i++) {
    rng.direction(d);
    worst = Math.max(worst, Math.abs(Math.hypot(...d) - 1));
    for (let c = 0; c < 3; c++) cells[c]![Math.min(19, Math.floor((d[c]! + 1) * 10))]! += 1;
  }
  expect(worst).toBeLessThan(1e-15);
  // χ² with 19 degrees of freedom exceeds 52 with p < 1e-4.
  for (const counts of cells) expect(counts.reduce((sum, k) => sum + (k - 2500) ** 2 / 2500, 0)).toBeLessThan(52);
});

test('rotations are rigid, by angles uniform below the largest (5,000 draws, seed 6)', () => {
  const rng = createRng(6, 'rotation');
  const angles = draws(5000, () => {
    const m = rng.rotation(2);
    expect(isRigid(m, 1e-14)).toBe(true);
    return rotationAngle(m);
  });
  expect(Math.max(...angles)).toBeLessThan(2);
  expect(Math.abs(mean(angles) - 1)).toBeLessThan((5 * (2 / Math.sqrt(12))) / Math.sqrt(5000));
});
