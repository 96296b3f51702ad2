import { DataTexture, LinearFilter, RGFormat } from 'three';
import { PICTURE_SIZE, type Picture } from '../../../src/reconstruction/types.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { KinMap } from '../jobs/api.ts';

/** Small pictures of the gallery's shapes, one tile each, as far as they are drawn. */
export interface Atlas {
  readonly texture: DataTexture;
  /** Tiles a side. */
  readonly columns: number;
  /** 1 for a shape whose picture is there. */
  readonly ready: Uint8Array;
}

/** Pictures between two looks at what is new. */
const BATCH = 16;

/** Room for as many pictures as there are shapes: 1.4 MB of memory for 160, and nothing to fetch. */
export function createAtlas(count: number): Atlas {
  const columns = Math.max(Math.ceil(Math.sqrt(count)), 1);
  const edge = columns * PICTURE_SIZE;
  const texture = new DataTexture(new Uint8Array(2 * edge * edge), edge, edge, RGFormat);
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  texture.needsUpdate = true;
  return { texture, columns, ready: new Uint8Array(count) };
}

/** Writes a picture into its tile; rows from the top, as both have them. */
export function putPicture({ texture, columns, ready }: Atlas, index: number, { gray, mask }: Picture): void {
  const { data, width } = texture.image as { data: Uint8Array; width: number };
  const [left, top] = [(index % columns) * PICTURE_SIZE, Math.floor(index / columns) * PICTURE_SIZE];
  for (let at = 0; at < mask.length; at++) {
    const to = 2 * ((top + Math.floor(at / PICTURE_SIZE)) * width + left + (at % PICTURE_SIZE));
    data[to] = gray[at]!;
    data[to + 1] = mask[at]!;
  }
  texture.needsUpdate = true;
  ready[index] = 1;
}

/** Draws what is missing, one shape after another, so that what else is asked of the worker comes between; `onBatch` hears of every few. */
export async function fillAtlas(
  atlas: Atlas,
  { shapes }: KinMap,
  jobs: Jobs,
  signal: AbortSignal,
  onBatch: () => void,
) {
  let fresh = 0;
  for (const [index, { category, seed }] of shapes.entries()) {
    if (atlas.ready[index]) continue;
    putPicture(atlas, index, (await jobs.truth(category, seed, signal)).picture);
    if (++fresh % BATCH === 0) onBatch();
  }
  if (fresh > 0) onBatch();
}
