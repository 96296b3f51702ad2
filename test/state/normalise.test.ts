import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalise, resolve } from '../../scenes/optimizers/state/rules.ts';
import type { Overrides } from '../../scenes/optimizers/state/types.ts';
import { anyOverrides } from './arbitrary.ts';

const SEED = 20250202;

test(`changes no picture, and is done after one time (seed ${SEED})`, () => {
  fc.assert(
    fc.property(anyOverrides, (overrides) => {
      const once = normalise(overrides);
      expect(resolve(once)).toEqual(resolve(overrides));
      expect(normalise(once)).toEqual(once);
    }),
    { seed: SEED, numRuns: 500 },
  );
});

test(`every override that stays is needed: without it the picture is another (seed ${SEED})`, () => {
  fc.assert(
    fc.property(anyOverrides, (overrides) => {
      const kept = normalise(overrides);
      for (const key of Object.keys(kept) as (keyof Overrides)[]) {
        // `selected` waits for its optimizer to be switched on; own formulas and their domain are one choice.
        if (key === 'selected' || key === 'formula' || key === 'domain') continue;
        expect([key, resolve({ ...kept, [key]: undefined })]).not.toEqual([key, resolve(kept)]);
      }
    }),
    { seed: SEED, numRuns: 200 },
  );
});

test.each([
  ['what the surface says anyway', { surface: 'beale', start: [1, 1], steps: 100 }],
  ['a parameter at its default', { surfaceParams: { anisotropy: 20 }, runs: { adam: { params: { beta1: 0.9 } } } }],
  ['the semantics that the surface prefers', { runs: { adam: { enabled: true, semantics: 'book' } } }],
  ['switched on where it is on, off where it is off', { runs: { sgd: { enabled: true }, lion: { enabled: false } } }],
  ['playing without a step, resting with one', { playing: true }],
  ['a domain without a formula', { domain: [0, 1, 0, 1] }],
] as const)('drops %s', (_, overrides) => {
  const defaults = 'surface' in overrides ? { surface: overrides.surface } : {};
  const { start, steps } = resolve(defaults);
  expect(normalise({ ...overrides, ...('start' in overrides ? { start, steps } : {}) })).toEqual(defaults);
});

test('keeps what differs, and only that', () => {
  expect(
    normalise({
      surface: 'bowl',
      surfaceParams: { anisotropy: 5 },
      steps: 31,
      runs: { adam: { enabled: true, semantics: 'torch', params: { lr: 0.3, eps: 1e-7, beta1: 0.9 } } },
      t: 4,
      playing: false,
    }),
  ).toEqual({
    surfaceParams: { anisotropy: 5 },
    steps: 31,
    // 1e-7 is the book's ε, not torch's.
    runs: { adam: { semantics: 'torch', params: { eps: 1e-7 } } },
    t: 4,
  });
});

test('drops parameters that the semantics do not have', () => {
  expect(normalise({ runs: { adam: { semantics: 'book', params: { weight_decay: 0.1 } } } })).toEqual({});
});
