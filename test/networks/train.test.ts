import { expect, test } from 'vitest';
import { fastArithmetic } from '../../src/jobs/networkArithmetic.ts';
import { float32, float64 } from '../../src/networks/arithmetic.ts';
import { drawData } from '../../src/networks/data/index.ts';
import { muon } from '../../src/networks/muon.ts';
import { createTraining, type Training } from '../../src/networks/train.ts';
import type { NetworkSpec, TrainSpec } from '../../src/networks/types.ts';
import { ruleOf } from '../../src/optimizers/index.ts';
import { defaultsOf } from '../../src/params/spec.ts';

const data = drawData({ id: 'spirals', count: 60, noise: 0.02, seed: 1 });
const network: NetworkSpec = {
  ...{ inputs: 2, hidden: [8, 8], outputs: 2, activation: 'tanh', task: 'classes', loss: 'cross-entropy' },
  ...{ batchNorm: true, dropout: 0.2, decay: 1e-3 },
};
const base: TrainSpec = {
  ...{ network, init: 'xavier', initStd: 0.01, optimizer: 'adam', semantics: 'torch' },
  ...{ params: { ...defaultsOf(ruleOf('adam', 'torch').params), lr: 0.01 } },
  ...{ batch: 16, steps: 47, seed: 3, every: 5 },
};
function run(training: Training, until = Infinity): Training {
  while (training.done() < until && training.step());
  return training;
}

const nadam = { optimizer: 'nadam', params: defaultsOf(ruleOf('nadam', 'torch').params) } as const;
test.each([
  ['Adam with batch norm, dropout and mini-batches', base, float64],
  ['NAdam, whose product is carried on', { ...base, ...nadam }, float64],
  ['Muon', { ...base, optimizer: 'muon', params: defaultsOf(muon.params) }, float64],
  ['float32 by SIMD', base, fastArithmetic()],
] as const)(
  'a training taken up at update 23 ends as one that never stopped, bit for bit, seed 3: %s',
  (_, spec, arithmetic) => {
    const whole = run(createTraining(spec, data, arithmetic)).state();
    const first = run(createTraining(spec, data, arithmetic), 23);
    const state = structuredClone(first.state());
    // What goes on does not write into the state that it came from, nor does the first training.
    run(first);
    const resumed = run(createTraining(spec, data, arithmetic, state)).state();
    expect(state.done).toBe(23);
    expect(resumed).toEqual(whole);
    expect(whole.record.at).toEqual(Int32Array.of(0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 47));
  },
);

test('SIMD trains to the bits of plain float32 loops with ReLU, and near float64 with tanh, seed 3', () => {
  const exactly = { ...base, network: { ...network, activation: 'relu' as const } };
  const [simd, plain] = [fastArithmetic(), float32].map((a) => run(createTraining(exactly, data, a)));
  expect(simd!.network.arithmetic.id).toBe('simd');
  expect(simd!.record()).toEqual(plain!.record());
  // A bias before batch normalization has no gradient but its rounding, which Adam makes a whole step of: so without.
  const spec = { ...base, network: { ...network, batchNorm: false } };
  const [ours, exact] = [fastArithmetic(), float64].map((a) => run(createTraining(spec, data, a)).record().trainLoss);
  expect(Math.max(...ours!.map((loss, i) => Math.abs(loss - exact![i]!)))).toBeLessThan(1e-4);
  expect(ours!.at(-1)).toBeLessThan(ours![0]!);
});

test('a training that diverges says when, stops there, and keeps what came before, seed 3', () => {
  const sgd = { optimizer: 'sgd', params: { ...defaultsOf(ruleOf('sgd', 'torch').params), lr: 1e200 } } as const;
  const spec: TrainSpec = {
    ...base,
    ...sgd,
    network: { ...network, activation: 'relu', batchNorm: false, dropout: 0 },
  };
  const training = run(createTraining(spec, data));
  const record = training.record();
  expect(record.divergedAt).toBe(training.done());
  expect(record.divergedAt).toBeLessThan(spec.steps);
  expect(record.at[record.count - 1]).toBe(record.divergedAt);
  expect(record.trainLoss[0]).toBeLessThan(2);
  expect(record.trainLoss[record.count - 1]).toBeNaN();
  // What is no number is no answer: without this the first class was taken for it, and half of them were right.
  expect([record.trainAccuracy.at(-1), record.testAccuracy.at(-1)]).toEqual([NaN, NaN]);
  expect(record.trainAccuracy[0]).toBeGreaterThan(0);
  expect(training.step()).toBe(false);
});

test('the latest row is the last of the record, also where a training is taken up, seed 3', () => {
  const training = run(createTraining(base, data), 12);
  for (const one of [training, createTraining(base, data, float64, training.state())]) {
    const { count, weights, trainLoss, testAccuracy } = one.record();
    const row = one.latest();
    expect([row.at, row.trainLoss, row.testAccuracy]).toEqual([10, trainLoss[count - 1], testAccuracy[count - 1]]);
    expect(row.weights).toEqual(weights.slice(-row.weights.length));
  }
});

test('the last update of all may be the one that diverges', () => {
  const sgd = { optimizer: 'sgd', params: { ...defaultsOf(ruleOf('sgd', 'torch').params), lr: 1e308 } } as const;
  const record = run(createTraining({ ...base, ...sgd, steps: 1 }, data)).record();
  expect([record.divergedAt, record.count]).toEqual([1, 2]);
});

test('decay acts once: with no data to speak of, SGD shrinks weights by 1 − lr λ an update', () => {
  const plain = { ...network, hidden: [], batchNorm: false, dropout: 0, decay: 0.5 };
  const nothing = { ...data.train, x: data.train.x.map(() => 0) };
  const sgd = { optimizer: 'sgd', params: { lr: 0.1, weight_decay: 0 } } as const;
  const training = createTraining({ ...base, ...sgd, network: plain, steps: 4 }, { ...data, train: nothing });
  const before = training.weights.slice(0, 4);
  run(training);
  const after = training.weights.slice(0, 4);
  after.forEach((w, i) => expect(w / before[i]!).toBeCloseTo(0.95 ** 4, 12));
});
