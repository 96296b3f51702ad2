import type { Points } from '../clouds/types.ts';

/** Edge of the square picture that the network sees, in pixels. */
export const PICTURE_SIZE = 64;

/** Points of an answer of the network, and of every cloud that a figure compares. */
export const ANSWER_POINTS = 1024;

/**
 * A picture as the network sees it, row by row from the top left, 64 × 64, on a tight crop (`crop.ts`). `gray` is premultiplied by
 * `mask`: 0 off the object.
 */
export interface Picture {
  /** 0 … 255. */
  readonly gray: Uint8Array;
  /** Share of the pixel that the object covers, 0 … 255. */
  readonly mask: Uint8Array;
}

/**
 * Frame of every answer, ground truth and retrieved cloud: the viewer's axes (x right, y up, z to the viewer). Scale and centre are the
 * object's own: in its upright frame its box is centred at 0 with longest edge 1, before the turn to the viewer.
 */
export interface Sample {
  readonly category: string;
  readonly seed: number;
  readonly picture: Picture;
  /** In the viewer's frame; neighbours in the array are neighbours on no account: even and odd places are two samples of the surface. */
  readonly points: Points;
  /** Corners of triangles one after another (9 numbers each), in the viewer's frame. */
  readonly triangles: Float64Array;
  /** The camera's turn about the upright axis and its rise over the ground. */
  readonly azimuthRad: number;
  readonly elevationRad: number;
}
