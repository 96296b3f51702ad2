import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCloud } from '../../../src/io/clouds/read.ts';
import { pointsPly } from '../../../src/io/clouds/pointsPly.ts';
import { root } from '../../../tools/ensure.mjs';

/** A file of assets/reconstruction. */
export const trained = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(join(root, 'assets/reconstruction', name)));

/** Points of a cloud file, as they stand in it. */
export async function points(path: string): Promise<Float64Array> {
  const file = await readCloud(path, new Uint8Array(readFileSync(path)));
  return file!.positions;
}

export const ply = (coordinates: readonly number[]): Uint8Array => pointsPly(Float64Array.from(coordinates), 'double');

/** Coordinates that agree to the bit. */
export const same = (a: Float64Array, b: Float64Array): boolean =>
  a.length === b.length && a.every((value, i) => value === b[i]);
