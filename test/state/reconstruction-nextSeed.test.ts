import { expect, test } from 'vitest';
import { TRAINING_SEEDS_FROM } from '../../src/reconstruction/seeds.ts';
import { params } from '../../scenes/reconstruction/state.ts';
import { nextSeed } from '../../src/scene/state/nextSeed.ts';

test.each([params.seed, params.sampleSeed, params.meanSeed])('the next seed is never one of training’s', (spec) => {
  expect(nextSeed(spec, 29)).toBe(30);
  // Beyond the slider, within what is valid.
  expect(nextSeed(spec, spec.max)).toBe(spec.max + 1);
  expect(nextSeed(spec, TRAINING_SEEDS_FROM - 1)).toBe(0);
  expect(nextSeed(spec, TRAINING_SEEDS_FROM + 5)).toBe(0);
});
