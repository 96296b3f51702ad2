import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { withBound } from '../../../src/cli/networks/hessian.ts';
import { readNpz, writeNpz } from '../../../src/io/networks/npz.ts';
import { readRun } from '../../../src/io/networks/run/read.ts';
import { lossAt } from '../../../src/io/networks/run/records.ts';
import type { NumberTensor } from '../../../src/io/networks/tensor.ts';
import { koubai, koubaiHere } from '../koubai.ts';

const folder = mkdtempSync(join(tmpdir(), 'koubai-landscape-'));
afterAll(() => rmSync(folder, { recursive: true }));
const call = await koubai();
const net = join(folder, 'net.npz');
const wide = join(folder, 'wide.csv');
writeFileSync(wide, '1,2,3,a\n3,2,1,b\n');
const torch = 'test/fixtures/networks/runs/relu-norm-drop-adam.npz';
const trained = call(
  'train',
  '--data',
  'spirals',
  '--samples',
  '60',
  '--layers',
  '8',
  '--lr',
  '0.02',
  '--epochs',
  '40',
  '--record',
  '10',
  '--out',
  net,
  '--json',
);

interface Printed {
  readonly alpha: readonly number[];
  readonly beta: readonly number[];
  readonly loss: readonly (readonly number[])[];
  readonly path: readonly {
    readonly alpha: number;
    readonly beta: number;
    readonly loss: number;
    readonly residual: number;
    readonly at: number;
  }[];
  readonly explained: readonly [number, number] | null;
  readonly backend: string;
  readonly deviation: number;
  readonly notes?: readonly string[];
}

function json(...args: string[]): Printed {
  const { code, out, err } = call('landscape', ...args, '--json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Printed;
}

test('the issue’s command: keys in their order, the middle is the last net, one seed one grid on any number of threads', () => {
  const { trainLoss } = JSON.parse(trained.out) as { trainLoss: number[] };
  const args = [net, '--directions', 'random', '--grid', '11', '--range', '1', '--seed', '1'];
  const grid = json(...args, '--backend', 'float64', '--workers', '1');
  expect(Object.keys(grid)).toEqual([
    'alpha',
    'beta',
    'loss',
    'path',
    'explained',
    'backend',
    'milliseconds',
    'deviation',
    'samples',
  ]);
  expect([grid.alpha[0], grid.alpha[10], grid.beta[5], grid.explained]).toEqual([-1, 1, 0, null]);
  expect(grid.loss.map((row) => row.length)).toEqual(Array.from({ length: 11 }, () => 11));
  expect(grid.loss[5]![5]).toBeCloseTo(trainLoss.at(-1)!, 12);
  expect(grid.path.map(({ loss }) => loss)).toEqual(trainLoss);
  expect(grid.path.at(-1)).toMatchObject({ alpha: 0, beta: 0, residual: 0, at: 40 });
  expect(grid.path[0]!.residual).toBeGreaterThan(0.1);
  expect(json(...args, '--backend', 'float64', '--workers', '3').loss).toEqual(grid.loss);
  const simd = json(...args);
  expect(simd.backend).toBe('simd');
  expect(simd.deviation).toBeLessThan(1e-5);
  simd.loss.flat().forEach((loss, i) => expect(Math.abs(loss / grid.loss.flat()[i]! - 1)).toBeLessThan(1e-5));
  expect(json(...args, '--seed', '2').loss).not.toEqual(simd.loss);
});

test('pca is fitted to the path and says what it explains; points hold the three nets', () => {
  const pca = json(net, '--directions', 'pca', '--grid', '5');
  const [first, second] = pca.explained!;
  expect(first).toBeGreaterThan(second);
  expect(first + second).toBeGreaterThan(0.8);
  for (const { alpha, beta } of pca.path) {
    expect(alpha).toBeGreaterThan(pca.alpha[0]!);
    expect(alpha).toBeLessThan(pca.alpha.at(-1)!);
    expect(Math.abs(beta)).toBeLessThan(Math.max(...pca.beta.map(Math.abs)));
  }
  const points = json(net, '--directions', 'points', '--points', '0,20,40', '--grid', '3', '--range', '1');
  for (const [record, alpha] of [
    [0, 0],
    [2, 1],
  ] as const) {
    expect(points.path[record]!.alpha).toBeCloseTo(alpha, 9);
    expect(points.path[record]!.residual).toBeLessThan(1e-9);
  }
  expect(points.path[4]!.residual).toBeLessThan(1e-9);
  expect(points.loss[1]![2]).toBeCloseTo(points.path[2]!.loss, 5);
});

test('a file of PyTorch’s snippet: the middle has torch’s own last loss; text for people', () => {
  const grid = json(torch, '--grid', '3');
  expect(grid.loss[1]![1]).toBeCloseTo(grid.path.at(-1)!.loss, 5);
  expect(grid.path.map(({ at }) => at)).toEqual([0, 10, 20, 30]);
  const { out } = call('landscape', torch, '--grid', '3', '--directions', 'pca', '--samples', '20');
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^plane {5}pca, α from \S+ to \S+, β from \S+ to \S+, 3 × 3 points$/),
    expect.stringMatching(/^explained [\d.]+ % and [\d.]+ % of the path's variance$/),
    expect.stringMatching(/^loss {6}[\d.]+ to [\d.]+ on 20 samples$/),
    expect.stringMatching(/^path {6}4 records, the last of loss [\d.]+, up to [\d.]+ from the plane$/),
    expect.stringMatching(/^computed {2}by simd in [\d.]+ s, within \de-\d+ of float64$/),
    '',
  ]);
});

