import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sampleMesh } from '../../src/clouds/sampleMesh.ts';
import type { Points } from '../../src/clouds/types.ts';
import { voxelDownsample } from '../../src/clouds/voxel.ts';
import { readCloud } from '../../src/io/clouds/read.ts';
import { identity, invertRigid, multiply, poseError, transformPoints, type Matrix4 } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { auto } from '../../src/registration/auto.ts';
import { prepareCloud } from '../../src/registration/prepare.ts';
import { reasonInWords } from '../../src/registration/reasons.ts';
import { createRecorder, nullRecorder } from '../../src/registration/recorder.ts';
import { readSpot } from './spot.ts';

const clouds = new URL('../../assets/clouds/', import.meta.url);
const running = { aborted: false };
const chosen = { voxel: null, maxDistance: null };

/** A LiDAR scan, averaged over 0.7 m. */
async function scan(name: string): Promise<Points> {
  const file = await readCloud(name, readFileSync(new URL(name, clouds)));
  const at = file!.positions.map((value, i) => value + file!.origin[(i % 3) as 0 | 1 | 2]);
  return voxelDownsample(at, 0.7);
}

const source = await scan('lidar-source.ply');
const target = await scan('lidar-target.ply');
const published = Float64Array.from(
  readFileSync(new URL('lidar-target-from-source.txt', clouds), 'utf8').trim().split(/\s+/).map(Number),
);

function run(from: Points, to: Points, seed = 1) {
  return auto(
    { source: { points: from }, target: { points: to }, init: identity() },
    { seed, ...chosen },
    nullRecorder,
    running,
  );
}

/** A quarter turn about the vertical through the source's centre, and 10 m. */
function turned(): Matrix4 {
  const [x, y] = prepareCloud({ points: source }).size().centroid;
  return Float64Array.of(0, -1, 0, x + y + 10, 1, 0, 0, y - x, 0, 0, 1, 0, 0, 0, 0, 1);
}

const far = Float64Array.of(1, 0, 0, 500_000, 0, 1, 0, 4_500_000, 0, 0, 1, 0, 0, 0, 0, 1);

describe('auto on the LiDAR pair at 0.7 m, nothing set', () => {
  const centreOf = (points: Points) => prepareCloud({ points }).size().centroid;
  const registered = (movedFromSource: Matrix4, movedFromTarget: Matrix4) => {
    const moved = transformPoints(movedFromSource, source);
    const { targetFromSource, judgement } = run(moved, transformPoints(movedFromTarget, target));
    const truth = multiply(multiply(movedFromTarget, published), invertRigid(movedFromSource));
    return { targetFromSource, judgement, error: poseError(targetFromSource, truth, centreOf(moved)) };
  };
  const cases = {
    'as it is': registered(identity(), identity()),
    'with the source turned by 90° and moved by 10 m': registered(turned(), identity()),
    'at UTM coordinates': registered(far, far),
  };

  it.each(Object.entries(cases))('%s: within 1° and 0.2 m of the published pose, and good; seed 1', (_, found) => {
    expect(found.error.rotationErrorDegrees).toBeLessThan(1);
    expect(found.error.translationError).toBeLessThan(0.2);
    expect([found.judgement.verdict, found.judgement.reason]).toEqual(['good', 'agrees']);
  });

  it('ends at the same pose wherever the clouds stand', () => {
    const there = cases['at UTM coordinates'].targetFromSource;
    const back = multiply(multiply(invertRigid(far), there), far);
    const { rotationErrorDegrees, translationError } = poseError(
      back,
      cases['as it is'].targetFromSource,
      centreOf(source),
    );
    // The voxels are the same; what is left is the rounding of coordinates of 4.5·10⁶ (1e-9) and where the iterations stop.
    expect(rotationErrorDegrees).toBeLessThan(1e-4);
    expect(translationError).toBeLessThan(1e-4);
  });

  it('records the way that it took, ending at its answer', () => {
    const recorder = createRecorder();
    const problem = { source: { points: source }, target: { points: target }, init: invertRigid(turned()) };
    const { targetFromSource, iterations } = auto(problem, { seed: 1, ...chosen }, recorder, running);
    const { poses, steps, phases } = recorder.record();
    expect(poses.slice(16 * steps)).toEqual(targetFromSource);
    expect(phases.map(({ name }) => name)).toEqual(['ransac', 'gicp', 'gicp']);
    expect(steps).toBeGreaterThanOrEqual(iterations);
  });
});

