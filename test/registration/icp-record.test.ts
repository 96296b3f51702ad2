import { describe, expect, it } from 'vitest';
import { buildKdTree } from '../../src/clouds/kdTree.ts';
import { sampleMesh } from '../../src/clouds/sampleMesh.ts';
import type { PointCloud } from '../../src/clouds/types.ts';
import { identity, invertRigid, transformPoints } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { correspondences } from '../../src/registration/correspondences.ts';
import { evaluate } from '../../src/registration/evaluate.ts';
import { icp } from '../../src/registration/icp.ts';
import { settingsOf, type IcpChoices, type IcpMethodId } from '../../src/registration/recipes.ts';
import { prepare } from '../../src/registration/prepare.ts';
import { createRecorder, nullRecorder } from '../../src/registration/recorder.ts';
import { readSpot } from './spot.ts';

const spot = readSpot();
const go = { aborted: false };
const degrees = Math.PI / 180;
const target = sampleMesh(spot, 700, 6);
const truth = expSe3([0.2, -0.25, 0.15], [0.1, 0.05, -0.1]);
const source: PointCloud = (() => {
  const rng = createRng(6, 'outliers');
  const seen = transformPoints(invertRigid(truth), sampleMesh(spot, 500, 7).points);
  return { points: Float64Array.from([...seen, ...Array.from({ length: 150 }, () => rng.between(-1.2, 1.2))]) };
})();
const problem = { source, target, init: identity() };
const prepared = prepare(problem);

const members: readonly (readonly [IcpMethodId, IcpChoices])[] = [
  ['icp-point', {}],
  ['icp-point', { kernel: 'trimmed', search: 'target' }],
  ['icp-plane', { kernel: 'tukey' }],
  ['icp-plane', { maxNormalAngle: 50 * degrees, maxDistance: 0.2 }],
  ['gicp', { maxDistance: 0.2, search: 'target' }],
  ['icp-robust', {}],
  ['icp-finish', {}],
];

describe('the record (seeds 6 and 7)', () => {
  for (const [method, choices] of members) {
    const title = `${method} ${JSON.stringify(choices)}`;
    const settings = settingsOf(method, choices, prepared.target);
    const recorder = createRecorder();
    recorder.phase(method);
    const outcome = icp(problem, settings, prepared, recorder, go);
    const record = recorder.record();
    const poseAt = (i: number) => record.poses.slice(16 * i, 16 * i + 16);

    it(`${title}: starts at init, ends at the result, and changes nothing of it`, () => {
      expect(record.steps).toBe(outcome.iterations);
      expect(poseAt(0)).toEqual(identity());
      expect(poseAt(record.steps)).toEqual(outcome.targetFromSource);
      expect(icp(problem, settings, prepared, nullRecorder, go)).toEqual(outcome);
      expect(record.phases).toEqual([{ name: method, from: 0 }]);
    });

    it(`${title}: fitness and RMSE are evaluate's, weights and counts are the correspondences'`, () => {
      for (const i of [0, 1, record.steps >> 1, record.steps]) {
        const pose = poseAt(i);
        const limit = record.limit[i]!;
        const bound = limit === Infinity ? null : limit;
        const found =
          settings.search === 'source'
            ? evaluate(source.points, buildKdTree(target.points), pose, bound)
            : evaluate(target.points, buildKdTree(source.points), invertRigid(pose), bound);
        expect(record.fitness[i]).toBe(found.fitness);
        expect(record.inlierRmse[i]).toBeCloseTo(found.inlierRmse, 12);
        const { from, to, distanceSq, weight } = correspondences(prepared, settings, pose, i);
        expect(from).toHaveLength(record.inliers[i]!);
        expect(record.inliers[i]).toBeLessThanOrEqual(found.inliers);
        const moved = transformPoints(pose, source.points);
        from.forEach((s, k) => {
          const t = to[k]!;
          const sq = [0, 1, 2].reduce((sum, c) => sum + (moved[3 * s + c]! - target.points[3 * t + c]!) ** 2, 0);
          expect(distanceSq[k]).toBeCloseTo(sq, 12);
          expect(Math.sqrt(sq)).toBeLessThanOrEqual(limit * (1 + 1e-12));
          expect(weight[k]! > 0 && weight[k]! <= 1).toBe(true);
        });
      }
    });

    it(`${title}: scale and limit are the settings', eigenvalues ascend from 0 at least`, () => {
      for (let i = 0; i <= record.steps; i++) {
        const { scale, maxDistance } = settings;
        expect(record.scale[i]).toBe(scale ? Math.max(scale.to, scale.from * scale.factor ** i) : NaN);
        expect(record.limit[i]).toBe(
          maxDistance ? Math.max(maxDistance.to, maxDistance.from * maxDistance.factor ** i) : Infinity,
        );
        const eigenvalues = [...record.eigenvalues.slice(6 * i, 6 * i + 6)];
        expect(eigenvalues).toEqual(eigenvalues.toSorted((a, b) => a - b));
        expect(eigenvalues[0]).toBeGreaterThan(0);
      }
    });
  }

  it('source searches without a limit: every point has a match, so the fitness is 1 and each match is the nearest', () => {
    const settings = settingsOf('icp-point', {}, prepared.target);
    const { from, to } = correspondences(prepared, settings, truth, 0);
    expect(from).toHaveLength(550);
    const moved = transformPoints(truth, source.points);
    from.forEach((s, k) => {
      let best = -1;
      let bestSq = Infinity;
      for (let t = 0; t < 700; t++) {
        const sq = [0, 1, 2].reduce((sum, c) => sum + (moved[3 * s + c]! - target.points[3 * t + c]!) ** 2, 0);
        if (sq < bestSq) [best, bestSq] = [t, sq];
      }
      expect(to[k]).toBe(best);
    });
  });
});

