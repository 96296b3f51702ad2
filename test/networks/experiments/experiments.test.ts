import { expect, test } from 'vitest';
import { fastArithmetic } from '../../../src/jobs/networkArithmetic.ts';
import {
  createExperiment,
  experiments,
  type ExperimentId,
  type ExperimentState,
} from '../../../src/networks/experiments/index.ts';
import { layoutOf } from '../../../src/networks/layout.ts';
import { pickSamples } from '../../../src/networks/data/samples.ts';
import { digits } from './digits.ts';

/** A clock that moves by a millisecond whenever it is read. */
function ticking() {
  let time = 0;
  return () => time++;
}
const open = (id: ExperimentId, seed: number, state: ExperimentState | null = null, all = digits) =>
  createExperiment(id, { digits: all, seed, arithmetic: fastArithmetic(), now: ticking(), state });

test.each(['book-6-18', 'book-6-9', 'book-6-23', 'book-6-24', 'search-strategies', 'book-6-14'] as const)(
  '%s goes on from its state to the same bits, whatever the pieces, seed 4',
  (id) => {
    const whole = open(id, 4);
    whole.step(26);
    whole.step(18);
    const first = open(id, 4);
    first.step(11);
    const state = structuredClone(first.state());
    first.step(7);
    const resumed = open(id, 4, state);
    while (resumed.result().done < whole.result().done) resumed.step(1);
    expect(resumed.result()).toEqual(whole.result());
    expect(resumed.state()).toEqual(whole.state());
    expect(whole.result().done).toBe(id === 'book-6-14' ? 3 : 44);
  },
);

test('readings come after the first update and then at every epoch, of all networks evenly', () => {
  const experiment = open('book-6-18', 4);
  experiment.step(45);
  const { done, total, curves } = experiment.result();
  expect([done, total]).toEqual([45, 2 * 191]);
  expect(curves.map(({ name, group, x, y }) => [name, group, [...x], y.length])).toEqual([
    ['normed', '0.0858', [0, 1, 2], 3],
    ['plain', '0.0858', [0, 1, 2], 3],
  ]);
});

test('a network of many is made when it is its turn, so that the first picture does not wait for all of them', () => {
  const arithmetic = fastArithmetic();
  const { size } = layoutOf(experiments['book-6-19'].contestants[0]!.spec.network);
  let made = 0;
  // Of that size are the weights and the gradient of each network with batch normalization, which every other one is.
  const alloc = (length: number) => {
    if (length === size) made += 1 / 2;
    return arithmetic.alloc(length);
  };
  const experiment = createExperiment('book-6-19', {
    ...{ digits, seed: 4, arithmetic: { ...arithmetic, alloc }, now: ticking() },
  });
  const before = made;
  experiment.step(2);
  const ofTwo = made;
  experiment.step(4);
  expect([before, ofTwo, made]).toEqual([0, 1, 3]);
});

test('the test digits have no part in what is learned', () => {
  const other = pickSamples(digits.train, [7999, 7998]);
  const curves = [digits, { ...digits, test: other }].map((all) => {
    const experiment = open('book-6-21', 4, null, all);
    experiment.step(12);
    return experiment.result().curves.map(({ y }) => [...y]);
  });
  expect(curves[0]![0]).toEqual(curves[1]![0]);
  expect(curves[0]![1]).not.toEqual(curves[1]![1]);
});

test('a state of another seed or experiment is refused', () => {
  expect(() => open('book-6-18', 5, open('book-6-18', 4).state())).toThrow('seed 4');
  expect(() => open('book-6-19', 4, open('book-6-18', 4).state())).toThrow('book-6-18');
});
