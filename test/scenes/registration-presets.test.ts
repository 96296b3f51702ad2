import { expect, test } from 'vitest';
import { succeeded } from '../../scenes/registration/runs/truth.ts';
import type { RegistrationOverrides } from '../../scenes/registration/state/table.ts';
import { presets } from '../../scenes/registration/panel/presets.ts';
import { sceneOf } from './registrationRun.ts';

/** Whether each method of the opening scene finds the pose, by the truth: plain ICP, robust ICP, DO. */
const outcome = (overrides: RegistrationOverrides) => sceneOf(overrides).runs.map(succeeded);

const promised = {
  opening: [false, true, true],
  missing: [false, false, true],
  structured: [false, false, true],
  far: [false, false, false],
} as const;

test('the presets are one slider away from the opening scene, and each is promised something', () => {
  expect(presets.map(({ id }) => id)).toEqual(Object.keys(promised));
  expect(presets.map(({ factors }) => Object.keys(factors).length)).toEqual([0, 1, 1, 1]);
});

test.each(presets)('the scene “$id” shows what its button says', ({ id, factors }) => {
  expect(outcome({ factors })).toEqual(promised[id]);
});

test('the opening scene: plain ICP is off by several times the line of success, the others are well below it', () => {
  const [plain, robust, learned] = sceneOf({}).runs.map(({ answer }) => answer.errors!.at(-1)!);
  expect(plain).toBeGreaterThan(0.1);
  expect(robust).toBeLessThan(0.02);
  expect(learned).toBeLessThan(0.02);
});
