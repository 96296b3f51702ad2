import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NetFileError } from '../../../src/io/networks/errors.ts';
import { readNpz, writeNpz } from '../../../src/io/networks/npz.ts';
import { readRun } from '../../../src/io/networks/run/read.ts';
import { lossAt as lossOn } from '../../../src/io/networks/run/records.ts';
import { torchSnippet } from '../../../src/io/networks/run/snippet.ts';
import type { NetRun } from '../../../src/io/networks/run/types.ts';
import { runArrays } from '../../../src/io/networks/run/write.ts';
import { readSafetensors } from '../../../src/io/networks/safetensors.ts';
import { tensorOf, textOf, type Tensor } from '../../../src/io/networks/tensor.ts';
import { drawData } from '../../../src/networks/data/index.ts';
import { layoutOf } from '../../../src/networks/layout.ts';
import { createTraining } from '../../../src/networks/train.ts';
import type { TrainSpec } from '../../../src/networks/types.ts';
import { pythonHas, runPython, TORCH_TIMEOUT } from './python.ts';
import { safetensorsOf } from './safetensorsOf.ts';

const committed = 'test/fixtures/networks/runs';
const arrays = (name: string, folder = committed) =>
  new Map(readNpz(new Uint8Array(readFileSync(join(folder, `${name}.npz`)))));

const lossAt = (run: NetRun, record: number) => lossOn(run, record, run.data!.train);

/** The recorded losses against those of the weights, where torch's float32 rounds its sums. */
function expectLosses(run: NetRun): void {
  expect(run.loss).toHaveLength(run.count);
  run.loss!.forEach((theirs, record) => {
    expect(Math.abs(lossAt(run, record) - theirs), `record ${record}`).toBeLessThan(1e-6 * Math.max(1, theirs));
  });
}

const specs: Readonly<Record<string, Partial<NetRun['network']>>> = {
  'tanh-sgd': {
    inputs: 2,
    hidden: [8, 8],
    outputs: 2,
    activation: 'tanh',
    task: 'classes',
    loss: 'cross-entropy',
    batchNorm: false,
    dropout: 0,
  },
  'relu-norm-drop-adam': { inputs: 16, hidden: [12, 7], outputs: 5, activation: 'relu', batchNorm: true, dropout: 0.2 },
  'gelu-values-float64': {
    inputs: 1,
    hidden: [6],
    outputs: 2,
    activation: 'gelu',
    task: 'values',
    loss: 'squared-error',
  },
  'leaky-shared-no-bias': { inputs: 2, hidden: [5, 5], outputs: 2, activation: 'leaky-relu' },
};

test.each(Object.entries(specs))(
  '%s: the snippet’s file gives the network, and torch’s own losses to 1e-6',
  (name, spec) => {
    const run = readRun(arrays(name));
    expect(run.network).toMatchObject(spec);
    expect([...run.at]).toEqual([0, 10, 20, 30]);
    expect(run.weights.length).toBe(4 * layoutOf(run.network).size);
    expectLosses(run);
    // It did train: a reader that gave every record the first weights would be seen.
    expect(run.loss![3]!).toBeLessThan(run.loss![0]!);
    expect(run.loss!.every((loss, i) => i === 0 || loss !== run.loss![i - 1])).toBe(true);
  },
);

test('values of outputs are those of torch: float64 to the last digits', () => {
  const run = readRun(arrays('gelu-values-float64'));
  run.loss!.forEach((theirs, record) => expect(Math.abs(lossAt(run, record) / theirs - 1)).toBeLessThan(1e-13));
});

test('a file without the axis of records is one record; without step they count from 0', () => {
  const all = arrays('tanh-sgd');
  const last = new Map<string, Tensor>();
  for (const [name, tensor] of all) {
    if (tensor.kind === 'texts' || name === 'x' || name === 'y') last.set(name, tensor);
    else if (name.includes('.')) {
      const shape = tensor.shape.slice(1);
      const size = shape.reduce((a, b) => a * b, 1);
      last.set(name, tensorOf(tensor.values.slice(3 * size, 4 * size), shape));
    }
  }
  const one = readRun(last);
  const run = readRun(all);
  expect([one.count, [...one.at], one.loss]).toEqual([1, [0], null]);
  expect(lossAt(one, 0)).toBe(lossAt(run, 3));
});

