import { expect, test } from 'vitest';
import { inkOf } from '../../scenes/reconstruction/kin/inks.ts';
import { nearestPlaces } from '../../scenes/reconstruction/kin/nearest.ts';
import { kinReading } from '../../scenes/reconstruction/kin/reading.ts';
import { meanCurves, heightOf } from '../../scenes/reconstruction/losses/curves.ts';
import { figureAt } from '../../scenes/reconstruction/losses/figures.ts';
import { placesAt, sampleAt, tiesAt } from '../../scenes/reconstruction/losses/threads.ts';
import { spreadLimit } from '../../scenes/reconstruction/many/look.ts';
import { moreEn } from '../../scenes/reconstruction/words/more.en.ts';
import { moreJa } from '../../scenes/reconstruction/words/more.ja.ts';
import { defaultRate } from '../../src/jobs/reconstruction/meanRates.ts';
import { meansOf } from '../../src/jobs/reconstruction/means.ts';
import type { MeansSpec } from '../../src/jobs/reconstruction/moreApi.ts';
import { optimizerIds } from '../../src/optimizers/index.ts';
import { categoryIds } from '../../src/reconstruction/shapes/index.ts';
import { putPart } from '../../scenes/reconstruction/runs/kin.ts';
import { manyOf } from '../../scenes/reconstruction/runs/many.ts';
import { openReconstruction } from '../../scenes/reconstruction/runs/session.tsx';
import { createMoreStore } from '../../scenes/reconstruction/runs/more.ts';
import { noResults } from '../../scenes/reconstruction/runs/results.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import { reconstructionRules } from '../../scenes/reconstruction/state/rules.ts';

const spec: MeansSpec = { toy: 'ring', optimizer: 'adam', lr: null, seed: 1, points: 24 };
const ring = meansOf(spec);
const bar = meansOf({ ...spec, toy: 'bar' });

test('both losses start from the same points, and of rings EMD finds one ring', () => {
  expect(placesAt(ring, 'chamfer', 0)).toEqual(placesAt(ring, 'emd', 0));
  expect(ring.steps).toBe(120);
  expect(figureAt(ring, 'emd', 120)).toBeLessThan(0.05);
  expect(figureAt(ring, 'chamfer', 120)).toBeGreaterThan(0.1);
});

test('of bars Chamfer keeps points on both, EMD none', () => {
  expect(figureAt(bar, 'chamfer', 120)).toBeGreaterThan(0.05);
  expect(figureAt(bar, 'emd', 120)).toBe(0);
});

test('EMD ties each point once, Chamfer each point of both sides to its nearest', () => {
  const emd = tiesAt(ring, 'emd', 60);
  expect([...new Set(Array.from(emd.to))]).toHaveLength(24);
  const chamfer = tiesAt(ring, 'chamfer', 60);
  expect(chamfer.from).toHaveLength(48);
  const [answer, sample] = [placesAt(ring, 'chamfer', 60), sampleAt(ring, 60)];
  const distance = (i: number, j: number) =>
    Math.hypot(answer[3 * i]! - sample[3 * j]!, answer[3 * i + 1]! - sample[3 * j + 1]!);
  for (let i = 0; i < 24; i++) {
    const least = Math.min(...Array.from({ length: 24 }, (_, j) => distance(i, j)));
    expect(distance(chamfer.from[i]!, chamfer.to[i]!)).toBe(least);
  }
});

test.each(optimizerIds)('%s has a rate under which the ring comes to rest', (optimizer) => {
  const means = meansOf({ ...spec, optimizer });
  expect(means.lr).toBe(defaultRate(optimizer));
  expect(figureAt(means, 'emd', means.steps)).toBeLessThan(0.12);
});

test('a run that diverges ends both, with what it has', () => {
  const means = meansOf({ ...spec, optimizer: 'sgd', lr: 1e200 });
  expect(means.steps).toBeLessThan(120);
  expect(means.samples).toHaveLength(means.steps + 1);
  expect(means.runs.emd.places).toHaveLength(3 * 24 * (means.steps + 1));
});

test('the chart’s curves begin at the whole and stay on it', () => {
  const curves = meanCurves(ring);
  expect(curves.series.map((values) => values[0])).toEqual([1, 1]);
  expect(heightOf(curves, 1)).toBe(1 / curves.high);
  expect(heightOf(curves, 1e9)).toBe(1);
});

