import type { RgbaImage } from './types.ts';

/** Rec. 709, of the values as they are stored. */
export const lumaOf = (red: number, green: number, blue: number): number =>
  // Grey stays itself to the last bit: 0.2126 r + 0.7152 g + 0.0722 b, written about green.
  green + 0.2126 * (red - green) + 0.0722 * (blue - green);

/** Pixel `at`. */
export const lumaAt = ({ data }: RgbaImage, at: number): number =>
  lumaOf(data[4 * at]!, data[4 * at + 1]!, data[4 * at + 2]!);
