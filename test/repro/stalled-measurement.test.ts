import { expect, test, vi } from 'vitest';
import { backprop } from '../../scenes/networks/studies/backprop.ts';
import { drawData } from '../../src/networks/data/index.ts';
import { connectedPair } from '../../src/networks/settings/pair.ts';
import { createTraining } from '../../src/networks/train.ts';

test('a machine that stands still for half a second while backpropagation is timed does not make it slow', () => {
  const data = drawData(connectedPair.data);
  const training = createTraining({ ...connectedPair.train, steps: 1, every: 1 }, data);
  while (training.step());
  const { weights, trainLoss } = training.record();
  const subject = {
    ...{ network: connectedPair.train.network, samples: data.train },
    traces: [{ id: 'adam', count: trainLoss.length, weights: Float64Array.from(weights), trainLoss, running: null }],
  };
  const real = performance.now.bind(performance);
  let asked = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => real() + (++asked > 1 ? 500 : 0));
  const { values } = backprop(subject, 0);
  clock.mockRestore();
  expect(values['backward']).toBeLessThan(100);
});
