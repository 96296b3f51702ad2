import type { Ink } from './centre.ts';

/** Pixels as decoded: red, green, blue and straight alpha, 0 … 255, row by row. */
interface Pixels {
  readonly data: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
}

/** Of the full range between black and white: what differs less from the ground is paper. */
const NOISE = 0.1;

/**
 * What is drawn on a picture, whichever way round: how far each pixel's brightness lies from that of the border, which is taken for the ground (its median). What is transparent counts as
 * white, or as black where all that is opaque is light.
 */
export function inkOf({ data, width, height }: Pixels): Ink {
  const count = width * height;
  const luma = new Float64Array(count);
  let [brightness, opaque] = [0, 0];
  for (let i = 0; i < count; i++) {
    luma[i] = (0.2126 * data[4 * i]! + 0.7152 * data[4 * i + 1]! + 0.0722 * data[4 * i + 2]!) / 255;
    const alpha = data[4 * i + 3]! / 255;
    brightness += alpha * luma[i]!;
    opaque += alpha;
  }
  const paper = brightness > 0.5 * opaque && opaque < count ? 0 : 1;
  for (let i = 0; i < count; i++) luma[i] = paper + (data[4 * i + 3]! / 255) * (luma[i]! - paper);
  const ground = medianOfBorder(luma, width, height);
  const values = luma.map((value) => {
    const apart = Math.abs(value - ground);
    return apart < NOISE ? 0 : apart;
  });
  return { values, width, height };
}

function medianOfBorder(luma: Float64Array, width: number, height: number): number {
  const border = luma.filter((_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)];
    return x === 0 || y === 0 || x === width - 1 || y === height - 1;
  });
  return border.sort()[border.length >> 1]!;
}
