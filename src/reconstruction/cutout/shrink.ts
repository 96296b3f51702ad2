import { takenAlong } from './resample.ts';
import type { RgbaImage } from './types.ts';

/** Longest edge that a picture is worked on with: cutting out takes no more from a larger one. */
export const WORKING_EDGE = 1024;

/** The picture itself, or scaled down to `edge` pixels at its longest, each colour a mean over area weighted by alpha. */
export function shrunk(image: RgbaImage, edge = WORKING_EDGE): RgbaImage {
  const { data, width, height } = image;
  const scale = edge / Math.max(width, height);
  if (scale >= 1) return image;
  const [w, h] = [width, height].map((length) => Math.max(1, Math.round(length * scale))) as [number, number];
  const columns = takenAlong(width, w, w / width, 0);
  const rows = takenAlong(height, h, h / height, 0);
  const out = new Uint8ClampedArray(4 * w * h);
  const sums = new Float64Array(4 * w);
  rows.forEach((row, v) => {
    sums.fill(0);
    row.weights.forEach((rowWeight, i) => {
      for (let u = 0; u < w; u++) {
        const { first, weights } = columns[u]!;
        let at = 4 * ((row.first + i) * width + first);
        for (let k = 0; k < weights.length; k++, at += 4) {
          const weight = rowWeight * weights[k]! * data[at + 3]!;
          for (let c = 0; c < 3; c++) sums[4 * u + c]! += weight * data[at + c]!;
          sums[4 * u + 3]! += weight;
        }
      }
    });
    for (let u = 0; u < w; u++) {
      const alpha = sums[4 * u + 3]!;
      for (let c = 0; c < 3; c++) out[4 * (v * w + u) + c] = alpha > 0 ? sums[4 * u + c]! / alpha : 0;
      out[4 * (v * w + u) + 3] = alpha;
    }
  });
  return { data: out, width: w, height: h };
}
