import { describe, expect, it } from 'vitest';
import { identity, multiply, transformPoints } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { posesApart } from '../../src/registration/apart.ts';
import { gatherEvidence, sharpnessOf, type Evidence } from '../../src/registration/evidence.ts';
import { prepare, prepareCloud } from '../../src/registration/prepare.ts';
import { reasonInWords } from '../../src/registration/reasons.ts';
import type { ReasonId, Verdict } from '../../src/registration/types.ts';
import { judge, thresholds } from '../../src/registration/verdict.ts';

/** What a right pose looks like, all in round numbers; the limit is 2. */
const right: Evidence = {
  finite: true,
  converged: true,
  points: 5000,
  sizeRatio: 1,
  spacing: 1,
  limit: 2,
  fitness: 0.9,
  fitnessBack: 0.8,
  sharpness: 0.97,
  rmse: 0.5,
  stiffness: 0.05,
  drift: { angle: 0.01, shift: 0.1, reach: 0.2 },
  returning: 1,
  rival: { score: 0.4, apart: { angle: Math.PI / 2, shift: 3, reach: 8 } },
};

const at = (reach: number): Evidence['drift'] => ({ angle: 0.1, shift: reach / 2, reach });
const rivalled = (score: number): Partial<Evidence> => ({ rival: { score, apart: right.rival!.apart } });
const { fitness, sharpness, stiffness, drift, rival, resemblance, returning } = thresholds;
/** A hair beyond a threshold of order 1. */
const HAIR = 1e-9;

describe('judge', () => {
  it.each<[string, Partial<Evidence>, Verdict, ReasonId]>([
    ['a right pose', {}, 'good', 'agrees'],
    ['one that no other start left', { rival: null }, 'good', 'agrees'],
    ['one that the method had not finished with, yet is at rest', { converged: false }, 'good', 'agrees'],
    ['NaN in the pose, whatever else', { finite: false }, 'failed', 'not-finite'],
    ['nine points', { points: 9 }, 'failed', 'few-inliers'],
    ['ten points', { points: 10 }, 'good', 'agrees'],
    ['nothing measured', { drift: null }, 'failed', 'unfinished'],
    ['hardly any matches', { fitness: fitness.failed - HAIR }, 'failed', 'few-inliers'],
    ['few matches', { fitness: fitness.failed }, 'doubtful', 'few-inliers'],
    ['just enough matches', { fitness: fitness.doubtful }, 'good', 'agrees'],
    ['surfaces that cross', { sharpness: sharpness.failed - HAIR }, 'failed', 'large-residuals'],
    ['surfaces that lie loosely on each other', { sharpness: sharpness.failed }, 'doubtful', 'large-residuals'],
    ['surfaces that lie well enough on each other', { sharpness: sharpness.doubtful }, 'good', 'agrees'],
    ['a direction that nothing holds', { stiffness: stiffness.doubtful - HAIR }, 'doubtful', 'unconstrained'],
    ['one that something holds', { stiffness: stiffness.doubtful }, 'good', 'agrees'],
    ['a better pose elsewhere', rivalled(rival.failed + HAIR), 'failed', 'starts-disagree'],
    ['an equal one elsewhere', rivalled(rival.failed), 'doubtful', 'starts-disagree'],
    ['a worse one elsewhere', rivalled(rival.doubtful), 'good', 'agrees'],
    ['a pose that refinement leaves', { drift: at(2 * drift.failed + HAIR) }, 'failed', 'starts-disagree'],
    ['a pose that it corrects', { drift: at(2 * drift.failed) }, 'doubtful', 'starts-disagree'],
    ['a pose that it corrects within reason', { drift: at(2 * drift.doubtful) }, 'good', 'agrees'],
    ['an unfinished pose that it moves on', { drift: at(9), converged: false }, 'failed', 'unfinished'],
    ['near starts that do not come back', { returning: returning.doubtful - HAIR }, 'doubtful', 'starts-disagree'],
    ['near starts that mostly do', { returning: returning.doubtful }, 'good', 'agrees'],
    [
      'a loose pose with one nearly as good elsewhere',
      { sharpness: resemblance.sharpness - HAIR, ...rivalled(resemblance.rival + HAIR) },
      'doubtful',
      'starts-disagree',
    ],
    ['a loose one without', { sharpness: 0.8, ...rivalled(resemblance.rival) }, 'good', 'agrees'],
    ['a tight one with', { sharpness: resemblance.sharpness, ...rivalled(resemblance.rival + HAIR) }, 'good', 'agrees'],
    ['what refutes before what casts doubt', { fitness: fitness.failed, ...rivalled(2) }, 'failed', 'starts-disagree'],
  ])('%s', (_, change, verdict, reason) => {
    const judgement = judge({ ...right, ...change });
    expect([judgement.verdict, judgement.reason]).toEqual([verdict, reason]);
    expect(reasonInWords(judgement)).not.toMatch(/unknown|NaN|undefined/);
  });

  it('hands over the numbers that its words mention', () => {
    expect(judge({ ...right, ...rivalled(2) }).values).toEqual({ sizeRatio: 1, degrees: 90, shift: 3 });
    expect(reasonInWords(judge({ ...right, ...rivalled(2) }))).toBe(
      'another start ends 90 degrees and 3 away and fits as well or better',
    );
    expect(reasonInWords(judge({ ...right, sharpness: 0.6 }))).toBe('residuals of 0.5 are large for points 1 apart');
  });

  it('asks about the units where the sizes are far apart, either way', () => {
    expect(reasonInWords(judge({ ...right, sizeRatio: 1000, fitness: 0 }))).toContain('1000 times as large');
    expect(reasonInWords(judge({ ...right, sizeRatio: 1 / 1000, fitness: 0 }))).toContain('1000 times as large');
    expect(reasonInWords(judge({ ...right, sizeRatio: 2, fitness: 0 }))).not.toContain('units');
  });
});

