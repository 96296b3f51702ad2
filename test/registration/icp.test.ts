import { describe, expect, it } from 'vitest';
import { sampleMesh } from '../../src/clouds/sampleMesh.ts';
import { bounds } from '../../src/clouds/spacing.ts';
import type { PointCloud } from '../../src/clouds/types.ts';
import { identity, invertRigid, isRigid, poseError, transformPoints, type Matrix4 } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { icp } from '../../src/registration/icp.ts';
import { settingsOf, type IcpChoices, type IcpMethodId } from '../../src/registration/recipes.ts';
import { prepare, prepareCloud } from '../../src/registration/prepare.ts';
import { nullRecorder } from '../../src/registration/recorder.ts';
import type { KernelId, Outcome, Search } from '../../src/registration/types.ts';
import { readSpot } from './spot.ts';

const spot = readSpot();
const go = { aborted: false };
const degrees = Math.PI / 180;
const plainMethods = ['icp-point', 'icp-plane', 'gicp'] as const;

/** A start of `angle` degrees about a seeded axis, and a small shift. */
function motion(seed: number, angle: number): Matrix4 {
  const rng = createRng(seed, 'icp.test');
  const axis = rng.direction(new Float64Array(3)).map((c) => c * angle * degrees);
  const pose = expSe3(axis, [0, 0, 0]);
  for (const at of [3, 7, 11]) pose[at] = rng.between(-0.1, 0.1);
  return pose;
}

/** `cloud` seen from elsewhere: targetFromSource · source = cloud. */
function seenBy(targetFromSource: Matrix4, cloud: PointCloud): PointCloud {
  return { points: transformPoints(invertRigid(targetFromSource), cloud.points) };
}

function run(method: IcpMethodId, source: PointCloud, target: PointCloud, choices: IcpChoices = {}): Outcome {
  const prepared = prepare({ source, target });
  const settings = settingsOf(method, choices, prepared.target);
  return icp({ init: identity() }, settings, prepared, nullRecorder, go);
}

function rmseToTruth(source: PointCloud, estimate: Matrix4, truth: Matrix4): number {
  const a = transformPoints(estimate, source.points);
  const b = transformPoints(truth, source.points);
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0) / (a.length / 3));
}

describe('icp on the sample model', () => {
  const target = { points: sampleMesh(spot, 5000, 1).points };

  for (const method of plainMethods) {
    it(`${method}: the same 5,000 points (seed 1) turned by 30° come back to 1e-5`, () => {
      const truth = motion(1, 30);
      const source = seenBy(truth, target);
      const outcome = run(method, source, target);
      expect(outcome.converged).toBe(true);
      expect(rmseToTruth(source, outcome.targetFromSource, truth)).toBeLessThan(1e-5);
    });
  }

  // tools/registration/accuracy.mjs has 20 seeds; the bounds of the issue are 0.03° (median) and 0.08° (each).
  for (const method of ['icp-plane', 'gicp'] as const) {
    it(`${method}: different samples of one surface, turned by 30°, agree to 0.03° in the median of seeds 11, 12, 13`, () => {
      const errors = [11, 12, 13].map((seed) => {
        const truth = motion(seed, 30);
        const other = { points: sampleMesh(spot, 5000, 100 + seed).points };
        const source = seenBy(truth, { points: sampleMesh(spot, 5000, seed).points });
        const { targetFromSource } = run(method, source, other);
        return poseError(targetFromSource, truth, bounds(source.points).centre).rotationErrorDegrees;
      });
      expect(errors.toSorted((a, b) => a - b)[1]).toBeLessThan(0.03);
      expect(Math.max(...errors)).toBeLessThan(0.08);
    });
  }
});