test('every category has a hue and form of its own', () => {
  expect(new Set(categoryIds.map((id) => JSON.stringify(inkOf(id)))).size).toBe(categoryIds.length);
});

test.each([
  [[0.02, 0.03, 0.0431], 0.05],
  [[0.0001], 0.01],
  [[0.03], 0.03],
  [[], 0.01],
  [[...new Array<number>(20).fill(0.014), 0.4], 0.015],
])('the ramp of the spread ends at the 95th percentile of %j, rounded up', (values, limit) => {
  expect(spreadLimit([Float64Array.from(values)])).toBeCloseTo(limit, 12);
});

test('the shown shape is nobody’s kin; kin by feature and by Chamfer are compared once both are there', () => {
  const shapes = Array.from({ length: 10 }, (_, i) => ({ category: i < 5 ? 'chair' : 'table', seed: i }));
  const key = 'chair 0';
  const kin = { shapes, places: new Float64Array(30) };
  const distances = Float64Array.from({ length: 10 }, (_, i) => i);
  const order = Int32Array.from({ length: 10 }, (_, i) => i);
  const sample = { category: 'chair', seed: 0 } as never;
  const results = { ...noResults, shown: { key, picture: null as never, from: 'shape' as const, sample } };
  const more = { ...createMoreStore().getState(), kin, kinOf: { key, place: [0, 0, 0] as const, order, distances } };
  expect(kinReading(more, results)).toEqual({
    nearest: shapes[1],
    count: 6,
    own: { category: 'chair', same: 4 },
    both: null,
  });
  // The list is of the same shapes.
  expect(nearestPlaces(kin, results.shown, order)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(nearestPlaces(kin, { ...results.shown, sample: null }, order)).toEqual([0, 1, 2, 3, 4, 5]);
  const found = { order: order.toReversed(), distances };
  expect(kinReading({ ...more, kinByChamfer: { key, part: 1, found } }, results)?.both).toBe(3);
  expect(kinReading({ ...more, kinOf: { ...more.kinOf, key: 'other' } }, results)).toBeNull();
});

test('how far a comparison has come is not said after its end, nor of another picture', () => {
  const more = createMoreStore();
  const found = { order: new Int32Array(0), distances: new Float64Array(0) };
  more.setState({ kinByChamfer: { key: 'chair 0', part: 0, found: null } });
  putPart(more, 'chair 0', 0.5);
  putPart(more, 'table 0', 0.7);
  expect(more.getState().kinByChamfer).toEqual({ key: 'chair 0', part: 0.5, found: null });
  more.setState({ kinByChamfer: { key: 'chair 0', part: 1, found } });
  putPart(more, 'chair 0', 0.9);
  expect(more.getState().kinByChamfer?.found).toBe(found);
});

test('answers to another picture are not told of', () => {
  const session = openReconstruction({}, false);
  const many = { key: 'chair 1 8 1', samples: [], spread: null };
  session.more.setState({ many });
  expect(manyOf(session)).toBeNull();
  const shown = { key: 'chair 1', picture: null as never, from: 'shape' as const, sample: null };
  session.results.setState({ shown });
  expect(manyOf(session)).toBe(many);
  session.results.setState({ shown: { ...shown, key: 'chair 12' } });
  expect(manyOf(session)).toBeNull();
});

test('what these views set goes into links and comes back', () => {
  const link = 'v=1&scene=reconstruction&view=many&toy=bar&mo=sgd&mlr=0.5&ms=3&mn=32&n=12&ns=4&mc=spread';
  const { overrides, notices } = decodeLink(reconstructionRules, link);
  expect(notices).toEqual([]);
  expect(encodeLink(reconstructionRules, overrides)).toBe(link);
});

test('both languages have the same words with the same numbers in them', () => {
  // A language may name a thing twice.
  const numbers = (shown: string) => [...new Set([...shown.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();
  expect(Object.keys(moreEn).sort()).toEqual(Object.keys(moreJa).sort());
  for (const [key, shown] of Object.entries(moreJa) as [keyof typeof moreJa, string][]) {
    expect(numbers(moreEn[key]), key).toEqual(numbers(shown));
  }
});
