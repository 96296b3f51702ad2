import { expect, test, vi } from 'vitest';
import type { Jobs } from '../../scenes/reconstruction/jobs/jobs.ts';
import { makeSample } from '../../src/reconstruction/sample.ts';
import { full } from '../../src/reconstruction/network/extras.ts';
import { inkOf } from '../../scenes/reconstruction/kin/inks.ts';
import { nearestPlaces } from '../../scenes/reconstruction/kin/nearest.ts';
import { kinReading } from '../../scenes/reconstruction/kin/reading.ts';
import { meanCurves, heightOf } from '../../scenes/reconstruction/losses/curves.ts';
import { figureAt } from '../../scenes/reconstruction/losses/figures.ts';
import { placesAt, sampleAt, tiesAt } from '../../scenes/reconstruction/losses/threads.ts';
import { spreadLimit } from '../../scenes/reconstruction/many/spreadLimit.ts';
import { viewsEn } from '../../scenes/reconstruction/words/views.en.ts';
import { viewsJa } from '../../scenes/reconstruction/words/views.ja.ts';
import { defaultRate } from '../../src/toys/meanRates.ts';
import { meansOf } from '../../src/toys/means.ts';
import type { MeansSpec } from '../../src/toys/means.ts';
import { optimizerIds } from '../../src/optimizers/index.ts';
import { categoryIds } from '../../src/reconstruction/shapes/index.ts';
import { model, type Many } from '../../scenes/reconstruction/model.ts';
import { table } from '../../scenes/reconstruction/state.ts';
import { shownOf } from '../../src/scene/model.ts';
import { startResults } from '../../src/scene/startResults.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';

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
  const map = { shapes, places: new Float64Array(30) };
  const distances = Float64Array.from({ length: 10 }, (_, i) => i);
  const order = Int32Array.from({ length: 10 }, (_, i) => i);
  const sample = { category: 'chair', seed: 0 } as never;
  const shown = { key: 'chair 0', picture: null as never, from: 'shape' as const, sample };
  const kin = { map, place: { place: [0, 0, 0] as const, order, distances }, byChamfer: null };
  expect(kinReading(kin, shown)).toEqual({
    nearest: shapes[1],
    count: 6,
    own: { category: 'chair', same: 4 },
    both: null,
  });
  // The list is of the same shapes.
  expect(nearestPlaces(map, shown, order)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(nearestPlaces(map, { ...shown, sample: null }, order)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(kinReading({ ...kin, byChamfer: { order: order.toReversed(), distances } }, shown)?.both).toBe(3);
  expect(kinReading({ ...kin, place: null }, shown)).toBeNull();
});

/** What a worker would answer, each call when it is let go. */
function waitingJobs() {
  const calls: { readonly name: string; readonly args: readonly unknown[]; done(value: unknown): void }[] = [];
  const jobs = new Proxy({} as Jobs, {
    get:
      (_, name: string) =>
      (...args: readonly unknown[]) =>
        new Promise((done) => calls.push({ name, args, done })),
  });
  const called = async (name: string) => {
    const find = () => calls.find((call) => call.name === name);
    await vi.waitFor(() => expect(find()).toBeDefined());
    const call = find()!;
    calls.splice(calls.indexOf(call), 1);
    return call;
  };
  return { jobs, called };
}

/** A session in a view, with its results, and how its picture is answered. */
function computing(view: 'kin' | 'many') {
  const session = model.open({ view }, false);
  const { jobs, called } = waitingJobs();
  startResults(model, session, jobs);
  const answer = async () => {
    (await called('truth')).done(makeSample('chair', 3));
    const points = new Float64Array(3 * 1024);
    (await called('answer')).done({
      points,
      feature: new Float32Array(4),
      extras: full,
      milliseconds: 1,
      novelty: null,
    });
    (await called('match')).done(new Int32Array(1024));
  };
  return { session, called, answer };
}

test('how far a comparison has come is not said after its end, nor of another picture', async () => {
  const { session, called, answer } = computing('kin');
  const now = () => shownOf(session.results.kinByChamfer);
  await answer();
  const { args, done } = await called('kinByChamfer');
  const tell = args[1] as (part: number) => void;
  tell(0.5);
  expect(now()).toMatchObject({ value: null, waiting: true, part: 0.5 });
  const found = { order: new Int32Array(0), distances: new Float64Array(0) };
  done(found);
  await vi.waitFor(() => expect(now().value).toBe(found));
  tell(0.9);
  expect(now()).toMatchObject({ fresh: true, waiting: false, part: null });

  session.store.begin({ category: 'table' });
  await answer();
  const other = await called('kinByChamfer');
  tell(0.7);
  expect(now()).toMatchObject({ value: null, waiting: true, part: null });
  (other.args[1] as (part: number) => void)(0.2);
  expect(now().part).toBe(0.2);
});

test('answers to another picture are not told of; while more are drawn to the same one, those before are', async () => {
  const { session, called, answer } = computing('many');
  const now = () => shownOf(session.results.many).value?.samples;
  const samples: Many['samples'] = [new Float64Array(3)];
  await answer();
  (await called('many')).done(samples);
  await vi.waitFor(() => expect(now()).toBe(samples));
  session.store.update({ samples: 12 });
  expect(now()).toBe(samples);
  session.store.begin({ category: 'table' });
  await answer();
  await vi.waitFor(() => expect(now()).toBeUndefined());
});

test('what these views set goes into links and comes back', () => {
  const link = 'v=1&scene=reconstruction&view=many&toy=bar&mo=sgd&mlr=0.5&ms=3&mn=32&n=12&ns=4&mc=spread';
  const { overrides, notices } = decodeLink(table.rules, link);
  expect(notices).toEqual([]);
  expect(encodeLink(table.rules, overrides)).toBe(link);
});

test('both languages have the same words with the same numbers in them', () => {
  // A language may name a thing twice.
  const numbers = (shown: string) => [...new Set([...shown.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].sort();
  expect(Object.keys(viewsEn).sort()).toEqual(Object.keys(viewsJa).sort());
  for (const [key, shown] of Object.entries(viewsJa) as [keyof typeof viewsJa, string][]) {
    expect(numbers(viewsEn[key]), key).toEqual(numbers(shown));
  }
});