test('the same arrays as safetensors, which knows no order, are the same run', () => {
  const all = arrays('relu-norm-drop-adam');
  expect(readRun(readSafetensors(safetensorsOf(all)))).toEqual(readRun(all));
});

const change = (name: string, changes: Readonly<Record<string, Tensor | null>>) => () => {
  const all = arrays(name);
  for (const [key, tensor] of Object.entries(changes)) {
    if (tensor) all.set(key, tensor);
    else all.delete(key);
  }
  return all;
};
const layers = (...reprs: string[]) => textOf(JSON.stringify(Object.fromEntries(reprs.map((repr, i) => [i, repr]))));
const [linear, tanh] = ['Linear(in_features=2, out_features=8, bias=True)', 'Tanh()'];
const zeros = (...shape: number[]) => tensorOf(new Float64Array(shape.reduce((a, b) => a * b, 1)), shape);

test.each<[string, () => ReadonlyMap<string, Tensor>, RegExp]>([
  [
    'a forward with more than its modules',
    () => arrays('functional'),
    /its loss was 0\.\d+ and the network of its layers has .*\(record 1\).*not torch\.tanh in forward/,
  ],
  ['a convolution', () => arrays('convolution'), /The layer Conv2d\(.*\) is not known here \(layers\)/],
  [
    'another criterion',
    () => arrays('one-logit'),
    /BCEWithLogitsLoss\(\) does not go with .*CrossEntropyLoss\(\) on labels and MSELoss\(\)/,
  ],
  ['no weights', () => new Map([['a', zeros(2)]]), /No layer's weights are in it \(a\)/],
  ['nothing', () => new Map(), /No layer's weights are in it \(no array\)/],
  [
    'no layers',
    change('tanh-sgd', { layers: null }),
    /does not say which modules its weights belong to: write "layers"/,
  ],
  ['layers that are no JSON', change('tanh-sgd', { layers: textOf('{') }), /its layers as JSON/],
  ['layers as a list', change('tanh-sgd', { layers: textOf('[]') }), /its layers by name/],
  [
    'a softmax at the end',
    change('tanh-sgd', { layers: layers(linear, tanh, linear, 'Softmax(dim=1)') }),
    /Softmax\(dim=1\) is not known/,
  ],
  [
    'an activation at the end',
    change('tanh-sgd', { layers: layers(linear, tanh, linear, tanh) }),
    /"2" stands where it cannot .*takes logits/,
  ],
  [
    'two activations',
    change('tanh-sgd', { layers: layers(linear, tanh, tanh, linear) }),
    /"2" stands where it cannot .*BatchNorm1d, activation, Dropout/,
  ],
  [
    'layers that differ',
    change('tanh-sgd', { layers: layers(linear, tanh, linear, 'ReLU()', linear) }),
    /differ in their activation/,
  ],
  [
    'another slope',
    change('tanh-sgd', { layers: layers(linear, 'LeakyReLU(negative_slope=0.2)', linear) }),
    /LeakyReLU\(negative_slope=0\.2\) is not known/,
  ],
  ['a weight missing', change('tanh-sgd', { '2.weight': null }), /"2\.weight" is missing: write the whole state_dict/],
  [
    'a weight of another shape',
    change('tanh-sgd', { '2.weight': zeros(4, 8, 8, 1) }),
    /The shape is \(4, 8, 8, 1\) \(2\.weight\): \(records, any, any\)/,
  ],
  [
    'a chain that breaks',
    change('tanh-sgd', { '2.weight': zeros(4, 8, 7) }),
    /"2" takes 7 inputs and 8 come from before/,
  ],
  ['a record too few', change('tanh-sgd', { '2.bias': zeros(3, 8) }), /"2\.bias" has 3 rows, others 4/],
  ['steps of others', change('tanh-sgd', { step: zeros(3) }), /"step" has 3 rows, others 4/],
  ['texts for weights', change('tanh-sgd', { '0.weight': textOf('a') }), /that of texts \(0\.weight\)/],
  ['x without y', change('tanh-sgd', { y: null }), /"y" is missing: write both/],
  ['a label too many', change('tanh-sgd', { y: tensorOf(new Int32Array(80).fill(2)) }), /Label 2 is beyond 1 \(y\)/],
  ['targets too few', change('tanh-sgd', { y: zeros(79) }), /"y" has 79 rows, others 80/],
  [
    'NaN in x',
    change('tanh-sgd', { x: tensorOf(new Float64Array(160).fill(NaN), [80, 2]) }),
    /Value 1 is not a finite number \(x\)/,
  ],
  ['data of another width', change('tanh-sgd', { x: zeros(80, 3) }), /takes 2 → 2 and the data has 3 → 2/],
  [
    'weights beyond memory',
    change('tanh-sgd', {
      step: null,
      '0.weight': { kind: 'numbers', shape: [1e6, 8, 2], values: new Float32Array(0) },
    }),
    /The weights would take \d+ bytes/,
  ],
])('%s is refused', (_, make, message) => {
  expect(() => readRun(make())).toThrow(NetFileError);
  expect(() => readRun(make())).toThrow(message);
});

const train: TrainSpec = {
  network: {
    inputs: 2,
    hidden: [5, 4],
    outputs: 2,
    activation: 'relu',
    task: 'classes',
    loss: 'squared-error',
    batchNorm: true,
    dropout: 0.25,
    decay: 0.001,
  },
  ...{ init: 'he', initStd: 0.01, optimizer: 'adam', semantics: 'torch', batch: 10, steps: 12, seed: 7, every: 5 },
  params: { lr: 0.01, beta1: 0.9, beta2: 0.999, eps: 1e-8, weight_decay: 0 },
};

test('what koubai trains is read again bit for bit, statistics and data included (seed 7)', () => {
  const data = drawData({ id: 'moons', count: 40, noise: 0.1, seed: 7 });
  const training = createTraining(train, data);
  const copy = () =>
    training.network.running!.map(({ mean, variance }) => ({ mean: mean.slice(), variance: variance.slice() }));
  const running = [copy()];
  while (training.step()) if (training.done() % 5 === 0) running.push(copy());
  running.push(copy());
  const record = training.record();
  const run = readRun(readNpz(writeNpz(runArrays({ train, said: { id: 'moons' }, data, record, running }))));
  expect(run.network).toEqual({ ...train.network, decay: 0 });
  expect([...run.at]).toEqual([0, 5, 10, 12]);
  expect(run.weights).toEqual(record.weights);
  expect(run.running).toEqual(running);
  expect(run.data!.train).toEqual(data.train);
  expect(run.data!.test).toEqual(data.test);
  expect(run.said).toEqual({ train, data: { id: 'moons' } });
  run.loss!.forEach((loss, i) => expect(lossAt(run, i)).toBe(loss));
});

test('the snippet is some twenty lines and is what the fixtures were written with', () => {
  const lines = torchSnippet.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  expect(lines.length).toBeLessThanOrEqual(20);
  expect(readFileSync('tools/fixtures/make_torch_run_fixtures.py', 'utf8')).toContain('src/io/networks/run/snippet.py');
});

// Where Debian's torch is there, it runs the snippet now; else the files that it wrote are all there is. The name says which.
const torchThere = pythonHas('torch');

test(
  torchThere
    ? 'PyTorch runs the snippet today: same specs, its own losses to 1e-6'
    : 'without PyTorch: only its committed files are read',
  () => {
    if (!torchThere) {
      expect(readdirSync(committed).sort()).toContain('tanh-sgd.npz');
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'koubai-torch-'));
    try {
      const { status, stderr } = runPython(['tools/fixtures/make_torch_run_fixtures.py', folder]);
      expect([status, stderr]).toEqual([0, '']);
      for (const [name, spec] of Object.entries(specs)) {
        const run = readRun(arrays(name, folder));
        expect(run.network).toMatchObject(spec);
        expectLosses(run);
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  TORCH_TIMEOUT,
);
