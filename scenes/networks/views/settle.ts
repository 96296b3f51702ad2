/** Of the deviation that was measured at a few places, how much more another may have. */
const SURE = 4;
/** float32's rounding, in which heights are drawn. */
const ROUNDING = 2 ** -24;

interface Settled {
  /** Drawn heights. */
  readonly heights: Float64Array;
  /** First level and the step between two. */
  readonly levels: readonly [from: number, step: number];
  /** What a loss may be off by, as a drawn height, at a place. */
  readonly deviation: (at: number) => number;
}

/**
 * Heights that are no nearer to a level than they are certain: those that were go below it. On a plateau that happens to lie at a level, whether it is crossed between two places
 * is float32's noise, and would be drawn as specks of contour lines.
 */
export function settledAt({ heights, levels: [from, step], deviation }: Settled): Float64Array {
  return heights.map((height, at) => {
    const level = from + Math.round((height - from) / step) * step;
    // Of a backend that is far off, too, no height leaves its own level's neighbourhood.
    const doubt = Math.min(SURE * (deviation(at) + ROUNDING * Math.abs(height)), step / 4);
    return Math.abs(height - level) < doubt ? level - doubt : height;
  });
}
