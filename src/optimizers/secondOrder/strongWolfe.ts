/** f and its slope at a place along a line. */
export interface OnLine {
  /** How far along, in parts of the direction. */
  readonly t: number;
  readonly f: number;
  readonly slope: number;
}

const C1 = 1e-4;
const C2 = 0.9;
const MAX_TRIALS = 25;
/** A bracket no longer than this (largest coordinate) is not cut any more. */
const SHORTEST = 1e-9;

/**
 * A place along a line where f has fallen by enough and its slope has flattened (the strong Wolfe conditions): torch.optim.lbfgs's
 * `_strong_wolfe` of PyTorch 2.6, branch for branch, but that a NaN counts as not fallen. `size`: the largest |coordinate| of the direction.
 */
export function strongWolfe(
  along: (t: number) => OnLine,
  start: OnLine,
  first: number,
  size: number,
): { readonly found: OnLine; readonly evaluations: number } {
  const fallen = ({ t, f }: OnLine) => f <= start.f + C1 * t * start.slope;
  const flat = ({ slope }: OnLine) => Math.abs(slope) <= -C2 * start.slope;
  let trials = 0;
  let before = start;
  let now = along(first);
  let bracket: [OnLine, OnLine] | null = null;
  while (trials < MAX_TRIALS) {
    if (!fallen(now) || (trials > 1 && now.f >= before.f)) bracket = [before, now];
    else if (flat(now)) return { found: now, evaluations: trials + 1 };
    else if (now.slope >= 0) bracket = [before, now];
    if (bracket) break;
    const next = bottomOfCubic(before, now, now.t + 0.01 * (now.t - before.t), now.t * 10);
    before = now;
    now = along(next);
    trials++;
  }
  // No bracket after so many trials: the start or the last trial, whichever is lower.
  if (!bracket) return { found: now.f < start.f ? now : start, evaluations: trials + 1 };
  return zoomed(along, bracket, { fallen, flat, size, trials });
}

interface Zoom {
  readonly fallen: (at: OnLine) => boolean;
  readonly flat: (at: OnLine) => boolean;
  readonly size: number;
  readonly trials: number;
}

/** Cuts the bracket until a place in it will do. */
function zoomed(along: (t: number) => OnLine, ends: [OnLine, OnLine], { fallen, flat, size, trials }: Zoom) {
  const lowest = () => (ends[0].f <= ends[1].f ? 0 : 1);
  let low: 0 | 1 = lowest();
  let done = false;
  let slow = false;
  while (!done && trials < MAX_TRIALS && !(Math.abs(ends[1].t - ends[0].t) * size < SHORTEST)) {
    const least = Math.min(ends[0].t, ends[1].t);
    const most = Math.max(ends[0].t, ends[1].t);
    let t = bottomOfCubic(...ends, least, most);
    // Too near an end of the bracket twice, or on it: a tenth of the bracket away from that end.
    const edge = 0.1 * (most - least);
    if (Math.min(most - t, t - least) < edge) {
      const push: boolean = slow || t >= most || t <= least;
      if (push) t = Math.abs(t - most) < Math.abs(t - least) ? most - edge : least + edge;
      slow = !push;
    } else slow = false;
    const trial = along(t);
    trials++;
    const high = low === 0 ? 1 : 0;
    if (!fallen(trial) || trial.f >= ends[low].f) {
      ends[high] = trial;
      low = lowest();
    } else {
      if (flat(trial)) done = true;
      else if (trial.slope * (ends[high].t - ends[low].t) >= 0) ends[high] = ends[low];
      ends[low] = trial;
    }
  }
  return { found: ends[low], evaluations: trials + 1 };
}

/** Where the cubic through two places with their slopes is least, kept within [from, to]. */
function bottomOfCubic(one: OnLine, two: OnLine, from: number, to: number): number {
  const d1 = one.slope + two.slope - (3 * (one.f - two.f)) / (one.t - two.t);
  const square = d1 * d1 - one.slope * two.slope;
  if (!(square >= 0)) return (from + to) / 2;
  const d2 = Math.sqrt(square);
  const [a, b] = one.t <= two.t ? [one, two] : [two, one];
  const bottom = b.t - (b.t - a.t) * ((b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2));
  return Math.min(Math.max(bottom, from), to);
}
