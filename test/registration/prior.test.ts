import { describe, expect, it } from 'vitest';
import { identity, multiply, poseError } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { auto } from '../../src/registration/auto.ts';
import type { StartPrior } from '../../src/registration/prior.ts';
import { createRecorder, nullRecorder } from '../../src/registration/recorder.ts';
import {
  centroidOf,
  colonnadeCase,
  motionAbout,
  terrainCase,
  type StartCase,
} from '../../tools/registration/startCases.ts';

const running = { aborted: false };

function run({ source, target, truth, init }: StartCase, seed: number, start: StartPrior, given: boolean) {
  const problem = { source: { points: source }, target: { points: target }, init };
  const found = auto(problem, { seed, voxel: null, maxDistance: null, start, given }, nullRecorder, running);
  return { ...found, error: poseError(found.targetFromSource, truth, centroidOf(source)) };
}

describe('a given start that is nearly right: terrain tiles 2° and 1.9 m off, 44 % in common; seed 2', () => {
  const tiles = terrainCase(2, 0.44, 1500);

  it('is kept', () => {
    const { error, weighed } = run(tiles, 2, 'try', true);
    expect(error.rotationErrorDegrees).toBeLessThan(0.5);
    expect(error.translationError).toBeLessThan(1);
    expect(weighed!.kept).toBe('start');
    expect(weighed!.start!.agreement).toBeGreaterThan(weighed!.global!.agreement);
  });

  it('ignored, another pose is taken', () => {
    expect(run(tiles, 2, 'ignore', true).error.translationError).toBeGreaterThan(20);
  });

  it('trusted, nothing else is looked for', () => {
    const { error, weighed } = run(tiles, 2, 'trust', true);
    expect(error.translationError).toBeLessThan(1);
    expect(weighed).toMatchObject({ prior: 'trust', kept: 'start', why: 'only', global: null });
  });
});

describe('an exactly aligned colonnade with a statue; seed 1', () => {
  const pair = colonnadeCase(1, true, 2500);
  const off = motionAbout(centroidOf(pair.source), 2, 0.4, createRng(1, 'off'));
  const shifted = { ...pair, init: multiply(off, pair.truth) };

  it('stays where it lies though nobody gave a start', () => {
    const { error, weighed } = run(pair, 1, 'try', false);
    expect(error.translationError).toBeLessThan(0.05);
    expect([weighed!.kept, weighed!.why, weighed!.given]).toEqual(['start', 'start-fits', false]);
    // It lays much less of the source on the target: what speaks for it is what stands in nobody's way.
    expect(weighed!.global!.score).toBeGreaterThan(1.2 * weighed!.start!.score);
  });

  it('ignored, it is moved', () => {
    expect(run(pair, 1, 'ignore', false).error.translationError).toBeGreaterThan(2);
  });

  it('that lies 0.4 m and 2° off is no start that nobody gave', () => {
    expect(run(shifted, 1, 'try', false).weighed!.why).toBe('not-given');
  });

  it('that lies 0.4 m and 2° off and was put there is brought home', () => {
    const given = run(shifted, 1, 'try', true);
    expect(given.error.translationError).toBeLessThan(0.05);
    expect(given.weighed!.why).toBe('start-fits');
  });
});

describe('a start that is wrong', () => {
  it('is given up, given or not, for what fits; seed 1', () => {
    const pair = colonnadeCase(1, false, 1500);
    const wrong = {
      ...pair,
      target: pair.source,
      init: motionAbout(centroidOf(pair.source), 70, 3, createRng(1, 'wrong')),
    };
    const { error, weighed } = run(wrong, 1, 'try', true);
    expect(error.translationError).toBeLessThan(0.02);
    expect([weighed!.kept, weighed!.why]).toEqual(['global', 'start-loose']);
  });
});

describe('what is recorded', () => {
  it('is the start’s own way where it is kept; seed 2', () => {
    const { source, target, init } = terrainCase(2, 0.44, 1500);
    const recorder = createRecorder();
    const problem = { source: { points: source }, target: { points: target }, init };
    const found = auto(problem, { seed: 1, voxel: null, maxDistance: null, given: true }, recorder, running);
    const { poses, steps, phases } = recorder.record();
    expect(phases.map(({ name }) => name)).toEqual(['gicp', 'gicp']);
    expect([...poses.slice(0, 16)]).toEqual([...init]);
    expect([...poses.slice(16 * steps)]).toEqual([...found.targetFromSource]);
    expect(identity()).not.toEqual(init);
  });
});
