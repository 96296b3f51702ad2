import { invertRigid, transformPoints, type Matrix4 } from '../math/matrix4.ts';
import { createRng, type Rng } from '../math/rng.ts';
import { expSe3 } from '../math/se3.ts';
import type { Perturbation } from './params.ts';
import { bounds } from './spacing.ts';
import type { PointCloud, Points } from './types.ts';

export interface Perturbed {
  /** The model's points first, then the outliers, then the structured ones. Without normals. */
  readonly scene: PointCloud;
  /** The truth. */
  readonly modelFromScene: Matrix4;
  /** A scene point: 0 from the model, 1 outlier, 2 structured outlier. */
  readonly kind: Uint8Array;
  /** A scene point: the model point that it came from; −1 for outliers. */
  readonly origin: Int32Array;
}

/** Outliers and blob centres fill a cube of this half edge about the scene's origin: the model's centre before it moves. */
const OUTLIER_HALF_EDGE = 1.5;

/**
 * A scene made of a model, in the model's unit; the factors and their ranges are those of Discriminative Optimization's training. Each factor
 * draws from its own stream: changing one leaves the draws of the others as they are, and more of something keeps what there was. In order:
 *
 * - `points` of the model's, without replacement; with replacement where it has fewer.
 * - `missing`: that part of them, rounded to whole points, is cut off: those that lie farthest along a random direction.
 * - `noise` on each coordinate.
 * - `rotation` about a random axis through the centre of the model's box, then a translation.
 * - `outliers`, uniform in ±1.5, and a `structured` Gaussian blob of SD 1/(4 + 5u) with its centre uniform in ±1.5: these stay where they are
 *   when the model turns.
 */
export function perturb(model: PointCloud, p: Perturbation, seed: number): Perturbed {
  const stream = (name: keyof Perturbation): Rng => createRng(seed, 'perturb', name);
  const box = bounds(model.points);
  // A model of one point (or many on one spot) has no extent: its unit is the cloud's own.
  const unit = box.largestDimension / 2 || 1;
  const picked = pick(model.points.length / 3, p.points, stream('points'));
  const kept = keep(model.points, picked, Math.round(p.missing * p.points), stream('missing'));
  const total = kept.length + p.outliers + p.structured;
  const points = new Float64Array(3 * total);
  const kind = new Uint8Array(total);
  const origin = new Int32Array(total).fill(-1);

  const noise = noiseOf(p.points, p.noise * unit, stream('noise'));
  for (const [i, place] of kept.entries()) {
    origin[i] = picked[place]!;
    for (let c = 0; c < 3; c++) points[3 * i + c] = model.points[3 * origin[i] + c]! + noise[3 * place + c]!;
  }
  const sceneFromModel = motion(p, unit, box.centre, stream);
  const seen = points.subarray(0, 3 * kept.length);
  transformPoints(sceneFromModel, seen, seen);

  const outliers = stream('outliers');
  const structured = stream('structured');
  const across = (rng: Rng): number => unit * rng.between(-OUTLIER_HALF_EDGE, OUTLIER_HALF_EDGE);
  const blob = [across(structured), across(structured), across(structured)];
  const sd = unit / (4 + 5 * structured.uniform());
  for (let i = kept.length; i < total; i++) {
    const isBlob = i >= kept.length + p.outliers;
    kind[i] = isBlob ? 2 : 1;
    for (let c = 0; c < 3; c++) {
      points[3 * i + c] = box.centre[c]! + (isBlob ? blob[c]! + sd * structured.gaussian() : across(outliers));
    }
  }
  return { scene: { points }, modelFromScene: invertRigid(sceneFromModel), kind, origin };
}

/** `count` of n indices: the head of a shuffle (Fisher and Yates), or, where n are too few, each drawn from all. */
function pick(n: number, count: number, rng: Rng): Int32Array {
  if (count > n) return Int32Array.from({ length: count }, () => rng.integer(n));
  const order = new Int32Array(n);
  for (let i = 0; i < n; i++) order[i] = i;
  for (let i = 0; i < count; i++) {
    const j = i + rng.integer(n - i);
    const swap = order[i]!;
    order[i] = order[j]!;
    order[j] = swap;
  }
  return order.slice(0, count);
}

/** Places in `picked`, in order, without the `cut` ones that lie farthest along a random direction. */
function keep(points: Points, picked: Int32Array, cut: number, rng: Rng): Int32Array {
  const d = rng.direction(new Float64Array(3));
  const along = Float64Array.from(
    picked,
    (i) => d[0]! * points[3 * i]! + d[1]! * points[3 * i + 1]! + d[2]! * points[3 * i + 2]!,
  );
  const places = Int32Array.from(picked, (_, place) => place);
  const nearestFirst = places.toSorted((a, b) => along[a]! - along[b]! || a - b);
  return nearestFirst.subarray(0, picked.length - cut).sort();
}

function noiseOf(count: number, sd: number, rng: Rng): Float64Array {
  const noise = new Float64Array(3 * count);
  for (let i = 0; i < noise.length; i++) noise[i] = sd * rng.gaussian();
  return noise;
}

/** Scene ← model: about `centre`, so that the model turns on the spot. */
function motion(
  p: Perturbation,
  unit: number,
  centre: readonly [number, number, number],
  stream: (name: keyof Perturbation) => Rng,
): Matrix4 {
  const angle = (p.rotation * Math.PI) / 180;
  const omega = stream('rotation')
    .direction(new Float64Array(3))
    .map((c) => c * angle);
  const m = expSe3(omega, [0, 0, 0]);
  const landed = transformPoints(m, Float64Array.from(centre));
  const translation = stream('translation');
  for (let c = 0; c < 3; c++) {
    m[4 * c + 3] = centre[c]! - landed[c]! + unit * p.translation * translation.between(-1, 1);
  }
  return m;
}
