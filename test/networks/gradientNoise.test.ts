import { expect, test } from 'vitest';
import { float64 } from '../../src/networks/arithmetic.ts';
import { drawData } from '../../src/networks/data/index.ts';
import { gradientNoise } from '../../src/networks/gradientNoise.ts';
import { initialWeights } from '../../src/networks/init.ts';
import { createNetwork } from '../../src/networks/network.ts';
import { numericalGradient } from '../../src/networks/numericalGradient.ts';
import { batchOf } from '../../src/networks/train.ts';
import { chanceNet, small } from './hessian/cases.ts';

const spec = { ...small, inputs: 2, hidden: [16, 16], outputs: 2, decay: 0 } as const;

test('the variance of minibatch gradients falls as 1/batch (seeds 1 … 3)', () => {
  const batch = batchOf(drawData({ id: 'spirals', count: 200, noise: 0.02, seed: 1 }).train, float64);
  const sizes = [1, 2, 5, 10, 20, 50, 100, 200];
  for (let seed = 1; seed <= 3; seed++) {
    const weights = initialWeights(spec, 'xavier', 0, seed);
    const noise = gradientNoise(spec, weights, batch, sizes, { draws: 200, seed });
    const logs = noise.map(({ size, variance }) => [Math.log(size), Math.log(variance)] as const);
    const mean = (k: 0 | 1) => logs.reduce((sum, pair) => sum + pair[k], 0) / logs.length;
    const [x, y] = [mean(0), mean(1)];
    const along = logs.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
    const slope = along / logs.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
    expect(Math.abs(slope + 1)).toBeLessThan(0.1);
    noise.forEach(({ cosine }, i) => expect(cosine).toBeGreaterThan(noise[i - 1]?.cosine ?? 0));
    // The level, too: a single sample's variance is that of all samples' own gradients.
    const network = createNetwork(spec);
    const [own, sum] = [new Float64Array(weights.length), new Float64Array(weights.length)];
    let squares = 0;
    for (let i = 0; i < batch.count; i++) {
      const one = {
        count: 1,
        x: batch.x.subarray(2 * i, 2 * i + 2),
        targets: batch.targets.subarray(2 * i, 2 * i + 2),
      };
      network.lossAndGradient(weights, one, own);
      own.forEach((g, k) => {
        squares += (g * g) / batch.count;
        sum[k]! += g / batch.count;
      });
    }
    const variance = squares - sum.reduce((total, g) => total + g * g, 0);
    expect(Math.abs(noise[0]!.variance / variance - 1)).toBeLessThan(0.25);
  }
});

test('the numerical gradient is backpropagation’s (seeds 0 … 4)', () => {
  for (let seed = 0; seed < 5; seed++) {
    const { network, weights, batch } = chanceNet({ ...small, decay: 0 }, seed);
    const [numerical, exact] = [new Float64Array(weights.length), new Float64Array(weights.length)];
    numericalGradient(network, weights, batch, numerical);
    network.lossAndGradient(weights, batch, exact);
    exact.forEach((g, i) => expect(Math.abs(numerical[i]! - g)).toBeLessThan(1e-9));
  }
});