test('hessian: descending, with 2/lr where the file says it; its bounds hold; --at another record', async () => {
  const { code, out } = await koubaiHere('hessian', net, '--top', '3', '--json');
  expect(code).toBe(0);
  const found = JSON.parse(out) as { eigenvalues: number[]; bounds: number[]; at: number; twoOverLr: number };
  expect(found.eigenvalues).toHaveLength(3);
  expect(found.eigenvalues).toEqual([...found.eigenvalues].sort((a, b) => b - a));
  expect([found.at, found.twoOverLr]).toEqual([40, 100]);
  expect(Math.max(...found.bounds)).toBeLessThan(1e-6 * found.eigenvalues[0]!);
  const early = JSON.parse(
    (await koubaiHere('hessian', net, '--top', '1', '--at', '10', '--json')).out,
  ) as typeof found;
  expect([early.at, early.eigenvalues[0] === found.eigenvalues[0]]).toEqual([10, false]);
  expect((await koubaiHere('hessian', torch)).out).toMatch(
    /^update {4}30, loss [\d.]+ on 60 samples\nλ1 {8}[\d.]+ ± \de-\d+\nλ2 {8}[\d.]+ ± /,
  );
});

test.each([
  [12.345678901234, 2e-4, '12.3457 ± 2e-4'],
  [0.00123456789, 3e-7, '0.0012346 ± 3e-7'],
  [1 / 3, 1e-17, '0.333333333333 ± 1e-17'],
  [5, 9, '5.0 ± 9e+0'],
  [NaN, NaN, 'NaN ± NaN'],
])('%d with a bound of %d has no digit that is uncertain: %s', (value, bound, text) => {
  expect(withBound(value, bound)).toBe(text);
});

describe('a training of somebody else’s that comes without its data', () => {
  /** torch's net on 2 inputs, its samples in a CSV of another size: fifty times as large, with the first layer's weights fifty times smaller. */
  const foreign = join(folder, 'foreign.npz');
  const points = join(folder, 'foreign.csv');
  const arrays = new Map(readNpz(readFileSync('test/fixtures/networks/runs/tanh-sgd.npz')));
  const [x, y, first] = ['x', 'y', '0.weight'].map((name) => arrays.get(name) as NumberTensor) as [
    NumberTensor,
    NumberTensor,
    NumberTensor,
  ];
  arrays.delete('x');
  arrays.delete('y');
  arrays.set('0.weight', { ...first, values: Float64Array.from(first.values, (value) => value / 50) });
  writeFileSync(foreign, writeNpz(arrays));
  const rows = (factor: number) =>
    Array.from(y.values, (label, i) => `${factor * x.values[2 * i]!},${factor * x.values[2 * i + 1]!},${label}`);
  writeFileSync(points, `x,y,label\n${rows(50).join('\n')}\n`);
  const run = readRun(arrays);

  test('gets the points of a CSV as they are, and says so: its losses are torch’s', () => {
    const grid = json(foreign, '--data', points, '--grid', '3');
    expect(grid.notes).toEqual([`foreign.csv is taken as it is: all ${y.values.length} samples, none moved or scaled`]);
    grid.path.forEach(({ loss }, record) => expect(loss).toBeCloseTo(run.loss![record]!, 6));
  });

  test('is not taken for one of other data: its losses say so', async () => {
    const other = join(folder, 'other.csv');
    writeFileSync(other, `x,y,label\n${rows(40).join('\n')}\n`);
    const { code, out } = await koubaiHere('hessian', foreign, '--data', other, '--top', '1');
    expect(code).toBe(0);
    expect(out).toMatch(
      /\nnote {6}other\.csv is taken as it is.*\nnote {6}\S+foreign\.npz says a loss of [\d.]+ at update \d+, and on this data it is [\d.]+: it was/,
    );
  });

  test('one of koubai’s own on a CSV has it as it was in training', async () => {
    const own = join(folder, 'own.npz');
    const trainedOn = ['--data', points, '--layers', '4', '--epochs', '20', '--record', '10'];
    expect((await koubaiHere('train', ...trainedOn, '--out', own)).code).toBe(0);
    const given = JSON.parse(
      (await koubaiHere('hessian', own, '--data', points, '--top', '1', '--json')).out,
    ) as Looked;
    const whole = readRun(readNpz(readFileSync(own)));
    const { train, test } = whole.data!;
    expect(given.samples).toBe(train.count + test.count);
    const last = whole.count - 1;
    const mean =
      (train.count * lossAt(whole, last, train) + test.count * lossAt(whole, last, test)) / (train.count + test.count);
    expect(given.loss).toBeCloseTo(mean, 12);
    expect(given.notes).toBeUndefined();
  });
});

