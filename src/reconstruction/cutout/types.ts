import type { Box2 } from '../crop.ts';
import type { Doubt, Remark } from './said.ts';

/** A picture as it was decoded: red, green, blue and alpha a pixel (straight, not premultiplied), row by row from the top left. */
export interface RgbaImage {
  /** 4 · width · height, 0 … 255. */
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** The share of each pixel that belongs to the object. */
export interface Mask {
  /** width · height, 0 … 255, row by row from the top left. */
  readonly alpha: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** How an object was found: by the picture's own transparency, by the colour of its border, or by the colours in and around a box. */
export type CutBy = 'alpha' | 'border' | 'box';

/** An object, cut out, and what speaks against it: where there is a doubt, it is an offer. */
export interface Cut {
  readonly by: CutBy;
  readonly mask: Mask;
  /** The object has one colour throughout, as something drawn has: there is no shading to see, and it is shown to the network flat. */
  readonly silhouette: boolean;
  /** Why it may not be the object: none of them must be kept from whoever gave the picture. */
  readonly doubts: readonly Doubt[];
  /** What there is to say besides. */
  readonly remarks: readonly Remark[];
  /** Where `by` is `box`: that box, in pixels. */
  readonly box: Box2 | null;
}

/** A mask pixel counts as the object's from here on (a quarter): boxes, counts and parts are taken of those. */
export const OBJECT_FROM = 64;