describe('the recorder', () => {
  const step = (recorder: ReturnType<typeof createRecorder>, x: number, fitness: number) => {
    const pose = identity();
    pose[3] = x;
    recorder.step(pose, fitness, 0.5, 3, NaN, Infinity, null);
  };

  it('a phase that begins where the last one ended takes over its column; one that begins elsewhere adds its own', () => {
    const recorder = createRecorder();
    recorder.phase('a');
    step(recorder, 0, 0.1);
    step(recorder, 1, 0.2);
    recorder.phase('b');
    step(recorder, 1, 0.9);
    step(recorder, 2, 0.95);
    recorder.phase('c');
    step(recorder, 7, 0.3);
    const { steps, fitness, poses, phases, eigenvalues } = recorder.record();
    expect(steps).toBe(3);
    expect([...fitness]).toEqual([0.1, 0.9, 0.95, 0.3]);
    expect([0, 1, 2, 3].map((i) => poses[16 * i + 3])).toEqual([0, 1, 2, 7]);
    expect(phases).toEqual([
      { name: 'a', from: 0 },
      { name: 'b', from: 1 },
      { name: 'c', from: 3 },
    ]);
    expect(eigenvalues.every(Number.isNaN)).toBe(true);
  });

  it('keeps 1,000 steps, and a record once taken no longer changes', () => {
    const recorder = createRecorder();
    for (let i = 0; i < 1000; i++) step(recorder, i, i);
    const record = recorder.record();
    step(recorder, 1000, -1);
    expect(record.steps).toBe(999);
    expect(record.fitness[999]).toBe(999);
    expect(recorder.record().steps).toBe(1000);
  });
});

describe('evaluate', () => {
  const tree = buildKdTree(Float64Array.of(0, 0, 0, 10, 0, 0));
  const points = Float64Array.of(1, 0, 0, 3, 0, 0, 6, 0, 0, 10, 2, 0);

  it('counts what lies within the limit, by hand', () => {
    // Distances 1, 3, 4, 2.
    expect(evaluate(points, tree, identity(), 3)).toEqual({
      fitness: 0.75,
      inlierRmse: Math.sqrt((1 + 9 + 4) / 3),
      inliers: 3,
    });
    expect(evaluate(points, tree, identity(), null)).toEqual({ fitness: 1, inlierRmse: Math.sqrt(30 / 4), inliers: 4 });
  });

  it('without a match the fitness is 0 and the RMSE is no number', () => {
    expect(evaluate(points, tree, identity(), 0.5)).toEqual({ fitness: 0, inlierRmse: NaN, inliers: 0 });
    expect(evaluate(new Float64Array(0), tree, identity(), null)).toEqual({ fitness: 0, inlierRmse: NaN, inliers: 0 });
  });
});
