import { readPng as decode } from '../../../tools/palette.mjs';

/** An opaque picture: `at(x, y)` gives r, g, b of a pixel, 0…255; black outside. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  at(x: number, y: number): readonly [r: number, g: number, b: number];
}

export function readPng(file: Buffer): Picture {
  const { width, height, colours } = decode(file);
  return {
    width,
    height,
    at(x, y) {
      const inside = x >= 0 && y >= 0 && x < width && y < height;
      const colour = inside ? (colours[y * width + x] as number) : 0;
      return [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255];
    },
  };
}
