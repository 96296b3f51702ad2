/** Who is drawn over whom where depth does not tell (renderOrder). */
export const order = {
  plan: 0,
  shadow: 1,
  planMark: 2,
  surface: 3,
  swarm: 4,
  plumb: 5,
  /** A path's hidden part, halo, core and dots; the next path's come PATH_LAYERS later. */
  path: 10,
  mark: 90,
  head: 95,
  glass: 80,
} as const;

export const PATH_LAYERS = 5;