describe('sharpnessOf', () => {
  it('is 1 where all lie on the surface, and where the others are spread evenly', () => {
    expect(sharpnessOf(100, 100, 100)).toBe(1);
    // 40 within 1 … 3 limits and 60 within 3 … 6: the same density.
    expect(sharpnessOf(100, 140, 200)).toBe(1);
  });

  it('is a third where the distances are uniform within 3 limits, and 0 where none is small', () => {
    expect(sharpnessOf(100, 300, 300)).toBeCloseTo(1 / 3, 12);
    expect(sharpnessOf(0, 50, 50)).toBe(0);
  });
});

describe('posesApart', () => {
  it('is the root mean square distance between the two places of each point, averaged over the turn axes, seed 1', () => {
    const rng = createRng(1, 'apart');
    const points = Float64Array.from({ length: 900 }, () => 7 + rng.gaussian());
    const { centroid, radius } = prepareCloud({ points }).size();
    const pose = expSe3([0.3, 0.2, -2], [1, 2, 3]);
    let sumSq = 0;
    let reachSq = 0;
    for (let k = 0; k < 3; k++) {
      const turn = expSe3(
        [0, 0, 0].map((_, axis) => (axis === k ? 0.4 : 0)),
        [0.1, 0, 0],
      );
      const apart = posesApart(pose, multiply(pose, turn), centroid, radius);
      expect(apart.angle).toBeCloseTo(0.4, 12);
      reachSq += apart.reach ** 2 / 3;
      const a = transformPoints(pose, points);
      const b = transformPoints(multiply(pose, turn), points);
      for (let i = 0; i < a.length; i++) sumSq += (a[i]! - b[i]!) ** 2 / 300 / 3;
    }
    expect(Math.sqrt(reachSq)).toBeCloseTo(Math.sqrt(sumSq), 10);
  });
});

describe('gatherEvidence', () => {
  const found = { targetFromSource: identity(), converged: true };
  const bump = (count: number, seed: number) => {
    const rng = createRng(seed, 'bump');
    const points = new Float64Array(3 * count);
    for (let i = 0; i < points.length; i += 3) {
      points[i] = rng.between(-1, 1);
      points[i + 1] = rng.between(-1, 1);
      points[i + 2] =
        Math.exp(-3 * points[i]! ** 2 - 5 * (points[i + 1]! - 0.2) ** 2) + 0.3 * points[i]! * points[i + 1]!;
    }
    return { points };
  };

  it('speaks for the right pose of a bump, and against one that is off by 20°, seed 2', () => {
    const clouds = prepare({ source: bump(700, 2), target: bump(1500, 3) });
    const right = gatherEvidence(clouds, found, 2, { aborted: false });
    expect(judge(right)).toMatchObject({ verdict: 'good', reason: 'agrees' });
    expect(right.fitness).toBeGreaterThan(0.9);
    const off = { ...found, targetFromSource: expSe3([0.25, 0.25, 0], [0, 0, 0.1]) };
    expect(judge(gatherEvidence(clouds, off, 2, { aborted: false })).verdict).not.toBe('good');
  });

  it('takes points that all lie on one spot for one point', () => {
    const spot = { points: new Float64Array(90).fill(3) };
    const evidence = gatherEvidence(prepare({ source: spot, target: spot }), found, 1, { aborted: false });
    expect(judge(evidence)).toMatchObject({ verdict: 'failed', reason: 'few-inliers', values: { points: 1 } });
  });

  it('has nothing to say of a pose that is not finite, and once stopped', () => {
    const clouds = prepare({ source: bump(100, 4), target: bump(100, 5) });
    const broken = { ...found, targetFromSource: identity().fill(NaN) };
    expect(judge(gatherEvidence(clouds, broken, 1, { aborted: false })).reason).toBe('not-finite');
    expect(judge(gatherEvidence(clouds, found, 1, { aborted: true })).verdict).toBe('failed');
  });
});
