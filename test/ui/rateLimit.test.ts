import { expect, test } from 'vitest';
import '../../scenes/optimizers/words/later.ts';
import { rateLimit, stableRate } from '../../scenes/optimizers/panel/limit.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import type { Overrides } from '../../scenes/optimizers/state/types.ts';
import { wordsOf } from '../../src/ui/useText.ts';

const limitOf = (overrides: Overrides, id: string) => {
  const state = resolve(overrides);
  return stableRate(
    state,
    state.runs.find((run) => run.id === id)!,
  );
};

test('on the book’s bowl, whose largest curvature is 2: SGD 1, Momentum 1.9, Nesterov 1.9/2.8, the others none', () => {
  expect(limitOf({}, 'sgd')?.value).toBe(1);
  expect(limitOf({}, 'momentum')?.value).toBeCloseTo(1.9, 12);
  expect(limitOf({}, 'nesterov')?.value).toBeCloseTo(1.9 / 2.8, 12);
  for (const id of ['adagrad', 'rmsprop', 'adam', 'lion']) expect(limitOf({}, id)).toBeNull();
});

test('it follows the momentum and the surface, and says where it holds', () => {
  expect(limitOf({ runs: { momentum: { params: { momentum: 0.5 } } } }, 'momentum')?.value).toBeCloseTo(1.5, 12);
  expect(limitOf({ surfaceParams: { anisotropy: 1 } }, 'sgd')?.value).toBe(1);
  // The Hessian at (1, 1) is [[802, −400], [−400, 200]].
  const rosenbrock = limitOf({ surface: 'rosenbrock' }, 'sgd')!;
  expect(rosenbrock.value).toBeCloseTo(2 / (501 + Math.hypot(301, 400)), 12);
  expect(rosenbrock.curvature.at).toEqual([1, 1]);
});

test('none where no one number tells: lr changes on the way, no bottom, no minimum known', () => {
  expect(limitOf({ lrChange: { step: 5, factor: 0.1 } }, 'sgd')).toBeNull();
  expect(limitOf({ surface: 'saddle' }, 'sgd')).toBeNull();
  expect(limitOf({ formula: 'sin(x) + y^2', domain: [-5, 5, -5, 5] }, 'sgd')).toBeNull();
  expect(limitOf({ formula: '(x - 1)^2 + x*y + 3*y^2', domain: [-5, 5, -5, 5] }, 'sgd')?.curvature.at).toBeNull();
});

test('the slider says the number in both languages', () => {
  const state = resolve({});
  const sgd = state.runs.find(({ id }) => id === 'sgd')!;
  expect(rateLimit(wordsOf('en'), state, sgd)).toEqual({
    value: 1,
    text: 'Stable below η = 1 (the largest curvature is λ = 2). Beyond it the swings keep growing.',
    beyond: '(beyond the limit of stability, 1)',
  });
  expect(rateLimit(wordsOf('ja'), state, sgd)!.text).toContain('η < 1 なら安定');
  const valley = resolve({ surface: 'rosenbrock' });
  expect(rateLimit(wordsOf('en'), valley, valley.runs[0]!)!.text).toContain('near the minimum (1, 1)');
});
