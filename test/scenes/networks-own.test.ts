import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { landscapeOf } from '../../scenes/networks/landscape/compute.ts';
import type { Landscape } from '../../scenes/networks/landscape/types.ts';
import { pointsOf, readFile, type Brought } from '../../scenes/networks/own/read.ts';
import { refusalInWords } from '../../scenes/networks/own/words.ts';
import { saidSize } from '../../scenes/networks/run/says.ts';
import { FIELD } from '../../scenes/networks/run/types.ts';
import { sharpnessOf, type Sharpness } from '../../scenes/networks/studies/sharpness.ts';
import { words } from '../../scenes/networks/words/index.ts';
import { addTexts } from '../../src/i18n/index.ts';
import { openLandscapes } from '../../src/jobs/landscape.ts';
import { readDropped } from '../../src/io/networks/dropped.ts';
import { readNpz, writeNpz } from '../../src/io/networks/npz.ts';
import type { NumberTensor } from '../../src/io/networks/tensor.ts';
import { networkAt, rowOf } from '../../src/io/networks/run/records.ts';
import { drawData } from '../../src/networks/data/index.ts';
import { classSamples } from '../../src/networks/data/samples.ts';
import { topEigenvalues } from '../../src/networks/hessian/index.ts';
import { wordsOf } from '../../src/ui/useText.ts';

addTexts(words);

