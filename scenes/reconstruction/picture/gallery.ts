import { drawOutline } from '../../../src/reconstruction/outlines/draw.ts';
import { outlines } from '../../../src/reconstruction/outlines/index.ts';
import { makeSample } from '../../../src/reconstruction/sample.ts';
import { isCategory, type CategoryId } from '../../../src/reconstruction/shapes/index.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';
import { params, type GalleryId } from '../state.ts';

/** A drawn shape of the strip. */
export interface GalleryShape {
  readonly category: CategoryId;
  readonly seed: number;
}

/** One of each category; the scene opens on the first. */
export const galleryShapes: readonly GalleryShape[] = [
  { category: 'chair', seed: params.seed.default },
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

/** A picture of the gallery that is no procedural shape; with a `size`, as large as its thumbnail. */
export const loadItem = async (id: GalleryId, size?: number): Promise<Picture> => items[id](size);

/** A shape's picture, larger than the network sees it. */
export async function loadShape(category: string, seed: number, size: number): Promise<Picture> {
  if (!isCategory(category)) throw new Error(`there are no shapes called "${category}"`);
  return makeSample(category, seed, { points: 2, size }).picture;
}
