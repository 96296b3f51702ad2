import { PICTURE_SIZE } from '../types.ts';

/** Edge of a packed mask in bits. */
export const PACKED_EDGE = 16;

/** A packed mask in bytes and in words of 32 bits. */
export const PACKED_BYTES = PACKED_EDGE ** 2 / 8;
export const PACKED_WORDS = PACKED_BYTES / 4;

/** Means over squares of PICTURE_SIZE/edge pixels, edge × edge, row by row, 0 … 255; mirrored: the picture's right side at the left. */
export function averagedMask(mask: ArrayLike<number>, edge: number, mirrored = false): Float64Array {
  const side = PICTURE_SIZE / edge;
  const out = new Float64Array(edge * edge);
  for (let i = 0; i < PICTURE_SIZE ** 2; i++) {
    const x = i % PICTURE_SIZE;
    const y = (i - x) / PICTURE_SIZE;
    const column = Math.floor(x / side);
    out[Math.floor(y / side) * edge + (mirrored ? edge - 1 - column : column)]! += mask[i]!;
  }
  for (let i = 0; i < out.length; i++) out[i]! /= side * side;
  return out;
}

/**
 * 16 × 16 bits of a mask of 64 × 64 (0 … 255), row by row, the most significant bit of each word first: set where half of the square or more
 * is covered.
 */
export function packMask(mask: ArrayLike<number>, mirrored = false): Uint32Array {
  const words = new Uint32Array(PACKED_WORDS);
  averagedMask(mask, PACKED_EDGE, mirrored).forEach((value, i) => {
    if (value >= 127.5) words[i >> 5]! |= 1 << (31 - (i & 31));
  });
  return words;
}

/** Set bits of a word (Warren, Hacker's Delight, 5-1). */
export function popcount(word: number): number {
  let w = word - ((word >>> 1) & 0x55555555);
  w = (w & 0x33333333) + ((w >>> 2) & 0x33333333);
  w = (w + (w >>> 4)) & 0x0f0f0f0f;
  return Math.imul(w, 0x01010101) >>> 24;
}
