/*
 * What tools/registration/starts.mjs runs, seeded: pairs whose given start is nearly or exactly right, such as repeat themselves, and such as lie among outliers.
 */
import type { Points } from '../../src/clouds/types.ts';
import { invertRigid, multiply, transformPoints, type Matrix4 } from '../../src/math/matrix4.ts';
import { createRng, type Rng } from '../../src/math/rng.ts';
import { expSe3 } from '../../src/math/se3.ts';

/** Two clouds, what is right, and the start that is given. */
export interface StartCase {
  readonly source: Points;
  readonly target: Points;
  /** Target ← source. */
  readonly truth: Matrix4;
  readonly init: Matrix4;
}

const RADIAN = Math.PI / 180;

/** A motion by an angle about a random axis through `centre`, and by a length along a random direction. */
export function motionAbout(centre: readonly number[], degrees: number, length: number, rng: Rng): Matrix4 {
  const direction = new Float64Array(3);
  const turn = expSe3(
    rng.direction(direction).map((c) => c * degrees * RADIAN),
    [0, 0, 0],
  );
  rng.direction(direction);
  for (let row = 0; row < 3; row++) {
    let shift = centre[row]! + length * direction[row]!;
    for (let k = 0; k < 3; k++) shift -= turn[4 * row + k]! * centre[k]!;
    turn[4 * row + 3] = shift;
  }
  return turn;
}

export function centroidOf(points: Points): readonly [number, number, number] {
  const out: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < points.length; i++) out[(i % 3) as 0 | 1 | 2] += (3 * points[i]!) / points.length;
  return out;
}

/** Heights of rolling hills, in metres over metres: waves of every length from 400 m to 100 m, each `relief` of its length high. */
function hills(rng: Rng, relief: number): (x: number, y: number) => number {
  const waves = Array.from({ length: 24 }, (_, i) => {
    const length = 400 * (100 / 400) ** (i / 23);
    const angle = rng.between(0, 2 * Math.PI);
    const k = (2 * Math.PI) / length;
    return {
      kx: k * Math.cos(angle),
      ky: k * Math.sin(angle),
      phase: rng.between(0, 2 * Math.PI),
      height: length * relief,
    };
  });
  return (x, y) => waves.reduce((sum, w) => sum + w.height * Math.sin(w.kx * x + w.ky * y + w.phase), 0);
}

/**
 * Two neighbouring tiles of one terrain, 200 m × 200 m, as two flights saw them: `points` each, 5 cm of noise, `overlap` of a tile in common, the start 2° and 1.9 m off.
 */
export function terrainCase(seed: number, overlap = 0.4, points = 6000, relief = 1 / 150): StartCase {
  const rng = createRng(seed, 'terrain');
  const height = hills(rng, relief);
  const side = 200;
  const tile = (x0: number) => {
    const out = new Float64Array(3 * points);
    for (let i = 0; i < out.length; i += 3) {
      out[i] = x0 + side * rng.uniform();
      out[i + 1] = side * rng.uniform();
      out[i + 2] = height(out[i]!, out[i + 1]!) + 0.15 * rng.gaussian();
    }
    return out;
  };
  const target = tile(0);
  const seen = tile((1 - overlap) * side);
  return displaced(seen, target, motionAbout(centroidOf(seen), 2, 1.9, rng), rng);
}

/** The source moved away by a random motion; the start is the truth but for `off`. */
function displaced(seen: Points, target: Points, off: Matrix4, rng: Rng): StartCase {
  const truth = motionAbout(centroidOf(seen), rng.between(0, 180), rng.between(0, 50), rng);
  const source = transformPoints(invertRigid(truth), seen);
  return { source, target, truth, init: multiply(off, truth) };
}

/**
 * A colonnade of 12 columns 3 m apart on a step, with a statue (two balls on a block) beside the fifth: each scan sees 60 % of its length, 5,000 points. As the
 * clouds lie, they are right.
 */
export function colonnadeCase(seed: number, statue = true, points = 5000): StartCase {
  const rng = createRng(seed, 'colonnade');
  const length = 36;
  const seen = (from: number, to: number) => {
    const out: number[] = [];
    while (out.length < 3 * points) {
      const point = colonnadePoint(rng, statue);
      if (point[0] < from * length || point[0] > to * length) continue;
      for (const c of point) out.push(c + 0.005 * rng.gaussian());
    }
    return Float64Array.from(out);
  };
  const target = seen(0, 0.62);
  const source = seen(0.3, 0.95);
  const identity = Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
  return { source, target, truth: identity, init: identity };
}

function colonnadePoint(rng: Rng, statue: boolean): [number, number, number] {
  const what = rng.uniform();
  const angle = rng.between(0, 2 * Math.PI);
  if (what < 0.55) {
    const column = rng.integer(12);
    return [1.5 + 3 * column + 0.4 * Math.cos(angle), 0.4 * Math.sin(angle), 5 * rng.uniform()];
  }
  if (what < 0.75) return [36 * rng.uniform(), rng.between(-1, 1), 0];
  if (what < 0.85) return [36 * rng.uniform(), -1, rng.between(-0.5, 0)];
  if (what < 0.95 || !statue) return [36 * rng.uniform(), rng.between(-0.6, 0.6), 5];
  const direction = rng.direction(new Float64Array(3));
  const upper = rng.uniform() < 0.4;
  const radius = upper ? 0.3 : 0.5;
  const [x, y, z] = direction;
  return [15.2 + radius * x!, 0.9 + radius * y!, (upper ? 1.9 : 1.1) + radius * z!];
}

/** Points uniform in the cloud's box, `part` of as many as the cloud has, behind its own. */
export function withOutliers(points: Points, part: number, rng: Rng): Points {
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  points.forEach((value, i) => {
    min[i % 3] = Math.min(min[i % 3]!, value);
    max[i % 3] = Math.max(max[i % 3]!, value);
  });
  const more = 3 * Math.round((part * points.length) / 3);
  const out = new Float64Array(points.length + more);
  out.set(points);
  for (let i = points.length; i < out.length; i++) out[i] = rng.between(min[i % 3]!, max[i % 3]!);
  return out;
}

/* What the tool takes from the product. */
export { sampleMesh } from '../../src/clouds/sampleMesh.ts';
export { bounds } from '../../src/clouds/spacing.ts';
export { downsample } from '../../src/clouds/voxel.ts';
export { readCloud } from '../../src/io/clouds/read.ts';
export { identity, invertRigid, multiply, poseError, transformPoints } from '../../src/math/matrix4.ts';
export { createRng } from '../../src/math/rng.ts';
export { nullRecorder } from '../../src/registration/recorder.ts';
export { register } from '../../src/registration/register.ts';
export { defaultRegisterSpec } from '../../src/registration/specs.ts';
