import { describe, expect, test } from 'vitest';
import { fastArithmetic } from '../../../src/jobs/networkArithmetic.ts';
import { createRng } from '../../../src/math/rng.ts';
import { activationOf, type ActivationId } from '../../../src/networks/activations.ts';
import { initialWeights } from '../../../src/networks/init.ts';
import { lookInside } from '../../../src/networks/microscope/layers.ts';
import { createNetwork } from '../../../src/networks/network.ts';
import type { InitId, NetworkSpec } from '../../../src/networks/types.ts';
import { norm } from '../../../src/networks/vector.ts';
import { batchFor, netOf } from './nets.ts';

/** The book's: 1,000 inputs N(0, 1) of 100, five layers of 100. Means over seeds 1 to 8, of a fresh network each. */
function bookLooks(activation: ActivationId, init: InitId, std: number) {
  const spec = netOf({ inputs: 100, hidden: [100, 100, 100, 100, 100], activation });
  const network = createNetwork(spec, fastArithmetic());
  const sums = spec.hidden.map(() => ({ std: 0, ends: [0, 0], saturated: 0, dead: 0 }));
  for (let seed = 1; seed <= 8; seed++) {
    const { gaussian } = createRng(seed, 'inputs');
    const x = Float32Array.from({ length: 1000 * 100 }, gaussian);
    const weights = Float32Array.from(initialWeights(spec, init, std, seed));
    lookInside(network, weights, { count: 1000, x, targets: new Float32Array(1000 * spec.outputs) }).forEach(
      ({ std: deviation, histogram, saturated, dead }, layer) => {
        const sum = sums[layer]!;
        sum.std += deviation / 8;
        sum.ends = [sum.ends[0]! + histogram.shares[0]! / 8, sum.ends[1]! + histogram.shares[29]! / 8];
        sum.saturated += saturated / 8;
        sum.dead += dead / 8;
      },
    );
  }
  return sums;
}

describe('the book’s five layers, seeds 1 to 8', () => {
  // Means of eight other seeds; five layers of ReLU differ from seed to seed by some 15 %, so their means by 5 %.
  test.each([
    ['sigmoid', 'std', 1, 0.459, 0.436],
    ['sigmoid', 'std', 0.01, 0.025, 0.012],
    ['sigmoid', 'xavier', 0, 0.208, 0.119],
    // Each further layer shrinks it by 0.01 √(100/2).
    ['relu', 'std', 0.01, 0.0585, 0.0585 * Math.SQRT1_2 ** 4 * 0.1 ** 4],
    ['relu', 'he', 0, 0.828, 0.893],
  ] as const)(
    '%s with %s %d: activations’ SD %d in the first, %d in the last',
    (activation, init, std, first, last) => {
      const looks = bookLooks(activation, init, std);
      expect(Math.abs(looks[0]!.std / first - 1)).toBeLessThan(0.02);
      expect(Math.abs(looks[4]!.std / last - 1)).toBeLessThan(activation === 'relu' ? 0.2 : 0.1);
    },
  );

  test('sigmoid, deviation 1: about 30 % in each end bin, more saturated', () => {
    for (const { ends, saturated } of bookLooks('sigmoid', 'std', 1)) {
      for (const end of ends) expect(Math.abs(end - 0.3)).toBeLessThan(0.08);
      // Within 5 % of an end are the end bin (3.3 %) and half of its neighbour.
      expect(saturated).toBeGreaterThan(ends[0]! + ends[1]!);
      expect(saturated).toBeLessThan(ends[0]! + ends[1]! + 0.1);
    }
  });

  test('ReLU, He: half of the values are 0', () => {
    const looks = bookLooks('relu', 'he', 0);
    for (const { saturated, ends } of looks) {
      expect(Math.abs(saturated - 0.5)).toBeLessThan(0.05);
      expect(ends[0]).toBeGreaterThanOrEqual(saturated - 1e-6);
    }
  });
});

