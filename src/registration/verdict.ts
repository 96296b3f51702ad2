import type { Apart } from './apart.ts';
import { LEAST_POINTS, type Evidence } from './evidence.ts';
import type { Judgement, ReasonId, Verdict } from './types.ts';

/**
 * From where on evidence speaks against a pose, and from where on it refutes it. Chosen on seeds 1000 to 1002 of tools/registration/verdict-table.mjs, which prints
 * what they come to on others.
 */
export const thresholds = {
  /** Share of the source laid on the target: less is little. */
  fitness: { doubtful: 0.2, failed: 0.12 },
  /** Right poses of the LiDAR pair have 0.8 and more; noise of half a limit gives about as much. */
  sharpness: { doubtful: 0.75, failed: 0.5 },
  /** Right poses have 0.016 and more, a noisy plane on a plane some 1e-5. */
  stiffness: { doubtful: 2e-3 },
  /** In limits. A pose may be right to within them, and a plain ICP's is drawn off by outliers. */
  drift: { doubtful: 1.6, failed: 4 },
  /** A start elsewhere ends with this part of the pose's own score. */
  rival: { doubtful: 0.9, failed: 1.15 },
  /** Two shapes that merely resemble each other (two unrelated bumpy balls, a room turned by 180°) lie loosely, and nearly as well elsewhere: both at once is too much. */
  resemblance: { sharpness: 0.9, rival: 0.7 },
  /** Part of the near starts that come back. */
  returning: { doubtful: 0.8 },
} as const;

const DEGREES = 180 / Math.PI;

/**
 * Good, doubtful or failed, by the first of the reasons that holds; those that refute come before those that cast doubt. Pure: all that it
 * knows is the evidence.
 */
export function judge(evidence: Evidence): Judgement {
  const { points, sizeRatio, fitness, limit, rmse, spacing, stiffness, sharpness, returning, drift, rival } = evidence;
  const t = thresholds;
  const say = (verdict: Verdict, reason: ReasonId, values: Judgement['values'] = {}): Judgement => ({
    verdict,
    reason,
    values: { sizeRatio, ...values },
    alternatives: [],
  });
  const elsewhere = ({ angle, shift }: Apart) => ({ degrees: angle * DEGREES, shift });

  if (!evidence.finite) return say('failed', 'not-finite');
  if (points < LEAST_POINTS) return say('failed', 'few-inliers', { points });
  if (drift === null) return say('failed', 'unfinished');
  const moved = drift.reach / limit;
  const restless = (verdict: Verdict) =>
    say(verdict, evidence.converged ? 'starts-disagree' : 'unfinished', elsewhere(drift));
  const disagreeing = (verdict: Verdict) => say(verdict, 'starts-disagree', elsewhere(rival?.apart ?? drift));
  const sparse = (verdict: Verdict) => say(verdict, 'few-inliers', { fitness, limit });
  const loose = (verdict: Verdict) => say(verdict, 'large-residuals', { rmse, spacing });

  if (fitness < t.fitness.failed) return sparse('failed');
  if (sharpness < t.sharpness.failed) return loose('failed');
  if (stiffness < t.stiffness.doubtful) return say('doubtful', 'unconstrained', { stiffness });
  if (rival !== null && rival.score > t.rival.failed) return disagreeing('failed');
  if (moved > t.drift.failed) return restless('failed');
  if (rival !== null && rival.score > t.rival.doubtful) return disagreeing('doubtful');
  if (moved > t.drift.doubtful) return restless('doubtful');
  if (returning < t.returning.doubtful) return disagreeing('doubtful');
  if (sharpness < t.sharpness.doubtful) return loose('doubtful');
  if (sharpness < t.resemblance.sharpness && rival !== null && rival.score > t.resemblance.rival) {
    return disagreeing('doubtful');
  }
  if (fitness < t.fitness.doubtful) return sparse('doubtful');
  return say('good', 'agrees', { fitness, limit });
}
