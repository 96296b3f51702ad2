import { alphaMask } from './alpha.ts';
import { doubtsOfMask, remarksOf } from './doubts.ts';
import { evidenceOf } from './evidence.ts';
import { isFlat } from './flat.ts';
import { lumaAt } from './luma.ts';
import type { Cut, Mask, RgbaImage } from './types.ts';

/** A picture that is a mask: its transparency where it has some, else white for the object. */
export function maskOf(image: RgbaImage): Mask {
  const { width, height } = image;
  const alpha = Uint8Array.from({ length: width * height }, (_, at) => Math.round(lumaAt(image, at)));
  return alphaMask(image) ?? { alpha, width, height };
}

/** A cut by a mask that somebody gives: what the brush has made of one. */
export const cutBy = (image: RgbaImage, mask: Mask): Pick<Cut, 'mask' | 'silhouette'> => ({
  mask,
  silhouette: isFlat(image, mask),
});

/** A cut by a mask that came with the picture, or from somebody's box: whoever gave it meant it, unless it is inverted. */
export function cutByMask(image: RgbaImage, mask: Mask): Omit<Cut, 'by' | 'box'> {
  const of = evidenceOf(mask);
  return { ...cutBy(image, mask), doubts: doubtsOfMask(of), remarks: remarksOf(of, null) };
}
