import { expect, test } from 'vitest';
import { ours } from './fixtures.ts';

const start = [-7, 2] as const;
const sgd = (lr: number, steps: number) =>
  ours({ optimizer: 'sgd', semantics: 'book', surface: 'bowl', start, params: { lr }, points: [] }, steps);

for (const lr of [0.001, 0.1, 0.5, 0.95, 1, 1.02, 1.05, 1.1]) {
  test(`SGD on the bowl is (−7(1−lr/10)ⁿ, 2(1−2lr)ⁿ): lr ${lr}`, () => {
    const { x, f, count } = sgd(lr, 60);
    expect(count).toBe(61);
    for (let n = 0; n < count; n++) {
      const [cx, cy] = [-7 * (1 - lr / 10) ** n, 2 * (1 - 2 * lr) ** n];
      // Each update rounds twice, relative to the point: 60 of them stay below 1e-13 of it; Math.pow adds an ulp.
      expect(Math.abs(x[2 * n]! - cx)).toBeLessThanOrEqual(1e-13 * Math.abs(cx));
      expect(Math.abs(x[2 * n + 1]! - cy)).toBeLessThanOrEqual(1e-13 * Math.abs(cy));
      expect(Math.abs(f[n]! - (cx * cx) / 20 - cy * cy)).toBeLessThanOrEqual(1e-12 * f[n]!);
    }
  });
}

/** Heavy ball on one eigenvalue h of the Hessian: its state (x, step) is multiplied by a 2×2 matrix each update. */
function heavyBallRadius(lr: number, momentum: number, h: number): number {
  // λ² − (1 + momentum − lr·h)λ + momentum = 0
  const b = 1 + momentum - lr * h;
  const disc = b * b - 4 * momentum;
  return disc <= 0 ? Math.sqrt(momentum) : (Math.abs(b) + Math.sqrt(disc)) / 2;
}

test("momentum on the bowl falls at the heavy ball's rate, best near β .4026, lr 1.3358", () => {
  const run = (lr: number, momentum: number, steps: number) =>
    ours(
      { optimizer: 'momentum', semantics: 'torch', surface: 'bowl', start, params: { lr, momentum }, points: [] },
      steps,
    );
  const slowest = (lr: number, momentum: number) =>
    Math.max(heavyBallRadius(lr, momentum, 0.1), heavyBallRadius(lr, momentum, 2));
  const best = slowest(1.3358, 0.4026);
  for (const [lr, momentum] of [
    [1.2, 0.4026],
    [1.4, 0.4026],
    [1.3358, 0.35],
    [1.3358, 0.45],
  ] as const) {
    expect(best).toBeLessThan(slowest(lr, momentum));
  }
  // The measured rate over steps 20 … 40; n·λⁿ at the double root costs 2^(1/20), that is 3.5 %.
  const { f } = run(1.3358, 0.4026, 40);
  expect(Math.abs((f[40]! / f[20]!) ** (1 / 40) - best)).toBeLessThan(0.025);
  // Stable up to lr·h < 2(1 + β), that is lr < 1 + β on the bowl.
  expect(run(1.39, 0.4, 400).f[400]).toBeLessThan(1e-3);
  expect(run(1.41, 0.4, 400).f[400]).toBeGreaterThan(1e2);
});
