import type { Box2 } from '../crop.ts';
import type { Mask, RgbaImage } from './types.ts';

/* Boxes in a picture, in its pixels. */

/** In pixels. */
export const areaOf = ({ left, top, right, bottom }: Box2): number =>
  Math.max(0, right - left) * Math.max(0, bottom - top);

/** The whole pixels of the image that a box touches; one at least. */
export function wholeWithin({ width, height }: RgbaImage, { left, top, right, bottom }: Box2): Box2 {
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const [x, y] = [within(Math.floor(left), width - 1), within(Math.floor(top), height - 1)];
  return {
    left: x,
    top: y,
    right: within(Math.ceil(right), width) || x + 1,
    bottom: within(Math.ceil(bottom), height) || y + 1,
  };
}

/** The pixels in a box of whole pixels within the image. */
export function cropped({ data, width }: RgbaImage, { left, top, right, bottom }: Box2): RgbaImage {
  const out = new Uint8ClampedArray(4 * (right - left) * (bottom - top));
  for (let y = top; y < bottom; y++) {
    out.set(data.subarray(4 * (y * width + left), 4 * (y * width + right)), 4 * (y - top) * (right - left));
  }
  return { data: out, width: right - left, height: bottom - top };
}

/** The mask of what was `cropped`, as one of the whole image. */
export function uncropped(mask: Mask, { left, top }: Box2, { width, height }: RgbaImage): Mask {
  const alpha = new Uint8Array(width * height);
  for (let y = 0; y < mask.height; y++) {
    alpha.set(mask.alpha.subarray(y * mask.width, (y + 1) * mask.width), (y + top) * width + left);
  }
  return { alpha, width, height };
}

/** Larger by a share of its longest edge at each side. */
export function grown({ left, top, right, bottom }: Box2, share: number): Box2 {
  const by = share * Math.max(right - left, bottom - top);
  return { left: left - by, top: top - by, right: right + by, bottom: bottom + by };
}

/** The middle of a picture: all but a margin of this share of each edge. */
export const middleOf = ({ width, height }: RgbaImage, margin: number): Box2 => ({
  left: margin * width,
  top: margin * height,
  right: (1 - margin) * width,
  bottom: (1 - margin) * height,
});

export const shifted = ({ left, top, right, bottom }: Box2, x: number, y: number): Box2 => ({
  left: left + x,
  top: top + y,
  right: right + x,
  bottom: bottom + y,
});
