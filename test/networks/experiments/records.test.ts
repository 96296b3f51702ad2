import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readRecord } from '../../../src/io/networks/experiments.ts';
import { fastArithmetic } from '../../../src/jobs/networkArithmetic.ts';
import { createExperiment, experimentIds, experiments } from '../../../src/networks/experiments/index.ts';
import { createTrainings } from '../../../src/networks/experiments/trainings.ts';
import { proposalsAfter } from '../../../src/networks/search/strategies.ts';
import { createTrial, searchData } from '../../../src/networks/search/trial.ts';
import { digits } from './digits.ts';

const record = (id: string) => readRecord(readFileSync(`assets/experiments/${id}.json`, 'utf8'));

/** Pieces that a fresh run goes: all readings until then are to be those of the record, bit for bit. The command that made it runs to the end. */
const PIECES = 34;

test.each(experimentIds)('the shipped record of %s is whole, and a fresh run with its seed goes the same way', (id) => {
  const shipped = record(id);
  expect([shipped.id, shipped.seed, shipped.done]).toEqual([id, 1, shipped.total]);
  let pieces = 0;
  const experiment = createExperiment(id, { digits, seed: 1, arithmetic: fastArithmetic(), now: () => pieces++ });
  experiment.step(PIECES);
  const fresh = experiment.result();
  expect(fresh.total).toBe(shipped.total);
  expect(fresh.layers).toEqual(shipped.layers);
  if (experiments[id].kind !== 'trainings') return;
  expect(fresh.curves.map(({ name, group }) => [name, group])).toEqual(
    shipped.curves.map(({ name, group }) => [name, group]),
  );
  fresh.curves.forEach(({ x, y }, i) => {
    expect(y.length).toBeGreaterThan(0);
    expect([...y]).toEqual([...shipped.curves[i]!.y.subarray(0, y.length)]);
    expect([...x]).toEqual([...shipped.curves[i]!.x.subarray(0, x.length)]);
  });
});

test('a cheap contestant of the shipped trainings, which learns alone as it does among the others, gives its curve to the end', () => {
  const def = experiments['batch-sizes'];
  const ofTen = { ...def, contestants: def.contestants.filter(({ name }) => name === '10') };
  const work = createTrainings(ofTen, { digits, seed: 1, arithmetic: fastArithmetic() }, null);
  while (work.done() < work.total) work.advance();
  const { curves } = work.part();
  expect(curves[0]!.y.length).toBe(61);
  expect(curves).toEqual(record('batch-sizes').curves.filter(({ name }) => name === '10'));
});

test('trials of the shipped comparison, run for themselves: one drawn, one with parents', () => {
  const { searches, curves } = record('search-strategies');
  const { spec: shared, strategies, repeats } = experiments['search-strategies'];
  expect(searches!.map(({ strategy, seed }) => `${strategy} ${seed}`)).toEqual(
    Array.from({ length: repeats }, (_, i) => strategies.map((strategy) => `${strategy} ${i + 1}`)).flat(),
  );
  for (const [run, index] of [
    [0, 11],
    [5, 17],
  ] as const) {
    const { strategy, seed, trials } = searches![run]!;
    expect(trials.length).toBe(shared.trials);
    const spec = { ...shared, strategy, seed };
    const proposal = proposalsAfter(spec, trials.slice(0, index))[0]!;
    const trial = createTrial(spec, searchData(spec, digits), proposal, fastArithmetic());
    while (trial.done() < trial.total) trial.advance();
    expect(trial.part()).toEqual(trials[index]);
    expect([strategy, curves[run]!.y.at(-1)]).toEqual([strategy, Math.max(...trials.map(({ score }) => score))]);
  }
});

test('a trial of the shipped search, run for itself, gives its curves: one of the middle', () => {
  const { trials, curves } = record('book-6-24');
  const spec = { ...experiments['book-6-24'].spec, seed: 1 };
  const proposal = proposalsAfter(spec, [])[57]!;
  const trial = createTrial(spec, searchData(spec, digits), proposal, fastArithmetic());
  while (trial.done() < trial.total) trial.advance();
  expect(trial.part()).toEqual(trials![57]);
  expect(trials!.length).toBe(100);
  // Twenty trials with two curves each, the best first.
  const scores = curves.filter(({ name }) => name === 'validation').map(({ y }) => y.at(-1)!);
  expect(scores).toEqual([...trials!.map(({ score }) => score)].sort((a, b) => b - a).slice(0, 20));
});