describe('members of the family', () => {
  const target = sampleMesh(spot, 600, 2);
  const truth = motion(2, 10);
  const source: PointCloud = (() => {
    const { points, normals } = sampleMesh(spot, 600, 2);
    const inverse = invertRigid(truth);
    const turned = inverse.slice();
    for (const at of [3, 7, 11]) turned[at] = 0;
    return { points: transformPoints(inverse, points), normals: transformPoints(turned, normals!) };
  })();
  const kernels: readonly KernelId[] = ['none', 'trimmed', 'huber', 'tukey', 'welsch', 'truncated'];
  const searches: readonly Search[] = ['source', 'target'];

  for (const method of plainMethods) {
    for (const kernel of kernels) {
      for (const search of searches) {
        it(`${method}, ${kernel}, ${search} searches, normals within 60°: 10° (seed 2) come back`, () => {
          const outcome = run(method, source, target, { kernel, search, maxNormalAngle: 60 * degrees });
          expect(outcome.converged).toBe(true);
          expect(rmseToTruth(source, outcome.targetFromSource, truth)).toBeLessThan(1e-4);
        });
      }
    }
  }

  it('works alike in any unit and far from the origin: a thousandfold copy, moved by 5,000 of its units (seed 2)', () => {
    const shift = [5000, -3000, 4000];
    const large = (cloud: PointCloud): PointCloud => ({
      points: cloud.points.map((value, i) => 1000 * value + shift[i % 3]!),
      normals: cloud.normals,
    });
    for (const method of ['icp-point', 'icp-plane', 'gicp', 'icp-robust', 'icp-finish'] as const) {
      const small = run(method, source, target);
      const scaled = run(method, large(source), large(target));
      expect(scaled.iterations, method).toBe(small.iterations);
      for (const at of [0, 1, 2, 4, 5, 6, 8, 9, 10]) {
        expect(scaled.targetFromSource[at]).toBeCloseTo(small.targetFromSource[at]!, 8);
      }
    }
  });

  it('what has outliers is lost to plain ICP and found under every robust member (300 of 600, seed 3)', () => {
    const rng = createRng(3, 'outliers');
    const points = Float64Array.from({ length: 3 * 900 }, () => rng.between(-1.5, 1.5));
    points.set(source.points);
    const error = (choices: IcpChoices, method: IcpMethodId = 'icp-point') =>
      rmseToTruth(source, run(method, { points }, target, choices).targetFromSource, truth);
    expect(error({})).toBeGreaterThan(0.03);
    for (const kernel of ['trimmed', 'tukey', 'welsch', 'truncated'] as const) {
      expect(error({ kernel, keep: 0.6 }), kernel).toBeLessThan(5e-3);
    }
    expect(error({}, 'icp-robust')).toBeLessThan(0.03);
    expect(error({}, 'icp-finish')).toBeLessThan(5e-3);
    expect(error({ maxDistance: 0.15 })).toBeLessThan(0.03);
  });
});

describe('what does not determine a pose ends where it started, unconverged', () => {
  const line = { points: Float64Array.from({ length: 90 }, (_, i) => (i % 3 === 0 ? i / 30 : 0)) };
  const plane = {
    points: Float64Array.from({ length: 300 }, (_, i) => {
      const k = Math.floor(i / 3);
      // A tilted plane, so that what is undetermined is no row of zeros but rounding.
      const [u, v] = [k % 10, Math.floor(k / 10)];
      return [u, 0.6 * v, 0.8 * v][i % 3]!;
    }),
  };
  const none = { points: new Float64Array(0) };
  const three = { points: Float64Array.of(0, 0, 0, 1, 0, 0, 0, 2, 0) };
  const far = { points: plane.points.map((value) => value + 1e3) };
  const cases: readonly [string, IcpMethodId, PointCloud, PointCloud, IcpChoices?][] = [
    ...plainMethods.flatMap((method): [string, IcpMethodId, PointCloud, PointCloud, IcpChoices?][] => [
      ['no source', method, none, plane],
      ['no target', method, plane, none],
      ['no points at all', method, none, none],
      ['no match within the limit', method, far, plane, { maxDistance: 1 }],
      ['no match within the limit, target searches', method, far, plane, { maxDistance: 1, search: 'target' }],
      ['two points', method, { points: three.points.slice(0, 6) }, { points: three.points.slice(0, 6) }],
    ]),
    ['three points', 'icp-plane', three, three],
    ['a plane', 'icp-plane', plane, plane],
    ['a line', 'icp-point', line, line],
    ['a line', 'icp-plane', line, line],
    ['one spot', 'icp-point', { points: new Float64Array(30) }, { points: new Float64Array(30) }],
    ['one spot', 'gicp', { points: new Float64Array(30) }, { points: new Float64Array(30) }],
  ];

  for (const [what, method, source, target, choices] of cases) {
    it(`${method}: ${what}`, () => {
      const { targetFromSource, converged } = run(method, source, target, choices);
      expect(converged).toBe(false);
      expect([...targetFromSource]).toEqual([...identity()]);
    });
  }

  it('three points are enough for point-to-point, a plane for point-to-point and GICP', () => {
    const truth = motion(5, 5);
    const problems = [
      ['icp-point', three],
      ['icp-point', plane],
      ['gicp', plane],
    ] as const;
    for (const [method, target] of problems) {
      const outcome = run(method, seenBy(truth, target), target);
      expect(outcome.converged).toBe(true);
      expect(isRigid(outcome.targetFromSource, 1e-12)).toBe(true);
    }
  });

  it('a stop ends the run with the pose it has', () => {
    const target = sampleMesh(spot, 300, 4);
    const source = seenBy(motion(4, 20), target);
    const prepared = prepare({ source, target });
    const settings = settingsOf('icp-point', {}, prepareCloud(target));
    const outcome = icp({ init: identity() }, settings, prepared, nullRecorder, { aborted: true });
    expect(outcome).toEqual({ targetFromSource: identity(), iterations: 0, converged: false });
  });
});
