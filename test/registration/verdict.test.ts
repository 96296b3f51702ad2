import { describe, expect, it } from 'vitest';
import { identity, multiply, transformPoints } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { posesApart } from '../../src/registration/apart.ts';
import { gatherEvidence, sharpnessOf, type Elsewhere, type Evidence } from '../../src/registration/evidence.ts';
import type { Laid } from '../../src/registration/rival/laid.ts';
import { prepare, prepareCloud } from '../../src/registration/prepare.ts';
import { reasonInWords } from '../../src/registration/reasons.ts';
import type { ReasonId, Verdict } from '../../src/registration/types.ts';
import { thresholds } from '../../src/registration/thresholds.ts';
import { judge } from '../../src/registration/verdict.ts';

const laid: Laid = {
  score: 0.6,
  on: 0.8,
  off: 0.02,
  crossing: 0.05,
  depth: 0.2,
  facing: 0.9,
  says: new Uint8Array(0),
};

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
  laid,
  lacking: 0.002,
  rivals: [],
};

/** Six units along x, and in all else as good as the pose. */
const twin: Elsewhere = {
  kind: 'shift',
  targetFromSource: Float64Array.of(1, 0, 0, 6, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1),
  laid,
  apart: { angle: 0, shift: 6, reach: 6 },
  way: [6, 0, 0],
  share: 0.9,
  contradiction: 0,
  looseness: 1,
  averted: 0,
  unsupported: 0,
};

const at = (reach: number): Evidence['drift'] => ({ angle: 0.1, shift: reach / 2, reach });
const rivalled = (...changes: Partial<Elsewhere>[]): Partial<Evidence> => ({
  rivals: changes.map((change) => ({ ...twin, ...change })),
});
/** Three poses along a free motion. */
const along = (kind: 'axis' | 'slide') => [3, 4, 5].map((far) => ({ kind, targetFromSource: grown(far) }));
const grown = (factor: number) => Float64Array.of(factor, 0, 0, 0, 0, factor, 0, 0, 0, 0, factor, 0, 0, 0, 0, 1);
const { fitness, sharpness, stiffness, drift, asWell, better, closer, lacking, resized, unlike, wholly } = thresholds;
/** Nine tenths as large, where the pose is. */
const smaller = {
  kind: 'scale',
  share: 1.01,
  targetFromSource: grown(0.9),
  apart: { angle: 0, shift: 0, reach: 0 },
} as const;
/** A hair beyond a threshold of order 1. */
const HAIR = 1e-9;

