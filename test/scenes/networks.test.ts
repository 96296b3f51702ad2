import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createDigits } from '../../src/jobs/shippedDigits.ts';
import { cards } from '../../scenes/networks/cards/index.ts';
import { scaleOf } from '../../scenes/networks/chart.ts';
import type { Evidence } from '../../scenes/networks/cards/types.ts';
import { cornersFor, cornersText } from '../../scenes/networks/landscape/corners.ts';
import { landscapeOf, type Subject } from '../../scenes/networks/landscape/compute.ts';
import type { Landscape, LandscapeSpec } from '../../scenes/networks/landscape/types.ts';
import { readPoints, writePoints, type OwnPoint } from '../../scenes/networks/own/points.ts';
import { createCollector } from '../../scenes/networks/run/collect.ts';
import { dataFor } from '../../scenes/networks/run/data.ts';
import { precisionOf } from '../../scenes/networks/run/engine.ts';
import { scriptOf } from '../../scenes/networks/run/script.ts';
import { trainAll } from '../../scenes/networks/run/train.ts';
import { trainSpecOf } from '../../scenes/networks/run/trainSpec.ts';
import { FIELD, type Run, type Track } from '../../scenes/networks/run/types.ts';
import { scene } from '../../scenes/networks/scene.ts';
import { sentenceOf } from '../../scenes/networks/sentence.ts';
import { specOf, table, type State } from '../../scenes/networks/state.ts';
import { studyFor } from '../../scenes/networks/studies/ids.ts';
import { studies } from '../../scenes/networks/studies/index.ts';
import { between, sharpnessOf, type Sharpness } from '../../scenes/networks/studies/sharpness.ts';
import { displayOf } from '../../scenes/networks/views/NetRelief.tsx';
import { terrainOf } from '../../scenes/networks/views/terrain.ts';
import { addTexts, hasText } from '../../src/i18n/index.ts';
import { openLandscapes } from '../../src/jobs/landscape.ts';
import { float64 } from '../../src/networks/arithmetic.ts';
import { float64Evaluator } from '../../src/networks/landscape/reference.ts';
import { createNetwork, remember } from '../../src/networks/network.ts';
import { batchOf, createTraining } from '../../src/networks/train.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import { lookOf } from '../../src/ui/cards/quiz.ts';
import { cardText } from '../../src/ui/cards/texts.ts';
import { isNumber } from '../../src/ui/say/said.ts';
import { wordsOf } from '../../src/ui/useText.ts';

beforeAll(() => addTexts(scene.words!));

const { rules } = table;
const stateOf = (link: string): State => rules.resolve(decodeLink(rules, link).overrides);
const opening = 'v=1&scene=networks';
const atOnce = () => Promise.resolve();

/** The shipped ones from the very files, through the worker's own reader. */
const digits = createDigits();
beforeAll(() => {
  vi.stubGlobal('fetch', async (file: URL) => new Response(new Uint8Array(await readFile(file))));
  return () => vi.unstubAllGlobals();
});

const trained = new Map<string, Promise<Run>>();
async function train(state: State): Promise<Run> {
  const spec = specOf(state)!;
  const data = await dataFor(spec, digits);
  const collector = createCollector(spec, data);
  await trainAll(spec, data, collector.add, atOnce);
  return collector.run(true);
}
function runOf(state: State): Promise<Run> {
  const key = JSON.stringify(specOf(state));
  if (!trained.has(key)) trained.set(key, train(state));
  return trained.get(key)!;
}

const subjectOf = ({ network, data, tracks }: Run): Subject => ({ network, samples: data.train, traces: tracks });

async function landscape(run: Run, spec: Partial<LandscapeSpec>): Promise<Landscape> {
  const whole = { run: '', kind: 'pca', seed: 0, about: 0, zoom: 1, ...spec } as const;
  const told: Landscape[] = [];
  const means = { ...openLandscapes(() => Promise.resolve(null), { backend: () => null }), pause: atOnce };
  // The coarse picture is enough.
  await landscapeOf(whole, subjectOf(run), means, (found) => void told.push(found), { finest: 33 });
  return told[0]!;
}

