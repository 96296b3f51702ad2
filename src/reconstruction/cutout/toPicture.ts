import { CROP_EDGE, maskBox, tightCrop, type Crop } from '../crop.ts';
import { PICTURE_SIZE, type Picture } from '../types.ts';
import { lumaAt } from './luma.ts';
import { CutoutError } from './refusals.ts';
import { resampled } from './resample.ts';
import { OBJECT_FROM, type Cut, type Mask, type RgbaImage } from './types.ts';

/** An object must be so many pixels long: what is smaller has no shape. */
export const LEAST_OBJECT = 8;

/** What pixels tell of a box is uncertain by one at each side. */
const TIGHT_WITHIN = 1;

/** Gray of an object without shading: the middle of those that flat training pictures have (albedo 0.5 … 1). */
export const FLAT_GRAY = 0.75;
/** No training picture is darker: light that comes from everywhere (¼) on the darkest object (½). */
const DARKEST = 0.125 * 255;

const asItIs: Crop = { scale: 1, x: 0, y: 0 };

/**
 * From pixels of the picture to pixels of the network's: the tight crop of the mask. A picture of 64 × 64 that is on it already, as far as whole
 * pixels can tell, stays as it is.
 * @throws CutoutError `empty` or `tiny`
 */
export function cropOf({ alpha, width, height }: Mask): Crop {
  const box = maskBox(alpha, width, OBJECT_FROM);
  if (!box) throw new CutoutError('empty');
  const across = box.right - box.left;
  const down = box.bottom - box.top;
  const pixels = Math.max(across, down);
  if (pixels < LEAST_OBJECT) throw new CutoutError('tiny', { pixels, least: LEAST_OBJECT });
  const off = [
    pixels - CROP_EDGE * PICTURE_SIZE,
    (box.left + box.right - PICTURE_SIZE) / 2,
    (box.top + box.bottom - PICTURE_SIZE) / 2,
  ];
  const tight =
    width === PICTURE_SIZE && height === PICTURE_SIZE && off.every((pixel) => Math.abs(pixel) <= TIGHT_WITHIN);
  return tight ? asItIs : tightCrop(box, PICTURE_SIZE);
}

export interface Shown {
  readonly picture: Picture;
  /** Picture's pixels ← image's pixels. */
  readonly crop: Crop;
}

/**
 * A cut-out object as the network sees it: Rec. 709 luma times mask, and mask, averaged over the area of each pixel, 64 × 64 on the tight crop, nothing around it.
 * An object of one colour is shown in the gray of training's flat pictures: black drawn on white would be darker than anything there.
 * @throws CutoutError
 */
export function toPicture(image: RgbaImage, { mask, silhouette }: Pick<Cut, 'mask' | 'silhouette'>): Shown {
  const { width, height } = image;
  if (mask.width !== width || mask.height !== height) {
    throw new CutoutError('mask-size', { width, height, maskWidth: mask.width, maskHeight: mask.height });
  }
  const crop = cropOf(mask);
  const { alpha } = mask;
  const resample = (valueAt: (at: number) => number) =>
    Uint8Array.from(resampled(valueAt, width, height, PICTURE_SIZE, crop), (value) => Math.round(value));
  const covered = resample((at) => alpha[at]!);
  checkThickness(covered);
  const gray = resample((at) => (lumaAt(image, at) * alpha[at]!) / 255);
  const flat = silhouette && (crop !== asItIs || gray.every((value) => value < DARKEST));
  return {
    picture: { gray: flat ? covered.map((value) => Math.round(FLAT_GRAY * value)) : gray, mask: covered },
    crop,
  };
}

/** A bar of 3 pixels in a picture of 1,000 leaves but a trace in each of the network's: that would answer a ghost, and no mask is like it. */
function checkThickness(covered: Uint8Array): void {
  const box = maskBox(covered, PICTURE_SIZE, OBJECT_FROM);
  if (!box || Math.max(box.right - box.left, box.bottom - box.top) < LEAST_OBJECT) {
    throw new CutoutError('thin', { edge: PICTURE_SIZE });
  }
}

/** The network's picture as an image: straight gray and alpha, from which `toPicture` makes the very same picture again. */
export function imageOf({ gray, mask }: Picture): RgbaImage {
  const data = new Uint8ClampedArray(4 * mask.length);
  mask.forEach((covered, at) => {
    data.fill(covered === 0 ? 0 : Math.round((255 * gray[at]!) / covered), 4 * at, 4 * at + 3);
    data[4 * at + 3] = covered;
  });
  return { data, width: PICTURE_SIZE, height: PICTURE_SIZE };
}