describe('auto says so', () => {
  const noisyPlane = (seed: number): Points => {
    const rng = createRng(seed, 'plane');
    return Float64Array.from({ length: 3000 }, (_, i) => (i % 3 === 2 ? 0.002 * rng.gaussian() : rng.between(-1, 1)));
  };

  it('where a plane lies on a plane: free to turn and slide, seeds 1 and 2', () => {
    const { judgement } = run(noisyPlane(1), noisyPlane(2));
    expect(judgement.verdict).toBe('ambiguous');
    expect(judgement.reason).toMatch(/^(turns|slides)-freely$/);
  });

  it('where there are next to no points', () => {
    const { judgement, targetFromSource } = run(source.slice(0, 27), target);
    expect([judgement.verdict, judgement.reason]).toEqual(['failed', 'few-inliers']);
    expect(reasonInWords(judgement)).toMatch(/^only 9 points in the smaller cloud/);
    expect(targetFromSource).toEqual(identity());
  });

  it('where one cloud is in millimetres', () => {
    const { judgement } = run(
      source,
      target.map((c) => 1000 * c),
    );
    expect(judgement.verdict).not.toBe('good');
    expect(reasonInWords(judgement)).toMatch(
      /one cloud is \d{3,4} times as large as the other: are the units the same\?/,
    );
  });

  it('where it was stopped', () => {
    const problem = { source: { points: source }, target: { points: target }, init: identity() };
    const { judgement, converged } = auto(problem, { seed: 1, ...chosen }, nullRecorder, { aborted: true });
    expect(converged).toBe(false);
    expect([judgement.verdict, judgement.reason]).toEqual(['failed', 'unfinished']);
  });

  it.each([1, 2, 3])('where a cloud meets itself, turned: good, seed %i', (seed) => {
    const { points } = sampleMesh(readSpot(), 900, seed);
    const motion = createRng(seed, 'own self').rotation(Math.PI);
    const { targetFromSource, judgement } = run(transformPoints(invertRigid(motion), points), points, seed);
    expect(judgement.verdict).toBe('good');
    expect(poseError(targetFromSource, motion, [0, 0, 0]).rotationErrorDegrees).toBeLessThan(0.1);
  });
});

describe('auto is never sure of two clouds that have nothing to do with each other', () => {
  /** A closed surface of random bumps. */
  const blob = (seed: number, count: number): Points => {
    const rng = createRng(seed, 'blob');
    const waves = Array.from({ length: 6 }, () => [...rng.direction(new Float64Array(3))].map((c) => 4 * c));
    const direction = new Float64Array(3);
    const points = new Float64Array(3 * count);
    for (let i = 0; i < count; i++) {
      rng.direction(direction);
      const bump = waves.reduce(
        (sum, w) => sum + 0.12 * Math.sin(w[0]! * direction[0]! + w[1]! * direction[1]! + w[2]! * direction[2]!),
        1,
      );
      for (let k = 0; k < 3; k++) points[3 * i + k] = bump * direction[k]!;
    }
    return points;
  };

  it.each(Array.from({ length: 20 }, (_, i) => i + 1))('seed %i', (seed) => {
    const other = seed % 2 === 0 ? blob(seed + 100, 600) : sampleMesh(readSpot(), 600, seed).points;
    expect(run(blob(seed, 500), other, seed).judgement.verdict).not.toBe('good');
  });
});
