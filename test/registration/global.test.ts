import { describe, expect, it } from 'vitest';
import { sampleMesh } from '../../src/clouds/sampleMesh.ts';
import { bounds } from '../../src/clouds/spacing.ts';
import { voxelDownsample } from '../../src/clouds/voxel.ts';
import { identity, invertRigid, poseError, transformPoints } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { ransac } from '../../src/registration/global/ransac.ts';
import { commonVoxel } from '../../src/registration/global/voxelSize.ts';
import { settingsOf } from '../../src/registration/recipes.ts';
import { prepare, prepareCloud } from '../../src/registration/prepare.ts';
import { createRecorder, nullRecorder } from '../../src/registration/recorder.ts';
import { readSpot } from './spot.ts';

const spot = readSpot();
const running = { aborted: false };

/** Two different samplings of the model, one of them turned by any angle and moved. */
function pair(seed: number) {
  const target = sampleMesh(spot, 1800, seed);
  const truth = createRng(seed, 'global.test').rotation(Math.PI);
  truth[3] = 5;
  truth[7] = -2;
  const source = { points: transformPoints(invertRigid(truth), sampleMesh(spot, 1500, seed + 50).points) };
  return { truth, prepared: prepare({ source, target: { points: target.points } }) };
}

describe('ransac', () => {
  it.each([1, 2, 3, 4])('finds the model turned by any angle; plane ICP finishes; seed %i', (seed) => {
    const { truth, prepared } = pair(seed);
    const centre = prepared.source.size().centroid;
    const refine = settingsOf('icp-plane', { maxDistance: 0.1 }, prepared.target);
    const options = { init: identity(), seed, voxel: null };
    const coarse = ransac(prepared, { ...options, refine: null }, nullRecorder, running);
    const fine = ransac(prepared, { ...options, refine }, nullRecorder, running);
    // 1.5 voxels of inlier distance on a model of radius 0.6 allow some degrees; the refinement's error is that of different samplings.
    expect(poseError(coarse.targetFromSource, truth, centre).rotationErrorDegrees).toBeLessThan(6);
    expect(poseError(fine.targetFromSource, truth, centre).rotationErrorDegrees).toBeLessThan(0.3);
    expect(poseError(fine.targetFromSource, truth, centre).translationError).toBeLessThan(0.003);
    expect([coarse.iterations, coarse.converged, fine.converged]).toEqual([0, true, true]);
  });

  it('records where the source stood, each better pose, and the refinement; one seed, one result; seed 5', () => {
    const { prepared } = pair(5);
    const run = () => {
      const recorder = createRecorder();
      const refine = settingsOf('icp-plane', { maxDistance: 0.1 }, prepared.target);
      const outcome = ransac(prepared, { init: identity(), seed: 5, voxel: null, refine }, recorder, running);
      return { outcome, record: recorder.record() };
    };
    const first = run();
    const { poses, steps, phases, inliers } = first.record;
    expect(run()).toEqual(first);
    expect(phases.map(({ name }) => name)).toEqual(['ransac', 'icp-plane']);
    expect(poses.slice(0, 16)).toEqual(identity());
    expect(poses.slice(16 * steps)).toEqual(first.outcome.targetFromSource);
    expect(inliers[phases[1]!.from]).toBeGreaterThan(inliers[0]!);
  });

  it('does not converge, and leaves the source where it is, where nothing can match', () => {
    const line = { points: Float64Array.from({ length: 90 }, (_, i) => (i % 3 === 0 ? i : 0)) };
    const prepared = prepare({ source: line, target: pair(6).prepared.target.cloud });
    const outcome = ransac(prepared, { init: identity(), seed: 6, voxel: null, refine: null }, nullRecorder, running);
    expect(outcome).toEqual({ targetFromSource: identity(), iterations: 0, converged: false });
  });
});

describe('commonVoxel', () => {
  const { points } = sampleMesh(spot, 5000, 7);

  it.each([300, 1000, 3000])('leaves the larger cloud 0.7 to 1.1 times %i points', (most) => {
    const clouds = prepare({ source: { points: points.slice(0, 1500) }, target: { points } });
    const left = voxelDownsample(points, commonVoxel(clouds, most), bounds(points).min).length / 3;
    expect(left).toBeGreaterThanOrEqual(0.7 * most);
    expect(left).toBeLessThanOrEqual(1.1 * most);
  });

  it('is the wider spacing of clouds that are small anyway, in any unit', () => {
    const sparse = points.slice(0, 900);
    const inUnit = (unit: number) => ({
      source: prepareCloud({ points: sparse.map((c) => unit * c) }),
      target: prepareCloud({ points: points.map((c) => unit * c) }),
    });
    const metres = inUnit(1);
    expect(commonVoxel(metres, 5000)).toBe(metres.source.spacing());
    expect(commonVoxel(inUnit(1000), 5000) / 1000).toBeCloseTo(metres.source.spacing(), 12);
  });
});