async function evidenceOf(link: string): Promise<Evidence> {
  const state = stateOf(link);
  const run = await runOf(state);
  const place = run.tracks.findIndex(({ id }) => id === state.selected);
  const about = {
    kind: state.plane,
    about: state.plane === 'pca' ? 0 : place,
    seed: state.planeSeed,
    zoom: state.zoom,
  };
  const look = { run, landscape: await landscape(run, about) };
  const other =
    state.view === 'losses' ? { run, landscape: await landscape(run, { ...about, loss: 'squared-error' }) } : null;
  let found: Sharpness = { tracks: [] };
  if (state.quantity === 'sharpness') await sharpnessOf(subjectOf(run), atOnce, (next) => void (found = next));
  const wanted = studyFor(state.card);
  const subject = subjectOf(run);
  const study = wanted && (await studies[wanted.study]({ subject, place, pause: atOnce, tell: () => undefined }));
  return {
    ...{ state: { steps: run.parts }, run, look, other },
    bent: state.quantity === 'sharpness' ? { run, sharpness: found } : null,
    studied: wanted && study ? { id: wanted.study, study } : null,
  };
}

describe.each(cards)('the card $id', (card) => {
  test('has its texts, and what its run finds is what it says', async () => {
    for (const part of ['title', 'ask', ...card.answers.map((answer) => `answer.${answer}`)])
      expect(hasText(cardText(card, part as 'title')), part).toBe(true);
    expect(encodeLink(rules, decodeLink(rules, card.link).overrides)).toBe(card.link);
    const evidence = await evidenceOf(card.link);
    expect(card.claim(evidence)).toBe(true);
    expect(card.answers).toContain(card.outcome(evidence));
    for (const step of [0, card.judgedAt, evidence.state.steps]) {
      const said = lookOf(card, evidence, step);
      expect(said && hasText(said.text), String(step)).toBe(true);
      for (const { value } of Object.values(said!.values)) expect(Number.isFinite(value)).toBe(true);
    }
  }, 60_000);

  test('says nothing where nothing has been found', () => {
    const nothing: Evidence = { state: { steps: 0 }, run: null, look: null, other: null, bent: null, studied: null };
    expect(card.outcome(nothing)).toBeNull();
    expect(card.claim(nothing)).toBe(false);
    expect(card.look(nothing, 3)).toBeNull();
  });
});