const page = drawData({ id: 'moons', count: 40, noise: 0.1, seed: 1 });
const atOnce = () => Promise.resolve();
const bytesOf = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../fixtures/networks/runs/${name}`, import.meta.url)));
const read = (name: string, bytes: Uint8Array): Promise<Brought> => readFile(name, bytes, page, atOnce);
const text = (lines: string) => new TextEncoder().encode(lines);

describe('a training of PyTorch’s own', () => {
  test.each(['tanh-sgd.npz', 'relu-norm-drop-adam.npz'])(
    '%s: its own losses at its checkpoints, to 1e-6',
    async (name) => {
      const brought = await read(name, bytesOf(name));
      if (brought.kind !== 'run') throw new Error(JSON.stringify(brought));
      const { run } = brought;
      const dropped = readDropped(name, bytesOf(name));
      if (dropped.kind !== 'run' || !dropped.run.loss) throw new Error('the fixture says its losses');
      const [track] = run.tracks;
      expect(track!.count).toBe(dropped.run.count);
      track!.trainLoss.forEach((loss, row) =>
        expect(loss * dropped.run.lossScale).toBeCloseTo(dropped.run.loss![row]!, 6),
      );
      // A plane of inputs, or single samples.
      const cells = saidSize(run.network, run.data);
      expect(cells).toBe(
        run.network.inputs <= 2 && run.network.outputs <= 2 ? FIELD * FIELD : run.data.test.count * run.network.outputs,
      );
      expect(track!.fields).toHaveLength(track!.count * cells);
      expect([...run.at]).toEqual([...dropped.run.at]);
      // Its principal plane holds its path; what it leaves out is the residual.
      const subject = { network: run.network, samples: run.data.train, traces: run.tracks };
      const spec = { run: '', kind: 'pca', seed: 0, about: 0, zoom: 1 } as const;
      const told: Landscape[] = [];
      const means = { ...openLandscapes(() => Promise.resolve(null), { backend: () => null }), pause: atOnce };
      await landscapeOf(spec, subject, means, (found) => void told.push(found), { finest: 33 });
      const { paths, explained } = told[0]!;
      expect(explained![0]).toBeGreaterThan(0.5);
      expect(paths[0]!.residual.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
    },
  );
});

describe('a training that comes without its data', () => {
  const whole = readNpz(bytesOf('tanh-sgd.npz'));
  const [x, y] = ['x', 'y'].map((name) => whole.get(name) as NumberTensor) as [NumberTensor, NumberTensor];
  /** Its inputs `factor` times as large, with weights that make up for it; and a CSV of them. */
  const bare = (factor: number) => {
    const first = whole.get('0.weight') as NumberTensor;
    const arrays = new Map(whole).set('0.weight', { ...first, values: first.values.map((value) => value / factor) });
    for (const name of ['x', 'y']) arrays.delete(name);
    return writeNpz(arrays);
  };
  const csv = (factor: number) =>
    text(
      Array.from(y.values, (label, i) => `${factor * x.values[2 * i]!},${factor * x.values[2 * i + 1]!},${label}`).join(
        '\n',
      ),
    );
  const saidLosses = (whole.get('loss') as NumberTensor).values;

  test('takes points that were dropped before it as they came: all of them, not scaled, with torch’s own losses', async () => {
    const points = await read('points.csv', csv(50));
    if (points.kind !== 'points') throw new Error(JSON.stringify(points));
    expect(Math.max(...points.points.flatMap(([px, py]) => [px, py]).map(Math.abs))).toBeLessThanOrEqual(1);
    const found = await readFile('bare.npz', bare(50), points.asTheyAre, atOnce);
    if (found.kind !== 'run') throw new Error(JSON.stringify(found));
    found.run.tracks[0]!.trainLoss.forEach((loss, row) => expect(loss).toBeCloseTo(saidLosses[row]!, 6));
  });

  test('is refused where its losses are not those on the data at hand, in both languages', async () => {
    const found = await read('bare.npz', bare(1));
    expect(found).toMatchObject({ kind: 'refused', code: 'other-data', where: { part: 'record 1' } });
    if (found.kind !== 'refused') return;
    const [first] = saidLosses;
    expect(refusalInWords(wordsOf('en'), found)).toContain(first!.toPrecision(4));
    expect(refusalInWords(wordsOf('ja'), found)).toMatch(/ください。/);
    // Nor where it is data of another task.
    const wave = drawData({ id: 'wave', count: 40, noise: 0, seed: 1 });
    expect(await readFile('bare.npz', bare(1), wave, atOnce)).toMatchObject({ kind: 'refused', code: 'no-data' });
  });
});

/** torch's net with batch normalization, read as dropped. */
async function normed() {
  const name = 'relu-norm-drop-adam.npz';
  const brought = await read(name, bytesOf(name));
  const dropped = readDropped(name, bytesOf(name));
  if (brought.kind !== 'run' || dropped.kind !== 'run') throw new Error('the fixture is a run');
  const { run } = brought;
  const subject = { network: run.network, samples: run.data.train, traces: run.tracks };
  return { run, dropped: dropped.run, subject };
}

describe('with batch normalization each record is looked at with its own statistics', () => {
  test('its true losses are torch’s own at every checkpoint, where they are computed anew', async () => {
    const { dropped, subject } = await normed();
    const told: Landscape[] = [];
    const spec = { run: '', kind: 'pca', seed: 0, about: 0, zoom: 1, loss: dropped.network.loss } as const;
    const means = { ...openLandscapes(() => Promise.resolve(null), { backend: () => null }), pause: atOnce };
    await landscapeOf(spec, subject, means, (found) => void told.push(found), { finest: 17 });
    const [path] = told[0]!.paths;
    expect([...path!.loss].map((loss, row) => Math.abs(loss - dropped.loss![row]!) < 1e-6)).toEqual([
      ...Array.from(dropped.loss!, () => true),
    ]);
  });

  test('its curvature is that of the net as it was', async () => {
    const { dropped, subject } = await normed();
    let found: Sharpness = { tracks: [] };
    await sharpnessOf(subject, atOnce, (next) => void (found = next));
    const curvature = (record: number, statisticsOf: number) => {
      const { running } = networkAt(dropped, statisticsOf);
      const net = { spec: { ...dropped.network, dropout: 0 }, running };
      return topEigenvalues(net, rowOf(dropped, record), dropped.data!.train, 1, { tolerance: 1e-9 }).values[0]!;
    };
    for (let record = 0; record < dropped.count; record++)
      expect(found.tracks[0]![record]! / curvature(record, record), `record ${record}`).toBeCloseTo(1, 2);
    // Else any statistics would do.
    expect(curvature(0, dropped.count - 1) / curvature(0, 0)).not.toBeCloseTo(1, 1);
  });
});

test('a grid of losses from elsewhere is drawn as it is, with its path', async () => {
  const csv = 'alpha,beta,loss\n0,0,1\n1,0,2\n2,0,3\n0,1,2\n1,1,3\n2,1,4\n0,2,5\n1,2,6\n2,2,7\n';
  const brought = await read('grid.csv', text(csv));
  if (brought.kind !== 'run') throw new Error(JSON.stringify(brought));
  const { size, domain, loss } = brought.run.landscape!;
  expect([size, ...domain]).toEqual([3, 0, 2, 0, 2]);
  expect([...loss]).toEqual([1, 2, 3, 2, 3, 4, 5, 6, 7]);
});

describe('points of the reader’s own', () => {
  test('as CSV: two classes in the plane, made to fit it', async () => {
    const brought = await read('points.csv', text('x,y,label\n0,0,no\n10,0,yes\n10,20,no\n0,20,yes\n'));
    if (brought.kind !== 'points') throw new Error(JSON.stringify(brought));
    expect(brought.points.map(([, , label]) => label)).toEqual([0, 1, 0, 1]);
    expect(brought.points[0]).toEqual([-0.5, -1, 0]);
    expect(brought.points[2]).toEqual([0.5, 1, 0]);
  });

  test('what is of the plane’s size stays as it is', () => {
    const samples = classSamples(Float64Array.of(-1, 0.5, 1, -0.25), Uint8Array.of(0, 1), 2, 2);
    expect(pointsOf(samples)).toEqual([
      [-1, 0.5, 0],
      [1, -0.25, 1],
    ]);
  });

  test.each([
    ['three.csv', 'x,y,label\n0,0,a\n1,0,b\n1,1,c\n0,1,a\n', 'data-shape'],
    ['one.csv', 'x,y,label\n0,0,a\n1,0,a\n', 'one-class'],
    ['words.csv', 'x,y,label\n0,zero,a\n1,0,b\n', 'not-a-number'],
    ['net.pt', 'PK', 'foreign'],
    ['nothing.csv', '', 'empty'],
  ])('%s is refused, in both languages', async (name, lines, code) => {
    const brought = await read(name, text(lines));
    expect(brought).toMatchObject({ kind: 'refused', code });
    if (brought.kind !== 'refused') return;
    for (const language of ['ja', 'en'] as const) {
      const said = refusalInWords(wordsOf(language), brought);
      expect(said).not.toMatch(/[{}]|undefined/);
      expect(/[ぁ-ん]/.test(said)).toBe(language === 'ja');
    }
  });

  test('a training that was cut off is refused', async () => {
    const whole = bytesOf('tanh-sgd.npz');
    expect(await read('cut.npz', whole.slice(0, whole.length / 2))).toMatchObject({ kind: 'refused' });
  });
});
