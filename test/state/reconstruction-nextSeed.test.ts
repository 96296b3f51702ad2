import { expect, test } from 'vitest';
import { TRAINING_SEEDS_FROM } from '../../src/reconstruction/seeds.ts';
import { reconstructionParams } from '../../scenes/reconstruction/state/defaults.ts';
import { moreParams } from '../../scenes/reconstruction/state/more.ts';
import { nextSeed } from '../../scenes/reconstruction/state/nextSeed.ts';

test.each([reconstructionParams.seed, moreParams.sampleSeed, moreParams.meanSeed])(
  'the next seed is never one of training’s',
  (spec) => {
    expect(nextSeed(spec, 29)).toBe(30);
    // Beyond the slider, within what is valid.
    expect(nextSeed(spec, spec.max)).toBe(spec.max + 1);
    expect(nextSeed(spec, TRAINING_SEEDS_FROM - 1)).toBe(0);
    expect(nextSeed(spec, TRAINING_SEEDS_FROM + 5)).toBe(0);
  },
);
