import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RedFormat, UnsignedByteType } from 'three';
import type { Atlas } from '../../../src/view/tileMarks.ts';

/** Pixels a side of a digit. */
const SIDE = 28;

/** Whether samples of so many inputs are pictures that can be shown. */
export const arePictures = (inputs: number): boolean => inputs === SIDE * SIDE;

/** The pictures of `count` samples (0 … 1, SIDE² each), tile by tile, as one texture; of samples that are no pictures an empty one. */
export function createAtlas(x: Float64Array, inputs: number, count: number): Atlas {
  const columns = Math.max(1, Math.ceil(Math.sqrt(count)));
  const rows = Math.max(1, Math.ceil(count / columns));
  const bytes = arePictures(inputs) ? tilesOf(x, count, columns, rows) : new Uint8Array(columns * rows * SIDE * SIDE);
  const texture = new DataTexture(bytes, columns * SIDE, rows * SIDE, RedFormat, UnsignedByteType);
  texture.unpackAlignment = 1;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.needsUpdate = true;
  return { texture, columns, rows };
}

/** Bytes of an atlas, row by row from the top. */
function tilesOf(x: Float64Array, count: number, columns: number, rows: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(columns * rows * SIDE * SIDE);
  for (let i = 0; i < count; i++) {
    const [left, top] = [(i % columns) * SIDE, Math.floor(i / columns) * SIDE];
    for (let row = 0; row < SIDE; row++)
      for (let column = 0; column < SIDE; column++)
        bytes[(top + row) * columns * SIDE + left + column] = Math.round(255 * x[(i * SIDE + row) * SIDE + column]!);
  }
  return bytes;
}
