/**
 * Moves the box of `positions` (x, y, z one after another) to the origin and scales its longest edge to 1, in place.
 * @returns `positions`
 */
export function normalise(positions: Float64Array): Float64Array {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i += 3) {
    for (let k = 0; k < 3; k++) {
      const value = positions[i + k]!;
      if (value < low[k]!) low[k] = value;
      if (value > high[k]!) high[k] = value;
    }
  }
  const scale = 1 / Math.max(high[0]! - low[0]!, high[1]! - low[1]!, high[2]! - low[2]!);
  const [cx, cy, cz] = low.map((value, k) => (value + high[k]!) / 2) as [number, number, number];
  for (let i = 0; i < positions.length; i += 3) {
    positions[i] = (positions[i]! - cx) * scale;
    positions[i + 1] = (positions[i + 1]! - cy) * scale;
    positions[i + 2] = (positions[i + 2]! - cz) * scale;
  }
  return positions;
}