describe('a run', () => {
  test('opens with three optimizers that all learn the spirals, from one start', async () => {
    const run = await runOf(stateOf(opening));
    expect(run.tracks.map(({ id }) => id)).toEqual(['sgd', 'momentum', 'adam']);
    const [first] = run.tracks;
    for (const track of run.tracks) {
      expect(track.count).toBe(61);
      expect(track.trainLoss[0]).toBe(first!.trainLoss[0]);
      expect(track.testAccuracy.at(-1)).toBeGreaterThan(0.95);
    }
  });

  test('a small net is trained in float64, a large one in float32 and as near as that allows: by the link alone', async () => {
    const precision = ({ spec, network, data }: Run) => precisionOf(spec!, network, data.train.count);
    const small = await runOf(stateOf(opening));
    expect([precision(small), small.arithmetic]).toEqual(['float64', 'float64']);
    const run = await runOf(stateOf(`${opening}&w=40&k=60&o=adam`));
    // By which of the two, the run says; here there is SIMD.
    expect([precision(run), run.arithmetic]).toEqual(['float32', 'simd']);
    const [{ weights, trainLoss, testLoss, fields }] = run.tracks as [Track];
    expect(weights).toEqual(Float64Array.from(weights, Math.fround));
    const right = createTraining(trainSpecOf(run.spec!, run.network, 0), run.data);
    while (right.step());
    const record = right.record();
    for (const row of [0, 30, 60]) {
      expect(trainLoss[row]! / record.trainLoss[row]!).toBeCloseTo(1, 3);
      expect(testLoss[row]! / record.testLoss[row]!).toBeCloseTo(1, 3);
    }
    expect(trainLoss).not.toEqual(record.trainLoss);
    expect(fields.every(Number.isFinite)).toBe(true);
  });

  test('each record’s picture is what the net of its weights says', async () => {
    const { tracks, network } = await runOf(stateOf(opening));
    const { weights, fields, count } = tracks[1]!;
    const size = weights.length / count;
    const row = 40;
    const own = weights.slice(row * size, (row + 1) * size);
    // The middle of the picture is the origin of the plane.
    const y = createNetwork(network).forward(own, { count: 1, x: new Float64Array(2) });
    const middle = (FIELD * FIELD - 1) / 2;
    expect(fields[row * FIELD * FIELD + middle]).toBeCloseTo(1 / (1 + Math.exp(y[0]! - y[1]!)), 6);
  });

  test('a link trains what it says, and a slider’s number stands in it', () => {
    const link = `${opening}&d=moons&w=8&a=relu&bs=20&o=sgd~lion&lr=sgd:0.02`;
    const { overrides, notices } = decodeLink(rules, link);
    expect(notices).toEqual([]);
    expect(encodeLink(rules, overrides)).toBe(link);
    expect(specOf(rules.resolve(overrides))).toMatchObject({
      ...{ data: { id: 'moons' }, hidden: [8, 8], activation: 'relu', batch: 20 },
      optimizers: [
        { id: 'sgd', params: { lr: 0.02 } },
        { id: 'lion', params: { lr: 0.002 } },
      ],
    });
    // The selected one is on view.
    expect(rules.resolve(overrides).selected).toBe('lion');
  });
});

describe('the landscape', () => {
  test('holds its paths, and is the loss of the nets of its plane', async () => {
    const run = await runOf(stateOf(opening));
    const { loss, size, domain, paths, explained } = await landscape(run, {});
    expect(size).toBe(17);
    expect(explained![0] + explained![1]).toBeGreaterThan(0.7);
    const [a0, a1, b0, b1] = domain;
    expect(a1 - a0).toBeCloseTo(b1 - b0, 9);
    for (const { alpha, beta } of paths) {
      expect(alpha.every((value) => value > a0 && value < a1)).toBe(true);
      expect(beta.every((value) => value > b0 && value < b1)).toBe(true);
    }
    expect(loss.every((value) => value > 0)).toBe(true);
    const { lowest } = terrainOf({ loss, size, domain, paths } as Landscape, true).display;
    expect(lowest).toBeLessThanOrEqual(Math.log10(paths[2]!.loss.at(-1)!));
  });

  test('of a random plane through a net is that net’s own loss in its middle, and the path ends there', async () => {
    const run = await runOf(stateOf(opening));
    const { loss, size, paths } = await landscape(run, { kind: 'random', about: 2, seed: 3 });
    const { weights, count } = run.tracks[2]!;
    const length = weights.length / count;
    const own = createNetwork(run.network).loss(weights.slice(-length), batchOf(run.data.train, float64));
    expect(loss[(size * size - 1) / 2]).toBeCloseTo(own, 12);
    expect(paths[2]!.residual.at(-1)).toBeLessThan(1e-9);
    expect(paths[2]!.shadow.at(-1)).toBeCloseTo(own, 9);
    expect(paths[2]!.residual[0]).toBeGreaterThan(1);
  });
});

