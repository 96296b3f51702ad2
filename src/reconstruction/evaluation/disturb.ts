import { createRng } from '../../math/rng.ts';
import { resampled } from '../cutout/resample.ts';
import { FLAT_GRAY } from '../cutout/toPicture.ts';
import { PICTURE_SIZE, type Picture } from '../types.ts';

/** How a picture departs from the tight crop before the network (and the look-up) see it. */
export interface Disturbance {
  /** Pixels of 64, to one of the four sides, which the sample's name decides. */
  readonly cropShift: number;
  /** The object's size, about the picture's middle. */
  readonly cropScale: number;
  /** Without shading. */
  readonly silhouette: boolean;
}

export const undisturbed: Disturbance = { cropShift: 0, cropScale: 1, silhouette: false };

/** Edge of the picture that a moved crop is taken from, where one can be rendered so large. */
export const LARGE = 256;

const sides = [[1, 0], [-1, 0], [0, 1], [0, -1]] as const; // prettier-ignore

export const movesCrop = ({ cropShift, cropScale }: Disturbance): boolean => cropShift !== 0 || cropScale !== 1;

/** @param picture on its tight crop, of any size; only 64 where the crop is not moved */
export function disturbed(picture: Picture, name: string, disturbance: Disturbance): Picture {
  const moved = movesCrop(disturbance) ? recropped(picture, name, disturbance) : picture;
  if (!disturbance.silhouette) return moved;
  return { mask: moved.mask, gray: moved.mask.map((value) => Math.round(FLAT_GRAY * value)) };
}

function recropped({ gray, mask }: Picture, name: string, { cropShift, cropScale }: Disturbance): Picture {
  const edge = Math.sqrt(mask.length);
  const [right, down] = sides[createRng(1, 'crop-shift', name).integer(4)]!;
  const middle = (PICTURE_SIZE * (1 - cropScale)) / 2;
  const crop = {
    scale: (cropScale * PICTURE_SIZE) / edge,
    x: middle + right * cropShift,
    y: middle + down * cropShift,
  };
  const seen = (values: Uint8Array) =>
    Uint8Array.from(
      resampled((at) => values[at]!, edge, edge, PICTURE_SIZE, crop),
      (value) => Math.round(value),
    );
  return { gray: seen(gray), mask: seen(mask) };
}