test('saturated: by the slope, for every activation on a line of z', () => {
  const share = (activation: ActivationId) => {
    const network = createNetwork(netOf({ inputs: 1, hidden: [1], outputs: 1, activation, task: 'values' }));
    const x = Float64Array.from({ length: 8001 }, (_, i) => (i - 4000) / 1000);
    return lookInside(network, Float64Array.of(1, 0, 1, 0), { count: 8001, x, targets: x })[0]!.saturated;
  };
  // sigmoid: |z| > ln 19 = 2.944; tanh: half of it.
  expect(share('sigmoid')).toBeCloseTo(1 - Math.log(19) / 4, 3);
  expect(share('tanh')).toBeCloseTo(1 - Math.log(19) / 8, 3);
  expect(share('relu')).toBeCloseTo(0.5, 3);
  expect(share('leaky-relu')).toBeCloseTo(0.5, 3);
  expect(share('identity')).toBe(0);
  expect(share('step')).toBe(1);
  // GELU has no slope beyond −2.2 or so, and a little one about its least value.
  expect(share('gelu')).toBeGreaterThan(0.35);
  expect(share('gelu')).toBeLessThan(0.5);
});

test('dead: neurons that say the same to every sample, of ReLU 0 and of step 1, too; none of one sample; seed 1', () => {
  const spec = netOf({ inputs: 2, hidden: [4], outputs: 1, activation: 'relu', task: 'values' });
  const network = createNetwork(spec);
  const weights = initialWeights(spec, 'he', 0, 1);
  const { biases } = network.layout.layers[0]!;
  weights[biases] = -100;
  const batch = batchFor(spec, 50, 1);
  const [look] = lookInside(network, weights, batch, { means: true });
  expect(look!.dead).toBe(0.25);
  expect(look!.means![0]).toBe(0);
  expect(look!.mean).toBeCloseTo(
    look!.means!.reduce((sum, mean) => sum + mean / 4, 0),
    12,
  );
  expect(lookInside(network, weights, { ...batch, count: 1 })[0]!.dead).toBe(0);
  const steps = createNetwork({ ...spec, activation: 'step' });
  weights[biases] = 100;
  expect(lookInside(steps, weights, batch)[0]!.dead).toBe(0.25);
});

const normed: NetworkSpec = netOf({ inputs: 6, hidden: [5, 4], activation: 'tanh', batchNorm: true, dropout: 0.5 });

test('inference or the batch’s statistics: nothing dropped, running ones untouched; each is what it says; seed 3', () => {
  const network = createNetwork(normed);
  const weights = initialWeights(normed, 'xavier', 0, 3);
  const batch = batchFor(normed, 40, 3);
  const fresh = structuredClone(network.running);
  const [own] = lookInside(network, weights, batch, { statistics: 'batch', means: true });
  expect(network.running).toEqual(fresh);
  // Normalized: z of each neuron has mean 0, deviation 1.
  const { z } = network.room().hidden[0]!;
  for (let j = 0; j < 5; j++) {
    const column = Array.from({ length: 40 }, (_, i) => z[i * 5 + j]!);
    expect(column.reduce((sum, value) => sum + value / 40, 0)).toBeCloseTo(0, 12);
    expect(column.reduce((sum, value) => sum + value ** 2 / 40, 0)).toBeCloseTo(1, 3);
  }
  network.running![0]!.mean.fill(0.3);
  network.running![0]!.variance.fill(4);
  const [inference] = lookInside(network, weights, batch);
  const { weights: at, inputs } = network.layout.layers[0]!;
  let mean = 0;
  for (let i = 0; i < 40; i++) {
    for (let j = 0; j < 5; j++) {
      let affine = 0;
      for (let k = 0; k < inputs; k++) affine += weights[at + j * inputs + k]! * batch.x[i * inputs + k]!;
      mean += Math.tanh((affine - 0.3) / Math.sqrt(4 + 1e-5)) / 200;
    }
  }
  expect(inference!.mean).toBeCloseTo(mean, 12);
  expect(own!.mean).not.toBeCloseTo(mean, 3);
});