describe('three nets that the reader picks', () => {
  test('are those asked for where they are on view, each once', () => {
    const ids = ['sgd', 'momentum', 'adam'];
    expect(cornersFor(null, ids, 'adam')).toEqual(['adam', 'sgd', 'momentum']);
    expect(cornersFor(['sgd', 'start', 'bend'], ids, 'adam')).toEqual(['sgd', 'start', 'bend']);
    expect(cornersFor(['lion', 'adam', 'sgd'], ids, 'adam')).toEqual(['momentum', 'adam', 'sgd']);
    expect(cornersFor(['bend', 'sgd', 'adam'], ['adam'], 'adam')).toEqual(['start', 'adam', 'bend']);
  });

  test('lie in the plane: their true losses are those of their shadows', async () => {
    const run = await runOf(stateOf(opening));
    const { paths } = await landscape(run, { kind: 'points', about: 2, corners: ['sgd', 'adam', 'start'] });
    for (const place of [0, 2]) {
      expect(paths[place]!.residual.at(-1)).toBeLessThan(1e-9);
      expect(paths[place]!.shadow.at(-1)).toBeCloseTo(paths[place]!.loss.at(-1)!, 9);
    }
    expect(paths[1]!.residual[0]).toBeLessThan(1e-9);
    expect([paths[0]!.alpha.at(-1), paths[2]!.alpha.at(-1)].map((value) => Math.round(value!))).toEqual([0, 1]);
    expect(cornersText.read('adam~sgd~start')).toEqual(['adam', 'sgd', 'start']);
    expect(cornersText.read('adam~adam~start')).toBeUndefined();
  });
});

test('curvature is straight between the records that are computed', () => {
  const known = new Map([
    [0, 1],
    [4, 3],
    [5, 9],
  ]);
  expect([...between(known, 7)]).toEqual([1, 1.5, 2, 2.5, 3, 9, NaN]);
});

test('points of the reader’s own go along in the link, as near as a thousandth', () => {
  const points: readonly OwnPoint[] = [
    [-1.5, 1.5, 0],
    [0.1234, -0.987, 1],
  ];
  const back = readPoints(writePoints(points))!;
  back.forEach(([x, y, label], i) => {
    expect(x).toBeCloseTo(points[i]![0], 3);
    expect(y).toBeCloseTo(points[i]![1], 3);
    expect(label).toBe(points[i]![2]);
  });
  expect(readPoints('zzz')).toBeUndefined();
  expect(readPoints('<script>')).toBeUndefined();
  expect(specOf({ ...stateOf(opening), data: 'own', points: [] })).toBeNull();
});

test('the sentence says the records’ own numbers', async () => {
  const run = await runOf(stateOf(opening));
  const look = { run, landscape: await landscape(run, {}) };
  for (const language of ['ja', 'en'] as const) {
    const said = sentenceOf(wordsOf(language), run, look, 'adam', 30).filter(isNumber);
    expect(said.map(({ value }) => value)).toEqual(
      expect.arrayContaining([600, run.tracks[2]!.trainLoss[30], look.landscape.paths[2]!.residual[30]]),
    );
  }
});

test('the chart: accuracy from its least tenth up, curvature against the limit of gradient descent, losses by decades', () => {
  const t = wordsOf('en');
  const line = (key: string, ...values: number[]) => ({
    ...{ key, run: key, colour: undefined, values: Float64Array.from(values) },
  });
  const accuracy = scaleOf(t, [line('adam', 0.62, 1)], 'accuracy').heightOf;
  expect([0.5, 1, NaN].map(accuracy)).toEqual([0, 1, NaN]);
  const bent = scaleOf(t, [line('sgd', 4, 11), line('sgd-edge', 10, 10), line('adam', 900, 900)], 'sharpness').heightOf;
  expect([0, 10, 25, 900].map(bent)).toEqual([0, 0.4, 1, 1]);
  const losses = scaleOf(t, [line('adam', 1, 0.1, 0.01)], 'loss').heightOf;
  expect([1, 0.1, 0.01].map(losses)).toEqual([1, 0.5, 0]);
});

