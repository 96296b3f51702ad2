import { expect, test } from 'vitest';
import { float64 } from '../../../src/networks/arithmetic.ts';
import { drawData } from '../../../src/networks/data/index.ts';
import { sharpness } from '../../../src/networks/hessian/index.ts';
import { edgeOfStability } from '../../../src/networks/settings/edge.ts';
import { batchOf, createTraining } from '../../../src/networks/train.ts';

/** λmax · lr/2 every 50 updates: 1 is the edge. */
function along(lr: number): { readonly shares: readonly number[]; readonly losses: readonly number[] } {
  const { data: drawn, train } = edgeOfStability;
  const data = drawData(drawn);
  const training = createTraining({ ...train, params: { ...train.params, lr } }, data);
  const batch = batchOf(data.train, float64);
  const shares: number[] = [];
  const losses: number[] = [];
  do {
    if (training.done() % train.every > 0) continue;
    shares.push((sharpness(training.network, training.weights, batch) * lr) / 2);
    losses.push(training.network.loss(training.weights, batch));
  } while (training.step());
  return { shares, losses };
}

test.each([edgeOfStability.train.params.lr, 0.25])(
  'under full-batch gradient descent the sharpness rises to 2/lr and stays within 15 % of it: lr %f (seed 1)',
  (lr) => {
    const { shares, losses } = along(lr);
    expect(shares[0]).toBeLessThan(0.5);
    // It comes from below, shoots over, and settles: from update 300 on, to the end.
    expect(Math.max(...shares)).toBeGreaterThan(1);
    for (const share of shares.slice(6)) expect(Math.abs(share - 1)).toBeLessThan(0.15);
    expect(losses.at(-1)).toBeLessThan(losses[6]!);
  },
);

test('below the edge it stays where it came to: a learning rate too small to meet it (seed 1)', () => {
  const { shares } = along(0.1);
  expect(Math.max(...shares)).toBeLessThan(0.7);
});
