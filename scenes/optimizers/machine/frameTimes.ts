/** Frames remembered: two seconds at 60 Hz. */
const FRAMES = 120;
/** A longer gap is rest (nothing changed, nothing was drawn), not a slow frame. */
const LONGEST_GAP = 1000;

export interface FrameSummary {
  /** Gaps measured, at most 120. */
  readonly count: number;
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
}

export interface FrameTimes {
  /** A frame is drawn at `now`, milliseconds of performance.now(). Allocates nothing. */
  drawn(now: number): void;
  /** The last gaps between two frames drawn one after the other; null before there is one. */
  summary(): FrameSummary | null;
}

/** A ring of the last gaps between frames. */
export function createFrameTimes(): FrameTimes {
  const gaps = new Float64Array(FRAMES);
  let count = 0;
  let before = NaN;
  return {
    drawn(now) {
      const gap = now - before;
      before = now;
      // Not `>`: before the first frame the gap is NaN.
      if (!(gap <= LONGEST_GAP)) return;
      gaps[count % FRAMES] = gap;
      count++;
    },
    summary() {
      const sorted = gaps.slice(0, Math.min(count, FRAMES)).sort();
      const at = (share: number) => sorted[Math.min(Math.floor(share * sorted.length), sorted.length - 1)];
      const [median, p95, longest] = [at(0.5), at(0.95), at(1)];
      if (median === undefined || p95 === undefined || longest === undefined) return null;
      return { count: sorted.length, median, p95, longest };
    },
  };
}

/** Those of the page's one canvas. */
export const frameTimes = createFrameTimes();
