import { drawOutline } from '../../../src/reconstruction/outlines/draw.ts';
import { outlines } from '../../../src/reconstruction/outlines/index.ts';
import { makeSample } from '../../../src/reconstruction/sample.ts';
import { isCategory, type CategoryId } from '../../../src/reconstruction/shapes/index.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';
import { reconstructionParams } from '../state/defaults.ts';
import type { GalleryId } from '../state/galleryIds.ts';

/** A drawn shape of the strip. */
export interface GalleryShape {
  readonly category: CategoryId;
  readonly seed: number;
}

/** One of each category; the scene opens on the first. */
export const galleryShapes: readonly GalleryShape[] = [
  { category: 'chair', seed: reconstructionParams.seed.default },
  { category: 'table', seed: 4 },
  { category: 'lamp', seed: 2 },
  { category: 'plane', seed: 8 },
  { category: 'car', seed: 7 },
  { category: 'mug', seed: 10 },
  { category: 'bench', seed: 4 },
  { category: 'sofa', seed: 3 },
  { category: 'shelf', seed: 10 },
  { category: 'bed', seed: 4 },
];

/** Where the pictures come from that are no shapes of ours; another is one line here and one in `galleryIds`. */
const items: Readonly<Record<GalleryId, (size?: number) => Picture | Promise<Picture>>> = {
  teapot: (size) => drawOutline(outlines.teapot, size),
  guitar: (size) => drawOutline(outlines.guitar, size),
  wineglass: (size) => drawOutline(outlines.wineglass, size),
  dog: (size) => drawOutline(outlines.dog, size),
  officechair: (size) => drawOutline(outlines.officechair, size),
};

function isItem(id: string): id is GalleryId {
  return Object.hasOwn(items, id);
}

/** A picture of the gallery that is no procedural shape; with a `size`, as large as its thumbnail. Rejects where it cannot be had. */
export async function loadItem(id: string, size?: number): Promise<Picture> {
  if (!isItem(id)) throw new Error(`the gallery has no picture "${id}"`);
  return items[id](size);
}

/** A shape's picture, larger than the network sees it. */
export async function loadShape(category: string, seed: number, size: number): Promise<Picture> {
  if (!isCategory(category)) throw new Error(`there are no shapes called "${category}"`);
  return makeSample(category, seed, { points: 2, size }).picture;
}