test('digits: as many to learn from as asked for and as many others to test on; what it says of these, and a landscape with its path', async () => {
  const run = await runOf(stateOf(`${opening}&d=digits&n=40&o=adam&sel=adam&k=60&w=8&dp=1`));
  expect(run.network).toMatchObject({ inputs: 784, hidden: [8], outputs: 10, task: 'classes' });
  expect([run.data.train.count, run.data.test.count]).toEqual([40, 40]);
  const [track] = run.tracks;
  expect(track!.fields).toHaveLength(track!.count * 40 * 10);
  const size = track!.weights.length / track!.count;
  const { inputs, x } = run.data.test;
  const own = track!.weights.slice(7 * size, 8 * size);
  const logits = createNetwork(run.network).forward(own, { count: 1, x: x.subarray(3 * inputs, 4 * inputs) });
  logits.forEach((logit, j) => expect(track!.fields[(7 * 40 + 3) * 10 + j]).toBeCloseTo(logit, 5));
  expect(track!.count).toBe(run.parts + 1);
  expect(track!.trainAccuracy.at(-1)).toBe(1);
  const { paths, loss } = await landscape(run, {});
  expect(loss.every(Number.isFinite)).toBe(true);
  expect(paths[0]!.loss).toEqual(track!.trainLoss);
  expect(Math.max(...paths[0]!.residual)).toBeGreaterThan(0);
});

test('a plateau that lies at a level of the contours has none of their lines, which would be float32’s noise', () => {
  const size = 17;
  const deviation = 1e-6;
  const level = -3 / 8;
  // A slope up to a plateau at a decade's third eighth below 1; noise lifts it or lowers it there.
  const loss = Float64Array.from({ length: size ** 2 }, (_, at) => {
    const column = at % size;
    const noise = deviation * (at % 2 ? 0.9 : -0.9);
    return column < 8 ? 0.01 + (10 ** level - 0.01) * (column / 8) : 10 ** level * (1 + noise);
  });
  const one = (value: number) => Float64Array.of(value);
  const paths = [{ alpha: one(0), beta: one(0), residual: one(0), loss: one(0.01), shadow: one(0.01) }];
  const landscape = { size, domain: [0, 16, 0, 16], loss, paths, deviation } as unknown as Landscape;
  const { heights, contour } = terrainOf(landscape, true);
  const [from, step] = contour;
  const crossings = (values: ArrayLike<number>, columns: readonly [number, number]) =>
    Array.from(values).filter((value, at) => {
      const column = at % size;
      const index = (v: number) => Math.floor((v - from) / step);
      return column >= columns[0] && column < columns[1] && index(value) !== index(values[at + 1]!);
    }).length;
  expect(crossings(loss.map(Math.log10), [8, 16])).toBeGreaterThan(100);
  expect(crossings(heights, [8, 16])).toBe(0);
  // The slope keeps its lines; no height moves farther than twice what it may be off by.
  expect(crossings(heights, [0, 7])).toBe(crossings(loss.map(Math.log10), [0, 7]));
  heights.forEach((height, at) => {
    const off = (4 * deviation) / Math.LN10 + 1e-6;
    expect(Math.abs(height - Math.log10(loss[at]!))).toBeLessThan(2 * off);
  });
});

test.each([true, false])('a valley of hardly any loss is drawn as smooth as it is (logarithm: %s)', (log) => {
  const size = 33;
  // From 1 down to 1e-9: of the backend's relative deviation nothing is to be seen, however small the loss.
  const loss = Float64Array.from({ length: size ** 2 }, (_, at) => 10 ** ((-9 * (at % size)) / (size - 1)));
  const one = (value: number) => Float64Array.of(value);
  const paths = [{ alpha: one(0), beta: one(0), residual: one(0), loss: one(1), shadow: one(1) }];
  const landscape = { size, domain: [0, 1, 0, 1], loss, paths, deviation: 1.4e-6 } as unknown as Landscape;
  const { heights, heightOf } = terrainOf(landscape, log);
  heights.forEach((height, at) => expect(Math.abs(height - heightOf(loss[at]!))).toBeLessThan(1e-4));
});

test('what a net says rises as high over a reader’s own data, whose sides are never quite alike, as over a square', async () => {
  const run = await runOf(stateOf(`${opening}&d=moons&n=20&k=10`));
  const over = (x: readonly [number, number], y: readonly [number, number]) =>
    displayOf({ ...run.data, domain: [x, y] }).height;
  const square = over([-1, 1], [-1, 1]);
  expect(over([-1, 1], [-0.99, 1])).toBeCloseTo(square, 12);
  expect(over([-0.99, 1], [-1, 1])).toBeCloseTo(square, 12);
  expect(over([0, 30], [-1, 1])).toBeCloseTo(square, 12);
});

