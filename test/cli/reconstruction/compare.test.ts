import { afterAll, expect, test } from 'vitest';
import { createRng } from '../../../src/math/rng.ts';
import { compare } from '../../../src/reconstruction/metrics/compare.ts';
import { koubaiHere as call } from '../koubai.ts';
import { scratch } from '../registrationFiles.ts';
import { ply } from './files.ts';

const files = scratch();
afterAll(files.remove);

const json = async (...args: string[]) => JSON.parse((await call('compare', ...args, '--json')).out);
const drawn = (count: number, stream: string) => Array.from({ length: 3 * count }, createRng(1, stream).gaussian);

test('figures by hand: B is A, two points moved by 0.1 and 0.3', async () => {
  const a = [0, 0, 0, 1, 0, 0, 0, 10, 0, 0, 0, 20];
  const b = [0.1, 0, 0, 1, 0, 0, 0, 10, 0, 0, 0.3, 20];
  const figures = await json(files.write('a.ply', ply(a)), files.write('b.ply', ply(b)));
  expect(Object.keys(figures)).toEqual(['chamfer', 'emd', 'emdAuction', 'fScore']);
  expect(figures.chamfer).toBeCloseTo((2 * (0.01 + 0.09)) / 4, 12);
  expect(figures.emd).toBeCloseTo(0.1, 12);
  expect(figures.emdAuction).toBeCloseTo(0.1, 12);
  expect(figures.fScore).toBe(1);
});

test('nothing is normalised: ten times as large, far from 0, is ten times as far', async () => {
  const [a, b] = [drawn(30, 'a'), drawn(30, 'b')];
  const moved = (values: readonly number[]) => ply(values.map((value, i) => 10 * value + [500, -300, 70][i % 3]!));
  const near = await json(files.write('a.ply', ply(a)), files.write('b.ply', ply(b)));
  const far = await json(files.write('far-a.ply', moved(a)), files.write('far-b.ply', moved(b)));
  expect(far.chamfer / near.chamfer).toBeCloseTo(100, 6);
  expect(far.emd / near.emd).toBeCloseTo(10, 6);
  expect(far.fScore).toBeCloseTo(near.fScore, 9);
});

test('clouds of unequal size: EMD is between resamplings, which the JSON says; the other figures use all points (seed 1)', async () => {
  const [a, b] = [drawn(50, 'a'), drawn(80, 'b')];
  const figures = await json(files.write('a.ply', ply(a)), files.write('b.ply', ply(b)));
  expect(figures.resampled).toBe(50);
  expect(figures).toEqual(compare(Float64Array.from(a), Float64Array.from(b), { seed: 1 }));
});

test('for people: the same figures, the same note', async () => {
  const [a, b] = [files.write('a.ply', ply(drawn(5, 'a'))), files.write('b.ply', ply(drawn(6, 'b')))];
  const { out } = await call('compare', a, b);
  expect(out).toMatch(/^Chamfer +\S+\nEMD +\S+\nEMD, auction +\S+\nF-score +\S+\nboth EMDs are between 5 points/);
});
