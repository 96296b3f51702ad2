import { expect, test } from 'vitest';
import { createBatches } from '../../src/networks/batches.ts';

test.each([
  [50, 8, 7],
  [48, 8, 6],
  [5, 2, 3],
  [4, 9, 1],
  [4, 0, 1],
])('%i samples in batches of %i: %i an epoch, each sample once, seed 5', (count, batch, perEpoch) => {
  const batches = createBatches(count, batch, 5);
  expect(batches.perEpoch).toBe(perEpoch);
  for (let epoch = 0; epoch < 20; epoch++) {
    const drawn: number[] = [];
    for (let i = 1; i <= perEpoch; i++) drawn.push(...batches.at(epoch * perEpoch + i));
    expect(drawn.sort((a, b) => a - b)).toEqual([...Array(count).keys()]);
  }
});

test('another order every epoch and every seed; an update is found again without those before it', () => {
  const order = (seed: number, epoch: number) => {
    const batches = createBatches(50, 10, seed);
    return [1, 2, 3, 4, 5].flatMap((i) => [...batches.at(5 * epoch + i)]).join();
  };
  const all = [1, 2].flatMap((seed) => [0, 1, 2].map((epoch) => order(seed, epoch)));
  expect(new Set(all).size).toBe(6);
  const walked = createBatches(50, 10, 1);
  for (let t = 1; t < 13; t++) walked.at(t);
  expect([...walked.at(13)]).toEqual([...createBatches(50, 10, 1).at(13)]);
});

test('every sample is as likely in the first batch as any other: 4,000 epochs of 20 samples, seed 5', () => {
  const batches = createBatches(20, 5, 5);
  const counts = new Array<number>(20).fill(0);
  for (let epoch = 0; epoch < 4000; epoch++) for (const sample of batches.at(4 * epoch + 1)) counts[sample]!++;
  // 1,000 expected, SD √(4000 · ¼ · ¾) = 27: five of them.
  for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(137);
});

test('batches drawn with replacement: every sample as often as chance has it, some twice in one batch, seed 6', () => {
  const batches = createBatches(40, 10, 6, 'drawn');
  const seen = new Array<number>(40).fill(0);
  let twice = 0;
  for (let t = 1; t <= 1000; t++) {
    const drawn = [...batches.at(t)];
    expect(drawn.length).toBe(10);
    if (new Set(drawn).size < 10) twice++;
    for (const row of drawn) seen[row]!++;
  }
  // 250 ± 15.6 each: within five standard deviations; of ten of 40 all differ with probability 0.2933.
  expect(Math.max(...seen.map((n) => Math.abs(n - 250)))).toBeLessThan(78);
  expect(Math.abs(twice / 1000 - 0.7067)).toBeLessThan(5 * 0.0144);
  expect([...batches.at(7)]).toEqual([...createBatches(40, 10, 6, 'drawn').at(7)]);
});
