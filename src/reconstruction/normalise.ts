import { bounds } from '../clouds/spacing.ts';

/**
 * Moves the box of `positions` (x, y, z one after another) to the origin and scales its longest edge to 1, in place.
 * @returns `positions`
 */
export function normalise(positions: Float64Array): Float64Array {
  const { centre, largestDimension } = bounds(positions);
  const scale = 1 / largestDimension;
  const [cx, cy, cz] = centre;
  for (let i = 0; i < positions.length; i += 3) {
    positions[i] = (positions[i]! - cx) * scale;
    positions[i + 1] = (positions[i + 1]! - cy) * scale;
    positions[i + 2] = (positions[i + 2]! - cz) * scale;
  }
  return positions;
}
