import type { Points } from '../../../src/clouds/types.ts';
import { createRng, type Rng } from '../../../src/math/rng.ts';
import { rotatePoints, viewRotation } from '../../../src/reconstruction/camera.ts';
import { normalise } from '../../../src/reconstruction/normalise.ts';
import { render } from '../../../src/reconstruction/render.ts';
import { makeSample, randomAugmentation, randomLight } from '../../../src/reconstruction/sample.ts';
import { trainingName } from '../../../src/reconstruction/seeds.ts';
import { chance, usual } from '../../../src/reconstruction/shapes/kit.ts';
import { sampleSurface } from '../../../src/reconstruction/surface.ts';
import type { CategoryId } from '../../../src/reconstruction/shapes/index.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';
import { joined, moved, one, type Parts } from './parts.ts';
import { varied } from './varied.ts';

/** How training's samples are divided: `procedural` of them the ten categories', from the first to the last step of a stage; the rest as `rest` says. */
export interface Mixture {
  readonly procedural: readonly [first: number, last: number];
  /** The training samples between which the share goes from the one to the other. */
  readonly over: readonly [from: number, to: number];
  readonly rest: 'both' | 'varied' | 'meshes';
  readonly meshes: readonly FreeMesh[];
}

export interface FreeMesh {
  /** Its source, a slash, its name. */
  readonly id: string;
  readonly triangles: Float64Array;
}

export interface TrainingSample {
  readonly picture: Picture;
  readonly points: Points;
  /** One of the ten, undefined for what is none. */
  readonly category: CategoryId | undefined;
}

/** Share of the free meshes where there is of both. */
const OF_MESHES = 0.6;

/** Upwards from the ground's plane: a little more than our own samples' 8° to 38°, since others look from elsewhere. */
const ELEVATION_RAD = [0, 0.8] as const;

/** Training sample `index` of a mixture. Hangs on the index and the mixture alone. */
export function trainingSample(index: number, mixture: Mixture, points: number): TrainingSample {
  const rng = createRng(index, 'mixture');
  const { procedural, over } = mixture;
  const t = Math.min(1, Math.max(0, (index - over[0]) / (over[1] - over[0])));
  if (rng.uniform() < procedural[0] + t * (procedural[1] - procedural[0])) {
    const { category, seed } = trainingName(index);
    const sample = makeSample(category, seed, { points, augment: true });
    return { ...sample, category };
  }
  const ofMeshes = mixture.rest === 'meshes' || (mixture.rest === 'both' && rng.uniform() < OF_MESHES);
  const parts = ofMeshes && mixture.meshes.length > 0 ? mesh(rng, mixture.meshes) : varied(index);
  return { ...seen(parts, rng, points), category: undefined };
}

/** One of the meshes, half of them drawn out a little: as often furniture as anything. */
function mesh(rng: Rng, meshes: readonly FreeMesh[]): Parts {
  const most = chance(rng, 0.5) ? 0.3 : 0;
  const only = chance(rng, 0.5) ? furnitureOf(meshes) : meshes;
  const { triangles } = one(rng, only.length > 0 ? only : meshes);
  return moved([triangles], [0, 1, 2].map(() => 1 + rng.between(-most, most))); // prettier-ignore
}

const sorted = new WeakMap<readonly FreeMesh[], readonly FreeMesh[]>();

/** What stands in houses is a third of the meshes, and most of what is asked. */
function furnitureOf(meshes: readonly FreeMesh[]): readonly FreeMesh[] {
  const known = sorted.get(meshes) ?? meshes.filter(({ id }) => /^(sweethome|furniture-kit|q-furniture)/.test(id));
  sorted.set(meshes, known);
  return known;
}

/** A picture of the parts, half of the time each in a paint of its own, and points of their surface. */
function seen(parts: Parts, rng: Rng, points: number): { readonly picture: Picture; readonly points: Points } {
  const triangles = normalise(joined(parts));
  const azimuthRad = rng.between(0, 2 * Math.PI);
  rotatePoints(viewRotation(azimuthRad, usual(rng, ...ELEVATION_RAD)), triangles);
  const light = randomLight(rng);
  const augmentation = randomAugmentation(rng);
  const tints = chance(rng, 0.5) ? painted(parts, triangles, rng) : undefined;
  const picture = render(triangles, { light, ...augmentation, ...(tints && !augmentation.flat && { tints }) });
  return { picture, points: sampleSurface(triangles, points, rng) };
}

/** A brightness a triangle: each part its own, and a lone part in bands between planes. */
function painted(parts: Parts, triangles: Float64Array, rng: Rng): Float32Array {
  const tints = new Float32Array(triangles.length / 9);
  if (parts.length > 1) {
    let at = 0;
    for (const part of parts) {
      const tint = rng.between(0.25, 1);
      tints.fill(tint, at, (at += part.length / 9));
    }
    return tints;
  }
  const normal = rng.direction(new Float64Array(3));
  const bands = Array.from({ length: 2 + rng.integer(4) }, () => rng.between(0.25, 1));
  for (let i = 0; i < tints.length; i++) {
    const along =
      normal[0]! * triangles[9 * i]! + normal[1]! * triangles[9 * i + 1]! + normal[2]! * triangles[9 * i + 2]!;
    tints[i] = bands[Math.min(bands.length - 1, Math.max(0, Math.floor((along + 0.6) * (bands.length / 1.2))))]!;
  }
  return tints;
}