describe('judge', () => {
  it.each<[string, Partial<Evidence>, Verdict, ReasonId]>([
    ['a right pose', {}, 'good', 'agrees'],
    ['one that the method had not finished with, yet is at rest', { converged: false }, 'good', 'agrees'],
    ['NaN in the pose, whatever else', { finite: false }, 'failed', 'not-finite'],
    ['nine points', { points: 9 }, 'failed', 'few-inliers'],
    ['ten points', { points: 10 }, 'good', 'agrees'],
    ['nothing measured', { drift: null, laid: null }, 'failed', 'unfinished'],
    ['hardly any matches', { fitness: fitness.failed - HAIR }, 'failed', 'few-inliers'],
    ['few matches', { fitness: fitness.failed }, 'doubtful', 'few-inliers'],
    ['just enough matches', { fitness: fitness.doubtful }, 'good', 'agrees'],
    ['surfaces that cross', { sharpness: sharpness.failed - HAIR }, 'failed', 'large-residuals'],
    ['surfaces that lie loosely on each other', { sharpness: sharpness.failed }, 'doubtful', 'large-residuals'],
    ['surfaces that lie well enough on each other', { sharpness: sharpness.doubtful }, 'good', 'agrees'],
    ['a direction that nothing holds', { stiffness: stiffness.doubtful - HAIR }, 'doubtful', 'unconstrained'],
    ['one that something holds', { stiffness: stiffness.doubtful }, 'good', 'agrees'],
    ['a pose that refinement leaves', { drift: at(2 * drift.failed + HAIR) }, 'failed', 'starts-disagree'],
    ['a pose that it corrects', { drift: at(2 * drift.failed) }, 'doubtful', 'starts-disagree'],
    ['a pose that it corrects within reason', { drift: at(2 * drift.doubtful) }, 'good', 'agrees'],
    ['an unfinished pose that it moves on', { drift: at(9), converged: false }, 'failed', 'unfinished'],

    ['a pose a period away that fits as well', rivalled({}), 'ambiguous', 'shifted'],
    ['one with less of an overlap', rivalled({ share: asWell.share }), 'ambiguous', 'shifted'],
    ['one with too little', rivalled({ share: asWell.share - HAIR }), 'good', 'agrees'],
    ['one with more', rivalled({ share: 2 }), 'ambiguous', 'shifted'],
    ['one that contradicts more', rivalled({ contradiction: asWell.contradiction + HAIR }), 'good', 'agrees'],
    ['one with more that contradicts more', rivalled({ share: 2, contradiction: 0.04 }), 'good', 'agrees'],
    ['one that lies more loosely', rivalled({ looseness: asWell.looseness + HAIR }), 'good', 'agrees'],
    ['one laid on its underside', rivalled({ averted: asWell.averted + HAIR }), 'good', 'agrees'],
    ['one without the statue', rivalled({ unsupported: asWell.unsupported + HAIR }), 'good', 'agrees'],
    ['itself, found again', rivalled({ apart: { angle: 0, shift: 0, reach: 3 } }), 'good', 'agrees'],
    ['half a turn', rivalled({ kind: 'turn', apart: { angle: Math.PI, shift: 0, reach: 9 } }), 'ambiguous', 'turned'],
    ['any turn about an axis', rivalled({}, ...along('axis')), 'ambiguous', 'turns-freely'],
    ['any place along a direction', rivalled(...along('slide')), 'ambiguous', 'slides-freely'],
    ['a free motion that fits', { ...rivalled(...along('slide')), stiffness: 0 }, 'ambiguous', 'slides-freely'],
    ['a twin of a pose with few matches', { ...rivalled({}), fitness: fitness.failed }, 'doubtful', 'few-inliers'],

    [
      'one that contradicts less',
      rivalled({ contradiction: -better.contradiction - HAIR }),
      'doubtful',
      'starts-disagree',
    ],
    [
      'one with much more of an overlap and of what tells poses apart',
      rivalled({ share: better.failed + HAIR, contradiction: better.excess, unsupported: -0.2 }),
      'failed',
      'starts-disagree',
    ],
    [
      'a loose pose with one nearly as good elsewhere',
      { sharpness: 0.89, ...rivalled({ contradiction: 0.02 }) },
      'doubtful',
      'starts-disagree',
    ],
    ['a tight one with', { sharpness: 0.9, ...rivalled({ contradiction: 0.02 }) }, 'good', 'agrees'],
    ['a mirror image that fits as well', rivalled({ kind: 'mirror', share: unlike.share }), 'good', 'agrees'],
    ['one that fits better', rivalled({ kind: 'mirror', share: unlike.share + HAIR }), 'doubtful', 'mirrored'],
    ['one that fits much better', rivalled({ kind: 'mirror', share: 1.5 }), 'failed', 'mirrored'],
    [
      'one no better than a rigid pose',
      rivalled({ share: 1.5 }, { kind: 'mirror', share: 1.5 }),
      'ambiguous',
      'shifted',
    ],
    [
      'another size that fits better',
      rivalled({ kind: 'scale', share: 1.2, targetFromSource: grown(1.1) }),
      'doubtful',
      'scaled',
    ],
    [
      'a size that is the same',
      rivalled({ kind: 'scale', share: 1.2, targetFromSource: grown(1.001) }),
      'good',
      'agrees',
    ],
    [
      'one that lies more loosely',
      rivalled({ kind: 'mirror', share: 2, looseness: unlike.looseness + HAIR }),
      'good',
      'agrees',
    ],
    [
      'one laid on its underside',
      rivalled({ kind: 'mirror', share: 2, averted: asWell.averted + HAIR }),
      'good',
      'agrees',
    ],
    [
      'the pose itself in a size that lies more closely',
      rivalled({ ...smaller, looseness: 0.9 }),
      'doubtful',
      'scaled',
    ],
    ['in one that lies hardly more closely', rivalled({ ...smaller, looseness: resized.looseness }), 'good', 'agrees'],
    ['in one elsewhere', rivalled({ ...smaller, looseness: 0.9, apart: twin.apart }), 'good', 'agrees'],
    ['whole things that one cloud has alone', { lacking: lacking.doubtful + HAIR }, 'doubtful', 'things-missing'],
    ['leaves and strays', { lacking: lacking.doubtful }, 'good', 'agrees'],
    [
      'half of the overlap, laid much more closely',
      rivalled({ share: 0.5, looseness: closer.looseness - HAIR }),
      'doubtful',
      'starts-disagree',
    ],
    [
      'one without what all of both supports, where all lies on all',
      { ...rivalled({ unsupported: wholly.unsupported }), laid: { ...laid, on: 0.98 } },
      'ambiguous',
      'shifted',
    ],
    [
      'all that either cloud has, of which the pose shares little and contradicts nothing',
      {
        ...rivalled({ share: 3, unsupported: -0.2, laid: { ...laid, on: 0.99, off: 0 } }),
        laid: { ...laid, on: 0.3, off: 0 },
      },
      'ambiguous',
      'shifted',
    ],
    [
      'what refutes before what casts doubt',
      { fitness: fitness.failed, ...rivalled({ kind: 'mirror', share: 2 }) },
      'failed',
      'mirrored',
    ],
  ])('%s', (_, change, verdict, reason) => {
    const judgement = judge({ ...right, ...change });
    expect([judgement.verdict, judgement.reason]).toEqual([verdict, reason]);
    expect(reasonInWords(judgement)).not.toMatch(/unknown|NaN|undefined/);
  });

  it('hands over the numbers that its words mention', () => {
    const judgement = judge({ ...right, ...rivalled({}, { kind: 'mirror', share: 1 }) });
    expect(judgement.values).toEqual({ sizeRatio: 1, degrees: 0, shift: 6, factor: 1, axis: 0 });
    expect(reasonInWords(judgement)).toBe('fits as well 6 along x');
    expect(judgement.alternatives).toEqual([
      { kind: 'shift', targetFromSource: twin.targetFromSource, share: 0.9, degrees: 0, shift: [6, 0, 0], factor: 1 },
    ]);
    expect(
      reasonInWords(judge({ ...right, ...rivalled({ kind: 'scale', share: 2, targetFromSource: grown(1.1) }) })),
    ).toBe('fits better at 1.1 times the size');
    expect(reasonInWords(judge({ ...right, sharpness: 0.6 }))).toBe('residuals of 0.5 are large for points 1 apart');
  });

  it('asks about the units where the sizes are far apart, either way', () => {
    expect(reasonInWords(judge({ ...right, sizeRatio: 1000, fitness: 0 }))).toContain('1000 times as large');
    expect(reasonInWords(judge({ ...right, sizeRatio: 1 / 1000, fitness: 0 }))).toContain('1000 times as large');
    expect(reasonInWords(judge({ ...right, sizeRatio: 2, fitness: 0 }))).not.toContain('units');
  });

  it.each([0, Infinity, NaN])('asks nothing where a cloud is one point and the ratio is %d', (sizeRatio) => {
    expect(reasonInWords(judge({ ...right, points: 1, sizeRatio }))).toBe('only 1 point in the smaller cloud');
  });

  it('calls the share by what it is of', () => {
    expect(reasonInWords(judge(right))).toBe('90 % of the source lies within 2, and other starts end here or worse');
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
    const right = gatherEvidence(clouds, found, { aborted: false });
    expect(judge(right)).toMatchObject({ verdict: 'good', reason: 'agrees' });
    expect(right.fitness).toBeGreaterThan(0.9);
    const off = { ...found, targetFromSource: expSe3([0.25, 0.25, 0], [0, 0, 0.1]) };
    expect(judge(gatherEvidence(clouds, off, { aborted: false })).verdict).not.toBe('good');
  });

  it('takes points that all lie on one spot for one point', () => {
    const spot = { points: new Float64Array(90).fill(3) };
    const evidence = gatherEvidence(prepare({ source: spot, target: spot }), found, { aborted: false });
    expect(judge(evidence)).toMatchObject({ verdict: 'failed', reason: 'few-inliers', values: { points: 1 } });
  });

  it('has nothing to say of a pose that is not finite, and once stopped', () => {
    const clouds = prepare({ source: bump(100, 4), target: bump(100, 5) });
    const broken = { ...found, targetFromSource: identity().fill(NaN) };
    expect(judge(gatherEvidence(clouds, broken, { aborted: false })).reason).toBe('not-finite');
    expect(judge(gatherEvidence(clouds, found, { aborted: true })).verdict).toBe('failed');
  });
});