describe('gradients', () => {
  test.each([true, false])(
    'batch norm %s: ∂L/∂a of the last layer by hand, ‖∂L/∂W‖ as training has it; seed 2',
    (batchNorm) => {
      const spec = { ...normed, batchNorm, dropout: 0 };
      const network = createNetwork(spec);
      const weights = initialWeights(spec, 'xavier', 0, 2);
      const batch = batchFor(spec, 30, 2);
      const looks = lookInside(network, weights, batch, { gradients: true, statistics: 'batch' });
      const gradient = new Float64Array(weights.length);
      network.lossAndGradient(weights, batch, gradient);
      looks.forEach((look, layer) => {
        const { weights: at, inputs, outputs } = network.layout.layers[layer]!;
        expect(look.gradient!.norm).toBeCloseTo(norm(gradient.subarray(at, at + inputs * outputs)), 14);
      });
      const logits = network.forward(weights, batch, { statistics: 'batch' });
      const { weights: last, inputs: width } = network.layout.layers[2]!;
      const slopes: number[] = [];
      for (let i = 0; i < 30; i++) {
        const row = [...logits.subarray(i * 3, i * 3 + 3)].map(Math.exp);
        const sum = row.reduce((total, value) => total + value);
        for (let k = 0; k < width; k++) {
          slopes.push(
            row.reduce(
              (to, e, j) => to + ((e / sum - batch.targets[i * 3 + j]!) / 30) * weights[last + j * width + k]!,
              0,
            ),
          );
        }
      }
      const { mean, std, histogram, magnitudes } = looks[1]!.gradient!;
      const average = slopes.reduce((total, slope) => total + slope / slopes.length, 0);
      expect(mean).toBeCloseTo(average, 14);
      expect(std).toBeCloseTo(Math.sqrt(slopes.reduce((t, s) => t + (s - average) ** 2 / slopes.length, 0)), 14);
      expect(histogram.low).toBe(-histogram.high);
      expect(histogram.high).toBe(looks[0]!.gradient!.histogram.high);
      expect(magnitudes.shares.reduce((total, share) => total + share)).toBeCloseTo(1, 12);
    },
  );

  test.each(['running', 'batch'] as const)(
    '∂/∂x by %s statistics against central differences; seed 4',
    (statistics) => {
      const network = createNetwork({ ...normed, dropout: 0 });
      const weights = initialWeights(normed, 'xavier', 0, 4);
      network.running![0]!.variance.fill(0.5);
      network.running![1]!.mean.fill(0.2);
      const { count, x } = batchFor(normed, 7, 4);
      const { gaussian } = createRng(4, 'pull');
      const pull = Float64Array.from({ length: 7 * 3 }, gaussian);
      const at = () => {
        const y = network.forward(weights, { count, x }, { statistics });
        return pull.reduce((sum, p, i) => sum + p * y[i]!, 0);
      };
      at();
      network.room().output.set(pull);
      const slope = new Float64Array(x.length);
      network.backward(weights, { count, x }, { gradient: null, input: slope });
      x.forEach((value, i) => {
        const moved = (by: number) => ((x[i] = value + by), at());
        const difference = (moved(1e-5) - moved(-1e-5)) / 2e-5;
        x[i] = value;
        expect(slope[i]).toBeCloseTo(difference, 7);
      });
    },
  );

  test('sigmoid, Xavier: five layers of slopes of at most ¼ leave the first a thousandth; seed 1', () => {
    const spec = netOf({ inputs: 100, hidden: [100, 100, 100, 100, 100], activation: 'sigmoid' });
    const looks = lookInside(createNetwork(spec), initialWeights(spec, 'xavier', 0, 1), batchFor(spec, 200, 1), {
      gradients: true,
    });
    const stds = looks.map((look) => look.gradient!.std);
    stds.slice(1).forEach((std, i) => expect(stds[i]! / std).toBeLessThan(0.3));
    // The middle of the magnitudes moves down with them.
    const middles = looks.map(({ gradient }) =>
      gradient!.magnitudes.shares.reduce((sum, share, bin) => sum + share * bin, 0),
    );
    expect([...middles].sort((a, b) => a - b)).toEqual(middles);
    expect(activationOf('sigmoid').slope(0, 0.5)).toBe(0.25);
  });
});
