import { expect, test } from 'vitest';
import { localCrew } from '../../../src/jobs/crew/local.ts';
import { search } from '../../../src/jobs/search.ts';
import { fastArithmetic } from '../../../src/jobs/networkArithmetic.ts';
import { bookSpace } from '../../../src/networks/search/space.ts';
import { createSearch, searchData, type SearchSpec, type SearchState } from '../../../src/networks/search/trial.ts';
import { digits } from '../experiments/digits.ts';

const spec: SearchSpec = {
  ...{ strategy: 'genetic', space: bookSpace, trials: 7, population: 3, seed: 6 },
  ...{ hidden: [12], subset: 60, validation: 0.2, epochs: 4, batch: 16 },
};
const data = searchData(spec, digits);
const alone = (state: SearchState | null = null) => createSearch(spec, data, fastArithmetic(), state);
function run(work: ReturnType<typeof alone>, until = Infinity) {
  while (work.done() < Math.min(until, work.total)) work.advance();
  return work;
}

test('a search is the same by one after another, by a crew of any size, and gone on from anywhere, seed 6', async () => {
  const whole = run(alone()).part();
  // 48 samples in batches of 16: three updates an epoch, accuracies after the first of each.
  expect(alone().total).toBe(7 * 10);
  expect(whole.map(({ train, validation }) => [train.length, validation.length])).toEqual(whole.map(() => [4, 4]));
  expect(whole.map(({ score, validation }) => score === validation[3])).not.toContain(false);
  for (const size of [1, 3]) expect(await search(spec, data, localCrew(size))).toEqual(whole);
  const from = [whole[4]!, whole[0]!, whole[1]!, whole[2]!];
  const seen: number[] = [];
  expect(await search(spec, data, localCrew(2), { from, onTrial: ({ length }) => seen.push(length) })).toEqual(whole);
  expect(seen).toEqual([5, 6, 7]);
  const state = structuredClone(run(alone(), 24).state());
  expect(state.trials.length).toBe(2);
  expect(run(alone(state)).part()).toEqual(whole);
});

test('a trial learns from four fifths of the first so many training digits, and is scored by the rest', () => {
  expect([data.train.count, data.validation.count]).toEqual([48, 12]);
  const rows = (x: Float64Array) =>
    Array.from({ length: x.length / 784 }, (_, i) => x.subarray(784 * i, 784 * (i + 1)).join());
  const first = rows(digits.train.x.subarray(0, 60 * 784));
  expect([...rows(data.train.x), ...rows(data.validation.x)].sort()).toEqual(first.sort());
});
