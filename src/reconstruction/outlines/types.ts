/** A closed line; what an odd number of them surrounds is inside. */
export interface Ring {
  /** x, y one after another in a square of 100 × 100, y down. */
  readonly points: readonly number[];
  /** A curve through the points (Catmull–Rom) instead of straight edges. */
  readonly curved?: boolean;
}

/** A silhouette drawn by hand: no generator of ours made it. */
export type Outline = readonly Ring[];
