import { createRng } from '../../../src/math/rng.ts';
import type { Mask, RgbaImage } from '../../../src/reconstruction/cutout/types.ts';

export type Colour = readonly [red: number, green: number, blue: number, alpha?: number];

/** `colourAt` of the middle of each pixel. */
export function painted(width: number, height: number, colourAt: (x: number, y: number) => Colour): RgbaImage {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const [red, green, blue, alpha = 255] = colourAt(x + 0.5, y + 0.5);
      data.set([red, green, blue, alpha], at);
    }
  }
  return { data, width, height };
}

/** Noise as JPEG leaves it, about: normal, the same on the three channels of a pixel and a little apart. */
export function noisy(image: RgbaImage, deviation: number, seed: number): RgbaImage {
  const rng = createRng(seed, 'noise');
  const data = image.data.slice();
  for (let i = 0; i < data.length; i += 4) {
    const shared = deviation * rng.gaussian();
    for (let c = 0; c < 3; c++) data[i + c]! += shared + 0.4 * deviation * rng.gaussian();
  }
  return { ...image, data };
}

/** Share of the pixels that only one of mask and truth has, of those that the truth has. */
export function wrong(mask: Mask, inside: (x: number, y: number) => boolean): number {
  let [both, one] = [0, 0];
  for (let at = 0; at < mask.alpha.length; at++) {
    const truth = inside((at % mask.width) + 0.5, Math.floor(at / mask.width) + 0.5);
    if (truth) both++;
    if (truth !== mask.alpha[at]! >= 128) one++;
  }
  return one / both;
}
