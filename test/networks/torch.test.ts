import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createRng } from '../../src/math/rng.ts';
import { activationIds, type ActivationId } from '../../src/networks/activations.ts';
import { classSamples, valueSamples } from '../../src/networks/data/samples.ts';
import { createNetwork } from '../../src/networks/network.ts';
import type { LossId, NetworkSpec, Numbers, Task } from '../../src/networks/types.ts';
import { optimizerIds, ruleOf, semanticsOf } from '../../src/optimizers/index.ts';
import { createBlockStepper } from '../../src/optimizers/blockStepper.ts';
import { defaultsOf, type ParamValues } from '../../src/params/spec.ts';

/* See tools/fixtures/make_network_fixtures.py: weights, samples and masks are streams of `createRng`, on both sides. */

interface Case {
  readonly activation: ActivationId;
  readonly task: Task;
  readonly loss: LossId;
  readonly batchNorm: boolean;
  readonly dropout: number;
  readonly decay: number;
  /** Means, then variances, of each normalized layer. */
  readonly running: readonly number[];
  /** Loss of the data in inference, at the end. */
  readonly inference: number;
}
interface GradientCase extends Case {
  readonly value: number;
  readonly gradient: readonly number[];
}
interface TrainingCase extends Case {
  readonly optimizer: string;
  readonly params: ParamValues;
  /** At each of the file's `updates`, before it is made. */
  readonly losses: readonly number[];
  readonly weights: readonly number[];
}
interface File<C> {
  readonly source: string;
  readonly widths: readonly number[];
  readonly count: number;
  readonly seed: number;
  readonly updates: readonly number[];
  readonly cases: readonly C[];
}
const read = <C>(name: string) =>
  JSON.parse(readFileSync(new URL(`../fixtures/networks/${name}.json`, import.meta.url), 'utf8')) as File<C>;
const gradients = read<GradientCase>('torch-gradients');
const trainings = read<TrainingCase>('torch-training');

function uniforms(count: number, name: string): number[] {
  const { uniform } = createRng(1, name);
  return Array.from({ length: count }, uniform);
}

function begin({ activation, task, loss, batchNorm, dropout, decay }: Case, { widths, count, seed }: File<Case>) {
  const [inputs, outputs] = [widths[0]!, widths.at(-1)!];
  const hidden = widths.slice(1, -1);
  const spec: NetworkSpec = { inputs, hidden, outputs, activation, task, loss, batchNorm, dropout, decay };
  const network = createNetwork(spec);
  const { size, slices } = network.layout;
  const weights = Float64Array.from(uniforms(size, 'torch weights'), (u) => 0.9 * (2 * u - 1));
  for (const { kind, offset, rows } of slices)
    if (kind === 'scales') for (let i = offset; i < offset + rows; i++) weights[i] = weights[i]! + 1;
  const x = Float64Array.from(uniforms(count * inputs, 'torch x'), (u) => 2 * (2 * u - 1));
  const values = Float64Array.from(uniforms(count * outputs, 'torch values'), (u) => 2 * u - 1);
  const batch =
    task === 'classes'
      ? classSamples(
          x,
          Uint8Array.from({ length: count }, (_, i) => i % outputs),
          inputs,
          outputs,
        )
      : valueSamples(x, values, inputs, outputs);
  const keep = 1 - dropout;
  const fillMask = (t: number) => (mask: Numbers, layer: number, length: number) => {
    const { uniform } = createRng(seed, 'dropout', t, layer);
    for (let i = 0; i < length; i++) mask[i] = uniform() < keep ? 1 / keep : 0;
  };
  const gradient = new Float64Array(size);
  return {
    ...{ network, weights, gradient, batch },
    objective: (t: number) => network.lossAndGradient(weights, batch, gradient, { fillMask: fillMask(t) }),
    running: () => (network.running ?? []).flatMap(({ mean, variance }) => [...mean, ...variance]),
  };
}

/** Largest |ours − theirs|; Infinity where there are not as many. */
function apart(ours: ArrayLike<number>, theirs: readonly number[]): number {
  return ours.length === theirs.length ? Math.max(0, ...theirs.map((v, i) => Math.abs(ours[i]! - v))) : Infinity;
}

// Both sides are float64 and differ in the order of sums: some 1e-16, of numbers near 1. Measured: 3e-16 and 3e-14 after 200 updates.
const [ONCE, AFTER_200] = [1e-14, 1e-10];

const title = ({ activation, task, loss, batchNorm, dropout }: Case) =>
  `${activation}, ${task}, ${loss}${batchNorm ? ', batch norm' : ''}${dropout > 0 ? `, dropout ${dropout}` : ''}`;

test.each(gradients.cases.map((c) => [title(c), c] as const))(
  `loss and gradient of torch, seed 1: %s`,
  (_, expected) => {
    const { network, weights, gradient, batch, objective, running } = begin(expected, gradients);
    expect(Math.abs(objective(1) - expected.value)).toBeLessThan(ONCE);
    expect(apart(gradient, expected.gradient)).toBeLessThan(ONCE);
    expect(apart(running(), expected.running)).toBeLessThan(ONCE);
    expect(Math.abs(network.loss(weights, batch) - expected.inference)).toBeLessThan(ONCE);
  },
);

test.each(trainings.cases.map((c) => [c.optimizer, title(c), c] as const))(
  `200 updates of torch's %s, seed 1: %s`,
  (optimizer, _, expected) => {
    const { network, weights, gradient, batch, objective, running } = begin(expected, trainings);
    const rule = ruleOf(optimizer, 'torch');
    const step = createBlockStepper(rule, { ...defaultsOf(rule.params), ...expected.params }, weights.length);
    const losses: number[] = [];
    for (let t = 1; t <= trainings.updates.at(-1)!; t++) {
      const loss = objective(t);
      if (trainings.updates.includes(t)) losses.push(loss);
      step(weights, gradient);
    }
    expect(apart(losses, expected.losses)).toBeLessThan(AFTER_200);
    expect(apart(weights, expected.weights)).toBeLessThan(AFTER_200);
    expect(apart(running(), expected.running)).toBeLessThan(AFTER_200);
    expect(Math.abs(network.loss(weights, batch) - expected.inference)).toBeLessThan(AFTER_200);
  },
);

test('every activation, loss and optimizer of torch is there, and the trainings go somewhere', () => {
  expect([...new Set(gradients.cases.map(({ activation }) => activation))]).toEqual(activationIds);
  const torchs = optimizerIds.filter((id) => semanticsOf(id).includes('torch'));
  expect([...new Set(trainings.cases.map(({ optimizer }) => optimizer))]).toEqual(torchs);
  for (const { losses } of trainings.cases) expect(Math.min(...losses.slice(-5))).toBeLessThan(losses[0]!);
});
