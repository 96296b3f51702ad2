import { lumaOf } from './luma.ts';
import type { Background } from './background.ts';
import type { RgbaImage } from './types.ts';

/** How far each pixel is from the background that is expected there, 0 … 255 units. */
export interface Difference {
  /** Signed: negative where the pixel is darker. */
  readonly luma: Float32Array;
  /** Of the colour without its luma. */
  readonly chroma: Float32Array;
  /** Of the background itself. */
  readonly backgroundLuma: Float32Array;
}

/** Smaller pictures have edges a pixel wide, and are not smoothed. */
const SMOOTHED_FROM = 128;

/**
 * Differences are averaged over 3 × 3 pixels, which takes two thirds of the noise that JPEG leaves. Luma and chroma apart: a shadow
 * changes the one, another thing mostly the other (an eye is as strict about a hue as about a shade).
 */
export function differenceFrom({ data, width, height }: RgbaImage, background: Background): Difference {
  const count = width * height;
  const channels = [0, 1, 2].map(() => new Float32Array(count)) as [Float32Array, Float32Array, Float32Array];
  const backgroundLuma = new Float32Array(count);
  const expected = new Float64Array(3);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      background.at(x, y, expected);
      backgroundLuma[i] = lumaOf(expected[0]!, expected[1]!, expected[2]!);
      // What is transparent here was not meant as transparency (`alphaMask`): it counts as its colour.
      for (let c = 0; c < 3; c++) channels[c]![i] = data[4 * i + c]! - expected[c]!;
    }
  }
  const [red, green, blue] =
    Math.min(width, height) < SMOOTHED_FROM
      ? channels
      : (channels.map((channel) => smoothed(channel, width, height)) as typeof channels);
  const luma = new Float32Array(count);
  const chroma = new Float32Array(count);
  for (let i = 0; i < count; i++) {
    const l = lumaOf(red[i]!, green[i]!, blue[i]!);
    luma[i] = l;
    chroma[i] = Math.sqrt(((red[i]! - l) ** 2 + (green[i]! - l) ** 2 + (blue[i]! - l) ** 2) / 2);
  }
  return { luma, chroma, backgroundLuma };
}

/** What an eye would call it, about: chroma counts more than luma. */
export const distanceAt = ({ luma, chroma }: Difference, at: number): number =>
  Math.sqrt(luma[at]! ** 2 + 2 * chroma[at]! ** 2);

/** 3 × 3 mean, the border repeated. */
function smoothed(values: Float32Array, width: number, height: number): Float32Array {
  const across = new Float32Array(values.length);
  for (let y = 0, i = 0; y < height; y++) {
    for (let x = 0; x < width; x++, i++) {
      across[i] = (values[x > 0 ? i - 1 : i]! + values[i]! + values[x < width - 1 ? i + 1 : i]!) / 3;
    }
  }
  const out = new Float32Array(values.length);
  for (let i = 0; i < out.length; i++) {
    const up = i >= width ? i - width : i;
    const down = i < out.length - width ? i + width : i;
    out[i] = (across[up]! + across[i]! + across[down]!) / 3;
  }
  return out;
}
