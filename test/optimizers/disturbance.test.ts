import { expect, test } from 'vitest';
import { optimize } from '../../src/jobs/optimize.ts';
import type { OptimizeSpec } from '../../src/jobs/specs.ts';
import { ruleOf } from '../../src/optimizers/index.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { surfaces } from '../../src/surfaces/index.ts';

const { bowl } = surfaces;

function spec(
  optimizer: 'sgd' | 'momentum' | 'adam' | 'adagrad',
  semantics: 'book' | 'torch',
  lr: number,
): OptimizeSpec {
  return {
    surface: { id: 'bowl', formula: bowl.formula, params: { anisotropy: 20 }, domain: bowl.domain },
    optimizer,
    semantics,
    params: { ...defaultsOf(ruleOf(optimizer, semantics).params), lr },
    start: [-7, 2],
    steps: 12,
  };
}

test('SGD: an injected gradient moves its own update by −lr·g, and the rest decays as the closed form', () => {
  const lr = 0.5;
  const { x } = optimize({ ...spec('sgd', 'book', lr), disturbance: { inject: { step: 5, gradient: [10, -4] } } });
  const plain = optimize(spec('sgd', 'book', lr)).x;
  for (let n = 0; n <= 12; n++) {
    const after = n - 5;
    const [dx, dy] = after < 0 ? [0, 0] : [-10 * lr * (1 - lr / 10) ** after, 4 * lr * (1 - 2 * lr) ** after];
    // A dozen roundings of numbers below 10.
    expect(x[2 * n]! - plain[2 * n]!).toBeCloseTo(dx, 12);
    expect(x[2 * n + 1]! - plain[2 * n + 1]!).toBeCloseTo(dy, 12);
  }
});

test('SGD: lr changes from its update on, not before', () => {
  const { x } = optimize({ ...spec('sgd', 'book', 0.5), disturbance: { lrChange: { step: 4, factor: 0.1 } } });
  for (let n = 0; n <= 12; n++) {
    const [before, after] = [Math.min(n, 3), Math.max(n - 3, 0)];
    expect(x[2 * n]!).toBeCloseTo(-7 * 0.95 ** before * 0.995 ** after, 12);
  }
});

test("Momentum: at a constant lr book and torch agree, once lr changes they part: the book's memory holds the old lr", () => {
  const apart = (disturbance: OptimizeSpec['disturbance']) => {
    const with_ = disturbance ? { disturbance } : {};
    const [book, torch] = (['book', 'torch'] as const).map(
      (s) => optimize({ ...spec('momentum', s, 0.1), ...with_ }).x,
    );
    return Math.max(...book!.map((value, i) => Math.abs(value - torch![i]!)));
  };
  expect(apart(undefined)).toBeLessThan(1e-14);
  expect(apart({ lrChange: { step: 6, factor: 0.1 } })).toBeGreaterThan(0.5);
});

test('AdaGrad brakes for ever after one wrong gradient: its memory never falls below its square', () => {
  const { state } = optimize({
    ...spec('adagrad', 'book', 1.5),
    disturbance: { inject: { step: 3, gradient: [50, 0] } },
  });
  const memory = Object.values(state)[0]!;
  expect(memory[2 * 2]!).toBeLessThan(2);
  for (let n = 3; n <= 12; n++) expect(memory[2 * n]!).toBeGreaterThan(49 ** 2);
});

test('a run with nothing to disturb it is bit for bit the plain run', () => {
  const plain = optimize(spec('adam', 'torch', 0.3));
  expect(optimize({ ...spec('adam', 'torch', 0.3), disturbance: {} }).x).toEqual(plain.x);
  expect(optimize({ ...spec('adam', 'torch', 0.3), disturbance: { lrChange: { step: 13, factor: 9 } } }).x).toEqual(
    plain.x,
  );
});
