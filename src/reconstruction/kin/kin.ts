import { AssetError, readWeights, type Weights } from '../network/weights.ts';
import { categoryIds, isCategory } from '../shapes/index.ts';
import { noveltyDistance, percentileOf, QUANTILES, type Novelty } from './novelty.ts';
import { AXES, distanceSq, placeIn, readSpace } from './space.ts';
import type { SampleName } from '../seeds.ts';

/** Training features that novelty is measured from. */
export const REFERENCES = 2000;

/** Shapes of each category on the map, of seeds 1 … 16. */
const GALLERY_PER_CATEGORY = 16;

/** The shapes on the map, in the file's order. */
export const galleryNames: readonly SampleName[] = categoryIds.flatMap((category) =>
  Array.from({ length: GALLERY_PER_CATEGORY }, (_, i) => ({ category, seed: i + 1 })),
);

export type Position = readonly [x: number, y: number, z: number];

export interface GalleryItem extends SampleName {
  /** On the map. */
  readonly position: Position;
}

export interface Kinsman extends GalleryItem {
  /** In the code's own units. */
  readonly distance: number;
}

/**
 * The encoder's feature space: which pictures are alike to it (by the code, which knows shapes), and which are unlike all that it was trained on (by
 * the statistics of its maps). Features are those of `Network.feature`, whole.
 */
export interface Kin {
  readonly gallery: readonly GalleryItem[];
  noveltyOf(feature: ArrayLike<number>): Novelty;
  /** The `count` shapes of the gallery nearest to `feature`, nearest first. */
  nearestKin(feature: ArrayLike<number>, count: number): Kinsman[];
  /** Between two features, in the same units. */
  distance(a: ArrayLike<number>, b: ArrayLike<number>): number;
  /** The place on the map: along the three axes in which the training's features vary most, the gallery within −1 … 1. */
  place(feature: ArrayLike<number>): Position;
}

/**
 * @param network the network whose features these are
 * @throws {AssetError} for a damaged file, and for one that was made for another network.
 */
export function readKin(manifest: unknown, bytes: Uint8Array, network: { readonly crc32: number }): Kin {
  const weights = readWeights(manifest, bytes, 'kin');
  const { network: its, gallery } = manifest as { readonly network?: unknown; readonly gallery?: unknown };
  if (its !== network.crc32)
    throw new AssetError('kin.bin was made for another network: run node tools/reconstruction/kin.mjs');
  return createKin(weights, readGallery(gallery));
}

function createKin(weights: Weights, names: readonly SampleName[]): Kin {
  const shapes = readSpace(weights, 'kin', 0);
  const makings = readSpace(weights, 'novelty', shapes.mean.length);
  const references = weights.tensor('references', [REFERENCES, AXES]);
  const quantiles = weights.tensor('quantiles', [QUANTILES]);
  const places = weights.tensor('gallery', [names.length, AXES]);
  const mapScales = weights.tensor('map', [3]);
  const onMap = (along: ArrayLike<number>, from = 0): Position => [
    along[from]! * mapScales[0]!,
    along[from + 1]! * mapScales[1]!,
    along[from + 2]! * mapScales[2]!,
  ];
  const gallery = names.map((name, i) => ({ ...name, position: onMap(places, AXES * i) }));
  const alongOf = (feature: ArrayLike<number>) => placeIn(shapes, feature).along;
  return {
    gallery,
    noveltyOf(feature) {
      const distance = noveltyDistance(placeIn(makings, feature), references);
      return { distance, percentile: percentileOf(distance, quantiles) };
    },
    nearestKin(feature, count) {
      const along = alongOf(feature);
      return gallery
        .map((item, i) => ({ ...item, distance: Math.sqrt(distanceSq(along, places, AXES * i)) }))
        .sort((a, b) => a.distance - b.distance)
        .slice(0, count);
    },
    distance: (a, b) => Math.sqrt(distanceSq(alongOf(a), alongOf(b), 0)),
    place: (feature) => onMap(alongOf(feature)),
  };
}

function readGallery(gallery: unknown): SampleName[] {
  if (!Array.isArray(gallery)) throw new AssetError('kin.json names no gallery');
  return gallery.map((item: unknown) => {
    const { category, seed } = (item ?? {}) as Record<string, unknown>;
    if (typeof category !== 'string' || !isCategory(category) || !Number.isInteger(seed))
      throw new AssetError('kin.json has a shape in its gallery that this program does not make');
    return { category, seed: Number(seed) };
  });
}