test('the two losses keep their names, whichever of them the net was trained with', async () => {
  const card = cards.find(({ id }) => id === 'net-losses')!;
  const evidence = await evidenceOf(card.link);
  const { run, look, other } = evidence;
  const squared = { ...run!, network: { ...run!.network, loss: 'squared-error' as const } };
  const turned: Evidence = {
    ...evidence,
    run: squared,
    look: { ...other!, run: squared },
    other: { ...look!, run: squared },
  };
  expect(lookOf(card, turned, 1)).toEqual(lookOf(card, evidence, 1));
  expect(card.outcome(turned)).toBe(card.outcome(evidence));
});

test('of points whose classes alternate both halves have both', async () => {
  const points = Array.from({ length: 24 }, (_, i): OwnPoint => [i / 24, 0, (i % 2) as 0 | 1]);
  const { train: learned, test: kept } = await dataFor({ data: { id: 'own', points: writePoints(points) } }, digits);
  for (const half of [learned, kept]) expect([...half.labels!].filter((label) => label === 1)).toHaveLength(6);
});

test('each record of a net with batch normalization keeps its own statistics, and its picture is drawn with them', async () => {
  const run = await runOf(stateOf(`${opening}&bn=1&k=60&n=40&o=adam`));
  const { running, weights, fields, count } = run.tracks[0]!;
  expect(running).toHaveLength(count);
  const size = weights.length / count;
  for (const row of [0, 5, count - 1]) {
    const net = createNetwork(run.network);
    remember(net, running![row]);
    const y = net.forward(weights.slice(row * size, (row + 1) * size), { count: 1, x: new Float64Array(2) });
    const middle = (FIELD * FIELD - 1) / 2;
    expect(fields[row * FIELD * FIELD + middle]).toBeCloseTo(1 / (1 + Math.exp(y[0]! - y[1]!)), 6);
  }
});

test('the coarse picture has the shadows of whoever drew it, the finer ones those of float64 (40 updates)', async () => {
  const run = await runOf(stateOf(`${opening}&k=40&n=20&w=4&dp=1`));
  const told: Landscape[] = [];
  const off = openLandscapes(() => Promise.resolve(null), {
    backend(problem) {
      const { evaluate, ...reference } = float64Evaluator(problem);
      return {
        ...{ ...reference, backend: 'simd' as const },
        evaluate(alpha, beta, out, count) {
          evaluate(alpha, beta, out, count);
          for (let i = 0; i < count; i++) out[i]! += 1;
        },
      };
    },
  });
  const spec = { run: '', kind: 'pca', seed: 0, about: 0, zoom: 1 } as const;
  // So fine that no machine fills it before the first is told.
  await landscapeOf(spec, subjectOf(run), { ...off, pause: atOnce }, (one) => void told.push(one), { finest: 257 });
  const [coarse, finer, ...more] = told.map(({ paths }) => paths[0]!.shadow);
  coarse!.forEach((loss, row) => expect(loss - finer![row]!).toBeCloseTo(1, 12));
  // On a quick machine two finer ones come as one.
  for (const finest of more) expect(finest).toEqual(finer);
});

test('a training as a script is made of what the worker keeps: its first weights, and a loss a record', async () => {
  const run = await runOf(stateOf(`${opening}&k=40&n=20&w=4&dp=1`));
  const script = scriptOf(run.spec!, subjectOf(run), 1);
  const { trainLoss } = run.tracks[1]!;
  expect(script).toContain(`40: ${trainLoss.at(-1)}`);
  expect(script).toMatch(/\nassert abs\(last - expected\[40\]\) <= 0?\.?[\de-]+ /);
  expect(script).toContain('momentum');
});
