/** Longest edge of the object's box in a picture on its tight crop, as a share of the picture's edge: 56 of 64 pixels. */
export const CROP_EDGE = 0.875;

/** A box in a picture's plane. */
export interface Box2 {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A departure from the tight crop: the object's scale, and its shift in pixels of a 64-pixel picture. */
export interface Jitter {
  readonly scale: number;
  readonly right: number;
  readonly down: number;
}

export const noJitter: Jitter = { scale: 1, right: 0, down: 0 };

/** The map p ↦ scale · p + (x, y) of a plane to a picture's pixels (x right, y down). */
export interface Crop {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** The crop that centres `box` (y down) in a picture of `size` pixels, its longest edge `CROP_EDGE` of it. */
export function tightCrop({ left, right, top, bottom }: Box2, size: number, jitter: Jitter = noJitter): Crop {
  const scale = (jitter.scale * CROP_EDGE * size) / Math.max(right - left, bottom - top);
  const pixel = size / 64;
  return {
    scale,
    x: size / 2 + jitter.right * pixel - (scale * (left + right)) / 2,
    y: size / 2 + jitter.down * pixel - (scale * (top + bottom)) / 2,
  };
}

/** The box of the pixels whose mask is `least` or more, in pixels (right and bottom past the last one); none: undefined. */
export function maskBox(mask: Uint8Array, width: number, least = 128): Box2 | undefined {
  let [left, right, top, bottom] = [Infinity, -1, Infinity, -1];
  for (let i = 0; i < mask.length; i++) {
    if (mask[i]! < least) continue;
    const x = i % width;
    const y = (i - x) / width;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = y;
  }
  return right < 0 ? undefined : { left, right: right + 1, top, bottom: bottom + 1 };
}
