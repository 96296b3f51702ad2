import { createRng } from '../../math/rng.ts';
import type { Numbers } from '../types.ts';

/** What a strength of 1 does at most: turned and sheared by a sixth of a right angle or so, a fifth larger or smaller, moved by a tenth of the side. */
const [TURN, SHEAR, SIZE, SHIFT] = [0.26, 0.26, 0.2, 0.1] as const;

/**
 * Square images (count × side²), each warped at random in place: seen anew, so that a network learns the digit rather than the sample (Simard et al. 2003, affine part). Bilinear; beyond
 * the image is 0. `stream` names the draws.
 */
export function jitterImages(
  x: Numbers,
  count: number,
  inputs: number,
  strength: number,
  seed: number,
  stream: number,
): void {
  const side = Math.sqrt(inputs);
  const { between } = createRng(seed, 'jitter', stream);
  const by = (most: number) => between(-most * strength, most * strength);
  const image = new Float64Array(inputs);
  for (let i = 0; i < count; i++) {
    const own = x.subarray(i * inputs, (i + 1) * inputs);
    image.set(own);
    const [turn, shear, sx, sy] = [by(TURN), by(SHEAR), 1 + by(SIZE), 1 + by(SIZE)];
    const [tx, ty] = [by(SHIFT) * side, by(SHIFT) * side];
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    warp(image, side, [cos * sx, (shear * cos - sin) * sy, sin * sx, (shear * sin + cos) * sy], tx, ty, own);
  }
}

/** out(p) = image(A (p − middle) + middle + t). */
function warp(
  image: Float64Array,
  side: number,
  [a, b, c, d]: readonly [number, number, number, number],
  tx: number,
  ty: number,
  out: Numbers,
): void {
  const middle = (side - 1) / 2;
  const at = (x: number, y: number) => (x < 0 || y < 0 || x >= side || y >= side ? 0 : image[y * side + x]!);
  for (let y = 0, to = 0; y < side; y++) {
    for (let x = 0; x < side; x++, to++) {
      const u = a * (x - middle) + b * (y - middle) + middle + tx;
      const v = c * (x - middle) + d * (y - middle) + middle + ty;
      const [u0, v0] = [Math.floor(u), Math.floor(v)];
      const [fu, fv] = [u - u0, v - v0];
      const above = (1 - fu) * at(u0, v0) + fu * at(u0 + 1, v0);
      const below = (1 - fu) * at(u0, v0 + 1) + fu * at(u0 + 1, v0 + 1);
      out[to] = (1 - fv) * above + fv * below;
    }
  }
}
