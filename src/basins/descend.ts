import type { Point2 } from '../surfaces/types.ts';
import type { Bend } from './bend.ts';

const ROUNDS = 200;
/** Points of the ring that a minimum must not be above. */
const RING = 24;

const here = new Float64Array(6);
const there = new Float64Array(6);

/**
 * Downhill from a point by damped Newton steps (the Hessian shifted until it is positive, then by the damping) of at most `stride`, so that no ridge is
 * crossed. Stops where no step goes lower; null where that is nowhere, or not finite.
 */
export function descend(bend: Bend, [x, y]: Point2, stride: number): Point2 | null {
  let damping = 0;
  bend(x, y, here);
  for (let round = 0; round < ROUNDS; round++) {
    const [f, fx, fy, fxx, fxy, fyy] = here as unknown as Six;
    const middle = (fxx + fyy) / 2;
    const spread = Math.sqrt(((fxx - fyy) / 2) ** 2 + fxy * fxy);
    const scale = Math.max(Math.abs(middle) + spread, Number.MIN_VALUE);
    const shift = Math.max(0, 1e-6 * scale - (middle - spread)) + damping * scale;
    const [a, d] = [fxx + shift, fyy + shift];
    const determinant = a * d - fxy * fxy;
    let dx = (fxy * fy - d * fx) / determinant;
    let dy = (fxy * fx - a * fy) / determinant;
    const length = Math.sqrt(dx * dx + dy * dy);
    if (!Number.isFinite(length)) return null;
    if (length <= 1e-15 * (stride + Math.abs(x) + Math.abs(y))) return [x, y];
    if (length > stride) {
      dx *= stride / length;
      dy *= stride / length;
    }
    bend(x + dx, y + dy, there);
    if (there[0]! < f) {
      x += dx;
      y += dy;
      here.set(there);
      damping /= 8;
    } else {
      // In the last digits f falls no more though the gradient does.
      if (Math.min(length, stride) < 1e-9 * stride) return [x, y];
      damping = Math.max(8 * damping, 1e-2);
    }
  }
  return null;
}

type Six = readonly [number, number, number, number, number, number];

/**
 * Whether f is nowhere lower on the ring of radius `reach`: true of minima, of troughs and of cusps, not of saddles, nor of a crease that leads down: between
 * the points of the ring that are lower than their neighbours, the lowest place is searched for.
 */
export function isLowest(bend: Bend, [x, y]: Point2, reach: number): boolean {
  bend(x, y, here);
  const f = here[0]!;
  if (!Number.isFinite(f)) return false;
  const at = (turn: number): number => {
    const angle = (2 * Math.PI * turn) / RING;
    bend(x + reach * Math.cos(angle), y + reach * Math.sin(angle), there);
    return there[0]!;
  };
  // A trough's floor may come out a rounding lower.
  const lowest = f - 1e-13 * Math.max(1, Math.abs(f));
  const ring = Float64Array.from({ length: RING }, (_, k) => at(k));
  for (let k = 0; k < RING; k++) {
    if (ring[k]! < lowest) return false;
    const dips = ring[k]! <= ring[(k + 1) % RING]! && ring[k]! <= ring[(k + RING - 1) % RING]!;
    if (dips && goldenLeast(at, k - 1, k + 1) < lowest) return false;
  }
  return true;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The least value of a function with one dip between two places. */
function goldenLeast(f: (u: number) => number, low: number, high: number): number {
  let a = high - GOLDEN * (high - low);
  let b = low + GOLDEN * (high - low);
  let fa = f(a);
  let fb = f(b);
  for (let round = 0; round < 72; round++) {
    if (fa < fb) {
      [high, b, fb] = [b, a, fa];
      a = high - GOLDEN * (high - low);
      fa = f(a);
    } else {
      [low, a, fa] = [a, b, fb];
      b = low + GOLDEN * (high - low);
      fb = f(b);
    }
  }
  return Math.min(fa, fb);
}

/** Curvatures this small beside the largest are a trough's floor. */
const FLAT = 1e-9;

/** How far one Newton step would go from here, along a trough's floor nowhere; Infinity where it leads to no minimum. */
export function newtonStride(bend: Bend, x: number, y: number): number {
  bend(x, y, here);
  const [, fx, fy, fxx, fxy, fyy] = here as unknown as Six;
  const middle = (fxx + fyy) / 2;
  const spread = Math.sqrt(((fxx - fyy) / 2) ** 2 + fxy * fxy);
  const [small, large] = [middle - spread, middle + spread];
  if (!(large > 0 && small >= -FLAT * large)) return Infinity;
  // The direction that bends most.
  const angle = Math.atan2(2 * fxy, fxx - fyy) / 2;
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  const along = (c * fx + s * fy) / large;
  const across = small > FLAT * large ? (c * fy - s * fx) / small : 0;
  return Math.sqrt(along * along + across * across);
}
