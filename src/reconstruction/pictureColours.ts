import type { Crop } from './crop.ts';
import type { Mask, RgbaImage } from './cutout/types.ts';
import type { PictureColours } from './pictured.ts';
import { PICTURE_SIZE } from './types.ts';

/** Each pixel asks the image at so many places a side: enough to take a dot's colour from. */
const ASKED = 3;
/** What differs by less between red, green and blue is grey. */
const GREY_WITHIN = 12;

/**
 * A picture's own colours, on the network's 64 × 64: the mean of what each pixel covers of the cut-out object (0 where it covers none). null: it is as good as grey.
 * `crop`: picture's pixels ← image's pixels.
 */
export function coloursOf(image: RgbaImage, { alpha }: Mask, crop: Crop): PictureColours | null {
  const { data, width, height } = image;
  const out = new Uint8Array(3 * PICTURE_SIZE ** 2);
  let grey = true;
  for (let i = 0; i < PICTURE_SIZE ** 2; i++) {
    const sums = [0, 0, 0];
    let weight = 0;
    for (let k = 0; k < ASKED * ASKED; k++) {
      const column = Math.floor(((i % PICTURE_SIZE) + ((k % ASKED) + 0.5) / ASKED - crop.x) / crop.scale);
      const row = Math.floor(
        (Math.floor(i / PICTURE_SIZE) + (Math.floor(k / ASKED) + 0.5) / ASKED - crop.y) / crop.scale,
      );
      if (column < 0 || row < 0 || column >= width || row >= height) continue;
      const at = row * width + column;
      weight += alpha[at]!;
      for (let c = 0; c < 3; c++) sums[c]! += alpha[at]! * data[4 * at + c]!;
    }
    if (weight === 0) continue;
    const [red, green, blue] = sums.map((sum) => Math.round(sum / weight)) as [number, number, number];
    out.set([red, green, blue], 3 * i);
    grey &&= Math.max(red, green, blue) - Math.min(red, green, blue) <= GREY_WITHIN;
  }
  return grey ? null : out;
}