interface Looked {
  readonly loss: number;
  readonly samples: number;
  readonly notes?: readonly string[];
}

test('gradcheck: the same gradient twice, and what each costs', async () => {
  const { code, out } = await koubaiHere(
    'gradcheck',
    '--data',
    'spirals',
    '--samples',
    '40',
    '--layers',
    '10,10',
    '--activation',
    'gelu',
    '--json',
  );
  expect(code).toBe(0);
  const found = JSON.parse(out) as { difference: number; parameters: number; ratio: number };
  expect(found.difference).toBeLessThan(1e-6);
  expect(found.parameters).toBe(30 + 110 + 22);
  // Two losses a weight against one pass there and back.
  expect(found.ratio).toBeGreaterThan(10);
  expect((await koubaiHere('gradcheck', '--data', 'wave', '--layers', '4')).out).toMatch(
    /^weights {5}13, on 200 samples\ndifference {2}\d\.\de-\d+ of/,
  );
});

test.each<[string, string[], RegExp]>([
  ['no file', ['landscape'], /missing required argument 'file'/],
  ['a file that is not there', ['landscape', 'no.npz'], /cannot read no\.npz: there is no such file/],
  ['a picture', ['landscape', 'docs/koubai-dark.png'], /koubai-dark\.png: This is no \.npz/],
  [
    'arrays of something else',
    ['landscape', 'test/fixtures/networks/tensors/stored.npz'],
    /stored\.npz: No layer's weights/,
  ],
  ['a plane there is not', ['landscape', net, '--directions', 'pcaa'], /no plane "pcaa"; did you mean pca\?/],
  ['a grid of one', ['landscape', net, '--grid', '1'], /--grid must be at least 2/],
  ['an empty range', ['landscape', net, '--range', '0'], /--range must be greater than 0/],
  ['points for another plane', ['landscape', net, '--points', '0,1,2'], /--points is for --directions points/],
  ['two points', ['landscape', net, '--directions', 'points', '--points', '0,40'], /--points takes three updates/],
  [
    'an update that is not kept',
    ['landscape', net, '--directions', 'points', '--points', '0,7,40'],
    /update 7 is not recorded; there are 0, 10, 20/,
  ],
  [
    'one net twice',
    ['landscape', net, '--directions', 'points', '--points', '0,0,40'],
    /the first two nets of a plane are one and the same/,
  ],
  ['samples it has not', ['landscape', net, '--samples', '61'], /--samples must be at most 60/],
  ['data of another net', ['landscape', net, '--data', wide], /has 2 inputs and 2 outputs, the data 3 and 2/],
  ['more eigenvalues than weights', ['hessian', net, '--top', '99'], /--top must be at most 42, the number of weights/],
  ['a record that is not kept', ['hessian', net, '--at', '5'], /update 5 is not recorded/],
  [
    'a net too wide',
    ['gradcheck', '--data', 'moons', '--layers', '300,300'],
    /central differences on \d+ weights would take many minutes/,
  ],
])('%s: exit code 2, one line', async (_, args, message) => {
  const { code, out, err } = await koubaiHere(...args);
  expect([code, out]).toEqual([2, '']);
  expect(err).toMatch(/^koubai: [^\n]+\n$/);
  expect(err).toMatch(message);
});
