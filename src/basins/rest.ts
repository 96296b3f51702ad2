/**
 * Updates until a path last leaves a disc of radius `reach`, the first of them about its start, each next one about where it left the one before.
 * Knows no minima, so that a kernel can say it while it runs: this is `restLines` of the swarm kernel in float64.
 *
 * @param x 2 × count: the path's points
 */
export function restOf(x: Float64Array, count: number, reach: number): number {
  let rest = 0;
  let [atX, atY] = [x[0]!, x[1]!];
  for (let t = 1; t < count; t++) {
    const awayX = x[2 * t]! - atX;
    const awayY = x[2 * t + 1]! - atY;
    if (!(awayX * awayX + awayY * awayY > reach * reach)) continue;
    atX = x[2 * t]!;
    atY = x[2 * t + 1]!;
    rest = t;
  }
  return rest;
}
