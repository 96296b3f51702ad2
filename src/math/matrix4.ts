import { nearestRotation } from './linear.ts';

/** A rigid motion as a 4 × 4 matrix, row major, in homogeneous coordinates: `targetFromSource` takes source points to target points. */
export type Matrix4 = Float64Array;

export function identity(): Matrix4 {
  return Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
}

/** a·b, so `targetFromMiddle · middleFromSource = targetFromSource`. `out` may be `a` or `b`. */
export function multiply(a: Matrix4, b: Matrix4, out: Matrix4 = new Float64Array(16)): Matrix4 {
  const product = out === a || out === b ? new Float64Array(16) : out;
  for (let r = 0; r < 16; r += 4) {
    for (let c = 0; c < 4; c++) {
      product[r + c] = a[r]! * b[c]! + a[r + 1]! * b[4 + c]! + a[r + 2]! * b[8 + c]! + a[r + 3]! * b[12 + c]!;
    }
  }
  if (product !== out) out.set(product);
  return out;
}

/** The inverse [Rᵀ, −Rᵀt] of a rigid motion; wrong for any other matrix. `out` may be `m`. */
export function invertRigid(m: Matrix4, out: Matrix4 = new Float64Array(16)): Matrix4 {
  const a = m[0]!;
  const b = m[1]!;
  const c = m[2]!;
  const x = m[3]!;
  const d = m[4]!;
  const e = m[5]!;
  const f = m[6]!;
  const y = m[7]!;
  const g = m[8]!;
  const h = m[9]!;
  const i = m[10]!;
  const z = m[11]!;
  out[0] = a;
  out[1] = d;
  out[2] = g;
  out[3] = -(a * x + d * y + g * z);
  out[4] = b;
  out[5] = e;
  out[6] = h;
  out[7] = -(b * x + e * y + h * z);
  out[8] = c;
  out[9] = f;
  out[10] = i;
  out[11] = -(c * x + f * y + i * z);
  out[12] = 0;
  out[13] = 0;
  out[14] = 0;
  out[15] = 1;
  return out;
}

function apply(m: Matrix4, w: 0 | 1, from: Float64Array, out: Float64Array): Float64Array {
  const m00 = m[0]!;
  const m01 = m[1]!;
  const m02 = m[2]!;
  const m10 = m[4]!;
  const m11 = m[5]!;
  const m12 = m[6]!;
  const m20 = m[8]!;
  const m21 = m[9]!;
  const m22 = m[10]!;
  const tx = w * m[3]!;
  const ty = w * m[7]!;
  const tz = w * m[11]!;
  for (let i = 0; i < from.length; i += 3) {
    const x = from[i]!;
    const y = from[i + 1]!;
    const z = from[i + 2]!;
    out[i] = m00 * x + m01 * y + m02 * z + tx;
    out[i + 1] = m10 * x + m11 * y + m12 * z + ty;
    out[i + 2] = m20 * x + m21 * y + m22 * z + tz;
  }
  return out;
}

/** R p + t for every point (stride 3). `out` may be `points`. */
export function transformPoints(m: Matrix4, points: Float64Array, out = new Float64Array(points.length)): Float64Array {
  return apply(m, 1, points, out);
}

/** R v for every vector (stride 3): normals turn, but do not move. `out` may be `vectors`. */
export function rotateVectors(m: Matrix4, vectors: Float64Array, out = new Float64Array(vectors.length)): Float64Array {
  return apply(m, 0, vectors, out);
}

/** Angle of the rotation, 0 … π rad. From sine and cosine, so exact at both ends, where the arc cosine loses half the digits. */
export function rotationAngle(m: Matrix4): number {
  const sine = Math.hypot(m[9]! - m[6]!, m[2]! - m[8]!, m[4]! - m[1]!);
  return Math.atan2(sine, m[0]! + m[5]! + m[10]! - 1);
}

/** How far two poses of one source are apart. */
export interface PoseError {
  readonly rotationErrorDegrees: number;
  /** Distance between the two places where the source's centre lands, in the clouds' unit. */
  readonly translationError: number;
}

/** `estimate` and `truth` are target ← source; `centre` is the source's centre, in its own frame. */
export function poseError(estimate: Matrix4, truth: Matrix4, centre: readonly [number, number, number]): PoseError {
  const at = Float64Array.from(centre);
  const a = transformPoints(estimate, at);
  const b = transformPoints(truth, at);
  return {
    rotationErrorDegrees: (rotationAngle(multiply(invertRigid(estimate), truth)) * 180) / Math.PI,
    translationError: Math.hypot(a[0]! - b[0]!, a[1]! - b[1]!, a[2]! - b[2]!),
  };
}

/** Whether m is a rotation and a translation: RᵀR = I to `tolerance` an entry, no reflection, last row 0 0 0 1, all finite. */
export function isRigid(m: Matrix4, tolerance: number): boolean {
  if (m.length !== 16 || !m.every(Number.isFinite)) return false;
  const row = [m[12]!, m[13]!, m[14]!, m[15]! - 1];
  if (row.some((v) => Math.abs(v) > tolerance)) return false;
  for (let i = 0; i < 3; i++) {
    for (let j = i; j < 3; j++) {
      const dot = m[i]! * m[j]! + m[4 + i]! * m[4 + j]! + m[8 + i]! * m[8 + j]!;
      if (!(Math.abs(dot - (i === j ? 1 : 0)) <= tolerance)) return false;
    }
  }
  const cross = m[0]! * (m[5]! * m[10]! - m[6]! * m[9]!) - m[1]! * (m[4]! * m[10]! - m[6]! * m[8]!);
  return cross + m[2]! * (m[4]! * m[9]! - m[5]! * m[8]!) > 0;
}

/** The rigid motion whose rotation is nearest to m's 3 × 3 block (Frobenius); the translation stays. `out` may be `m`. */
export function nearestRigid(m: Matrix4, out: Matrix4 = new Float64Array(16)): Matrix4 {
  const r = nearestRotation(Float64Array.of(m[0]!, m[1]!, m[2]!, m[4]!, m[5]!, m[6]!, m[8]!, m[9]!, m[10]!));
  out.set([r[0]!, r[1]!, r[2]!, m[3]!, r[3]!, r[4]!, r[5]!, m[7]!, r[6]!, r[7]!, r[8]!, m[11]!, 0, 0, 0, 1]);
  return out;
}
