import { invertRigid, multiply, type Matrix4 } from './matrix4.ts';
import { atan2, cos, sin } from './portable.ts';

type Vector3 = ArrayLike<number>;

/** Below this the coefficients come from their series: above it their differences lose fewer than four bits. */
const SERIES_BELOW = 1;

/** (θ − sin θ)/θ³ in powers of θ²: 1/3! − θ²/5! + θ⁴/7! … */
const thirdSeries = [6, -120, 5040, -362880, 39916800, -6227020800, 1307674368000, -355687428096000].map((d) => 1 / d);

/** (1 − θ/2 · cot θ/2)/θ² in powers of θ²: |B₂ₙ|/(2n)!, n = 1 … 10 (Bernoulli numbers). */
const inverseSeries = [
  1 / 12,
  1 / 720,
  1 / 30240,
  1 / 1209600,
  1 / 47900160,
  691 / 1307674368000,
  1 / 74724249600,
  3617 / 10670622842880000,
  43867 / 5109094217170944000,
  174611 / 802857662698291200000,
];

function polynomial(coefficients: readonly number[], x: number): number {
  let sum = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) sum = sum * x + coefficients[i]!;
  return sum;
}

/**
 * The motion of the twist (ω, v): |ω| = θ rad, W = hat(ω)/θ, R = I + sin θ W + (1 − cos θ) W², t = V v with
 * V = I + (1 − cos θ)/θ W + (θ − sin θ)/θ W². Any θ; to rounding also at θ → 0.
 */
export function expSe3(omega: Vector3, v: Vector3, out: Matrix4 = new Float64Array(16)): Matrix4 {
  const x = omega[0]!;
  const y = omega[1]!;
  const z = omega[2]!;
  const thetaSq = x * x + y * y + z * z;
  const theta = Math.sqrt(thetaSq);
  const half = theta === 0 ? 1 : sin(theta / 2) / (theta / 2);
  const a = theta === 0 ? 1 : sin(theta) / theta;
  const b = (half * half) / 2; // (1 − cos θ)/θ² without its cancellation
  const c = theta < SERIES_BELOW ? polynomial(thirdSeries, thetaSq) : (theta - sin(theta)) / (theta * thetaSq);
  setCombination(out, 1, a, b, x, y, z);
  const [tx, ty, tz] = combine(1, b, c, x, y, z, v);
  out[3] = tx;
  out[7] = ty;
  out[11] = tz;
  return out;
}

/** The twist (ω, v) with |ω| ≤ π whose `expSe3` is m. */
export function logSe3(m: Matrix4): { readonly omega: [number, number, number]; readonly v: [number, number, number] } {
  const [qw, qx, qy, qz] = quaternion(m);
  const s = Math.sqrt(qx * qx + qy * qy + qz * qz);
  const angle = 2 * atan2(s, qw);
  const k = s < 1e-10 ? 2 : angle / s;
  const omega: [number, number, number] = [k * qx, k * qy, k * qz];
  const [x, y, z] = omega;
  const thetaSq = x * x + y * y + z * z;
  const theta = Math.sqrt(thetaSq);
  const d =
    theta < SERIES_BELOW
      ? polynomial(inverseSeries, thetaSq)
      : (1 - ((theta / 2) * cos(theta / 2)) / sin(theta / 2)) / thetaSq;
  return { omega, v: combine(1, -0.5, d, x, y, z, [m[3]!, m[7]!, m[11]!]) };
}

/**
 * On the geodesic (the screw motion) from pose a, u = 0, to pose b, u = 1: a · exp(u log(a⁻¹ b)). Which is also
 * exp(u log(b a⁻¹)) · a, so it does not matter in which of the two frames the motion is thought of. `out` may be `a` or `b`.
 */
export function interpolatePose(a: Matrix4, b: Matrix4, u: number, out: Matrix4 = new Float64Array(16)): Matrix4 {
  if (u === 0 || u === 1) {
    out.set(u === 0 ? a : b);
    return out;
  }
  const { omega, v } = logSe3(multiply(invertRigid(a), b));
  return multiply(a, expSe3([u * omega[0], u * omega[1], u * omega[2]], [u * v[0], u * v[1], u * v[2]]), out);
}

/** (i I + a Ω + b Ω²) v for Ω = hat(x, y, z). */
function combine(
  i: number,
  a: number,
  b: number,
  x: number,
  y: number,
  z: number,
  v: Vector3,
): [number, number, number] {
  const vx = v[0]!;
  const vy = v[1]!;
  const vz = v[2]!;
  const cx = y * vz - z * vy;
  const cy = z * vx - x * vz;
  const cz = x * vy - y * vx;
  return [
    i * vx + a * cx + b * (y * cz - z * cy),
    i * vy + a * cy + b * (z * cx - x * cz),
    i * vz + a * cz + b * (x * cy - y * cx),
  ];
}

/** The rotation block i I + a Ω + b Ω², and the last row. */
function setCombination(out: Matrix4, i: number, a: number, b: number, x: number, y: number, z: number): void {
  out[0] = i - b * (y * y + z * z);
  out[1] = b * x * y - a * z;
  out[2] = b * x * z + a * y;
  out[4] = b * x * y + a * z;
  out[5] = i - b * (x * x + z * z);
  out[6] = b * y * z - a * x;
  out[8] = b * x * z - a * y;
  out[9] = b * y * z + a * x;
  out[10] = i - b * (x * x + y * y);
  out[12] = 0;
  out[13] = 0;
  out[14] = 0;
  out[15] = 1;
}

/** Unit quaternion w, x, y, z with w ≥ 0 of the rotation block, from its largest component (Shepperd 1978): no division by a small number. */
function quaternion(m: Matrix4): [number, number, number, number] {
  const [xx, yy, zz] = [m[0]!, m[5]!, m[10]!];
  const four = [1 + xx + yy + zz, 1 + xx - yy - zz, 1 - xx + yy - zz, 1 - xx - yy + zz];
  const largest = four.indexOf(Math.max(...four));
  const [wx, wy, wz] = [m[9]! - m[6]!, m[2]! - m[8]!, m[4]! - m[1]!];
  const [xy, xz, yz] = [m[1]! + m[4]!, m[2]! + m[8]!, m[6]! + m[9]!];
  const rows = [
    [four[0]!, wx, wy, wz],
    [wx, four[1]!, xy, xz],
    [wy, xy, four[2]!, yz],
    [wz, xz, yz, four[3]!],
  ] as [number, number, number, number][];
  const q = rows[largest]!;
  const norm = (q[0] < 0 ? -1 : 1) * Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
  return [q[0] / norm, q[1] / norm, q[2] / norm, q[3] / norm];
}
