import { encode } from 'fast-png';
import { readFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { openEvaluator } from '../../../src/cli/reconstruction/evaluateThreads.ts';
import { evaluationOf, type Evaluation } from '../../../src/reconstruction/evaluation/evaluate.ts';
import type { EvaluateSpec } from '../../../src/reconstruction/evaluation/evaluator.ts';
import { bare, full } from '../../../src/reconstruction/network/extras.ts';
import { everyOther } from '../../../src/reconstruction/everyOther.ts';
import { compare, epsilonFor } from '../../../src/reconstruction/metrics/compare.ts';
import { emdAuction } from '../../../src/reconstruction/metrics/emdAuction.ts';
import { makeSample } from '../../../src/reconstruction/sample.ts';
import { proceduralName } from '../../../src/reconstruction/seeds.ts';
import { koubai, koubaiHere as call } from '../koubai.ts';
import { scratch } from '../registrationFiles.ts';

const files = scratch();
afterAll(files.remove);

const plain = { cropShift: 0, cropScale: 1, silhouette: false, samples: 0, extras: full } as const;
const names = [0, 1].map((i) => proceduralName(3, i, ['chair', 'lamp']));
/** Without threads and processes. */
const here = (spec: EvaluateSpec): Evaluation => evaluationOf(names.map(openEvaluator(spec)));
const procedural = here(plain);

test('a set of the same shapes as files gives the same figures, all of them, on two threads (set 3)', async () => {
  for (const { category, seed } of names) {
    await call('shapes', '--category', category, '--seed', String(seed), '--out', files.path('set'));
  }
  const { code, out } = (await koubai())('evaluate', '--set', files.path('set'), '--workers', '2', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual(procedural);
}, 120_000);

test('without the extras it is what the layers say that is measured', async () => {
  const args = ['--seed', '3', '--count', '2', '--categories', 'chair,lamp', '--workers', '1', '--json'];
  const { out } = (await koubai())('evaluate', ...args, '--no-mirror', '--no-pull');
  const layers = here({ ...plain, extras: bare });
  expect(JSON.parse(out)).toEqual(layers);
  expect(layers.all.network.chamfer).not.toBe(procedural.all.network.chamfer);
  expect(layers.all.retrieval).toEqual(procedural.all.retrieval);
}, 120_000);

test('a blank picture of a set is named and skipped; the others have the figures that they have alone', async () => {
  const blank = encode({ width: 64, height: 64, channels: 1, data: new Uint8Array(4096).fill(90) });
  await call('shapes', '--category', 'chair', '--seed', String(names[0]!.seed), '--out', files.path('one'));
  files.write('one/blank-1.png', blank);
  files.write('one/blank-1.ply', readFileSync(files.path(`one/chair-${names[0]!.seed}.ply`)));
  const { code, out, err } = (await koubai())('evaluate', '--set', files.path('one'), '--workers', '1', '--json');
  expect(code).toBe(0);
  expect(err).toMatch(
    /^koubai: 1 of 2 pictures skipped, for their object cannot be told\n {2}blank-1: The whole picture has one colour.*\n$/,
  );
  const { skipped, ...figures } = JSON.parse(out);
  expect(skipped).toEqual([{ name: 'blank-1', why: expect.stringMatching(/^The whole picture has one colour: /) }]);
  expect(figures).toEqual(evaluationOf(names.slice(0, 1).map(openEvaluator(plain))));
}, 120_000);

test('the figures are those of compare: the floor by hand', () => {
  const floors = names.map(({ category, seed }) => {
    const { points } = makeSample(category, seed);
    const [odd, even] = [everyOther(points, 1), everyOther(points, 0)];
    return { ...compare(odd, even), auction: emdAuction(odd, even, epsilonFor(even)).mean };
  });
  const mean = (key: 'chamfer' | 'emd' | 'auction' | 'fScore') => (floors[0]![key] + floors[1]![key]) / 2;
  expect(procedural.all.floor.chamfer).toBeCloseTo(mean('chamfer'), 12);
  expect(procedural.all.floor.emd).toBeCloseTo(mean('auction'), 12);
  expect(procedural.all.floor.emd - mean('emd')).toBeGreaterThanOrEqual(0);
  expect(procedural.all.floor.emd - mean('emd')).toBeLessThanOrEqual(1e-3);
  expect(procedural.all.floor.fScore).toBeCloseTo(mean('fScore'), 12);
  expect(procedural.byCategory.chair!.floor.chamfer).toBeCloseTo(floors[0]!.chamfer, 12);
});

test('what the JSON holds, and that its means are means', () => {
  const { all, byCategory } = procedural;
  expect(Object.keys(all)).toEqual(['count', 'network', 'retrieval', 'mean', 'floor', 'winRate']);
  expect(Object.keys(byCategory)).toEqual(['chair', 'lamp']);
  expect(all.count).toBe(2);
  const parts = Object.values(byCategory);
  for (const key of ['network', 'retrieval', 'mean', 'floor'] as const) {
    expect(Object.keys(all[key])).toEqual(['chamfer', 'emd', 'fScore']);
    expect(all[key].chamfer).toBeCloseTo((parts[0]![key].chamfer + parts[1]![key].chamfer) / 2, 12);
  }
  expect(all.winRate).toBe((parts[0]!.winRate + parts[1]!.winRate) / 2);
  expect(all.floor.chamfer).toBeLessThan(all.retrieval.chamfer);
  expect(all.retrieval.chamfer).toBeLessThan(all.mean.chamfer);
});

test('a moved crop, a silhouette, the best of many: figures change as they should', () => {
  const changed = here({ cropShift: 4, cropScale: 0.9, silhouette: true, samples: 3, extras: full });
  expect(changed.all.floor).toEqual(procedural.all.floor);
  expect(changed.all.mean).toEqual(procedural.all.mean);
  expect(changed.all.network.chamfer).not.toBe(procedural.all.network.chamfer);
  const many = changed.all.many!;
  expect(many.samples).toBe(3);
  expect(many.bestByOracle).toBeLessThan(many.one);
}, 120_000);
