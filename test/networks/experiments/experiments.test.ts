import { expect, test } from 'vitest';
import { fastArithmetic } from '../../../src/jobs/networkArithmetic.ts';
import { createExperiment, type ExperimentState } from '../../../src/networks/experiments/index.ts';
import { digits } from './digits.ts';

/** A clock that moves by a millisecond whenever it is read. */
function ticking() {
  let time = 0;
  return () => time++;
}
const open = (seed: number, state: ExperimentState | null = null) =>
  createExperiment('book-6-18', { digits, seed, arithmetic: fastArithmetic(), now: ticking(), state });

test('an experiment goes on from its state to the same bits, whatever the pieces, seed 4', () => {
  const whole = open(4);
  while (whole.step(5));
  const first = open(4);
  first.step(100);
  const { done, total, curves } = first.result();
  expect([done, total]).toEqual([100, 2 * 191]);
  expect(curves.map(({ name, x, y }) => [name, x.length, y.length])).toEqual([
    ['normed', 5, 5],
    ['plain', 5, 5],
  ]);
  const state = structuredClone(first.state());
  first.step(7);
  const resumed = open(4, state);
  while (resumed.step(9));
  expect(resumed.result()).toEqual(whole.result());
  expect([...whole.result().curves[0]!.x]).toEqual(Array.from({ length: 20 }, (_, epoch) => epoch));
});

test('a state of another seed is refused', () => {
  expect(() => open(5, open(4).state())).toThrow('seed 4');
});
