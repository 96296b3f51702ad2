import { cos, sin } from '../math/portable.ts';
import { createRng } from '../math/rng.ts';
import { rotatePoints, viewRotation } from './camera.ts';
import { noJitter, type Jitter } from './crop.ts';
import { normalise } from './normalise.ts';
import { render } from './render.ts';
import { categories } from './shapes/index.ts';
import { createMesh } from './shapes/mesh.ts';
import { sampleSurface } from './surface.ts';
import { PICTURE_SIZE } from './types.ts';
import type { Rng } from '../math/rng.ts';
import type { Light } from './render.ts';
import type { CategoryId } from './shapes/index.ts';
import type { Sample } from './types.ts';

export interface SampleOptions {
  /** Of the surface, an even number. */
  readonly points?: number;
  /** As training sees it: half of the pictures off their tight crop, a fifth of them flat. */
  readonly augment?: boolean;
  /** Edge of the picture in pixels. */
  readonly size?: number;
}

export const ELEVATION_RAD = [(8 * Math.PI) / 180, (38 * Math.PI) / 180] as const;

/** Nobody knows from how high a picture was taken: the middle of what the network has learned. */
export const USUAL_ELEVATION_RAD = (ELEVATION_RAD[0] + ELEVATION_RAD[1]) / 2;

/** Largest shift of a jittered crop in pixels of a 64-pixel picture, and the range of its scale. */
const SHIFT = 6;
const SCALE = [0.8, 1.2] as const;
const JITTERED = 0.5;
const FLAT = 0.2;

/**
 * Shape `seed` of `category`, seen from a random side in a random light. The same shape, side, light and (for one number of them) points whether augmented
 * or not and whatever the size.
 */
export function makeSample(category: CategoryId, seed: number, options: SampleOptions = {}): Sample {
  const { points = 2048, augment = false, size = PICTURE_SIZE } = options;
  const rng = createRng(seed, 'shape', category);
  const mesh = createMesh();
  categories[category](mesh, rng);
  const triangles = normalise(mesh.triangles());
  const azimuthRad = rng.between(0, 2 * Math.PI);
  const elevationRad = rng.between(...ELEVATION_RAD);
  rotatePoints(viewRotation(azimuthRad, elevationRad), triangles);
  const light = randomLight(rng);
  const augmentation = randomAugmentation(rng); // drawn in any case: what comes after it stays the same
  const picture = render(triangles, { light, size, ...(augment && augmentation) });
  return {
    category,
    seed,
    picture,
    points: sampleSurface(triangles, points, rng),
    triangles,
    azimuthRad,
    elevationRad,
  };
}

/** From above and before the object. */
export function randomLight(rng: Rng): Light {
  const turn = rng.between(0, 2 * Math.PI);
  return {
    direction: [0.7 * cos(turn), rng.between(0.4, 1), 0.4 + 0.6 * Math.abs(sin(turn))],
    ambient: rng.between(0.25, 0.5),
    albedo: rng.between(0.5, 1),
  };
}

/** A crop's jitter and whether the picture is a flat silhouette, as training draws them. */
export function randomAugmentation(rng: Rng): { readonly jitter: Jitter; readonly flat: boolean } {
  const jittered = rng.uniform() < JITTERED;
  const jitter = {
    scale: rng.between(...SCALE),
    right: rng.between(-SHIFT, SHIFT),
    down: rng.between(-SHIFT, SHIFT),
  };
  const flat = rng.uniform() < FLAT;
  return { jitter: jittered ? jitter : noJitter, flat };
}
