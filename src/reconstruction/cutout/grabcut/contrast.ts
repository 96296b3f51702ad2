import type { RgbaImage } from '../types.ts';

/** The neighbours that a pixel is linked to; the other four are linked to it. Directions of the grid, see `directions`. */
export const forward = [4, 5, 6, 7] as const;
const steps = [
  [1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
] as const;

/**
 * What an outline between two neighbours costs: γ / distance · exp(−β |Δ|²), β = 1 / (2 ⟨|Δ|²⟩) from the picture's own contrast. In whole parts of 1 / `units`; one array for each
 * of `forward`, a number a pixel.
 */
export function linksOf(image: RgbaImage, gamma: number, units: number): readonly Int32Array[] {
  const squares = steps.map(([dx, dy]) => squaredSteps(image, dx, dy));
  let [sum, count] = [0, 0];
  for (const square of squares) {
    for (const value of square) {
      if (value < 0) continue;
      sum += value;
      count++;
    }
  }
  const beta = sum > 0 ? count / (2 * sum) : 0;
  return squares.map((square, k) => {
    const weight = (units * gamma) / Math.hypot(...steps[k]!);
    return Int32Array.from(square, (value) => (value < 0 ? 0 : Math.round(weight * Math.exp(-beta * value))));
  });
}

/** Squared difference of colours to the neighbour at (dx, dy); −1 where there is none. */
function squaredSteps({ data, width, height }: RgbaImage, dx: number, dy: number): Int32Array {
  const out = new Int32Array(width * height).fill(-1);
  for (let y = 0; y < height - dy; y++) {
    for (let x = Math.max(0, -dx); x < width - Math.max(0, dx); x++) {
      const a = 4 * (y * width + x);
      const b = a + 4 * (dy * width + dx);
      const [r, g, blue] = [data[a]! - data[b]!, data[a + 1]! - data[b + 1]!, data[a + 2]! - data[b + 2]!];
      out[a / 4] = r * r + g * g + blue * blue;
    }
  }
  return out;
}
