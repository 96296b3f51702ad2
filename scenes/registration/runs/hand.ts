import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Points } from '../../../src/clouds/types.ts';
import { identity, multiply, transformPoints, type Matrix4 } from '../../../src/math/matrix4.ts';
import { kabsch } from '../../../src/math/linear.ts';

type Point = readonly [x: number, y: number, z: number];

/** One place in both clouds, each in its own cloud's frame. */
export interface HandPair {
  readonly source: Point;
  readonly target: Point;
}

/** Three pairs fix a pose. */
export const PAIRS_NEEDED = 3;

/** A start pose that is being placed by hand: all panes show the source there, until it becomes the state's `start`. */
export interface Hand {
  /** Target ← source; null: nothing is being placed. */
  readonly pose: Matrix4 | null;
  readonly mode: 'off' | 'gizmo' | 'pairs';
  readonly pairs: readonly HandPair[];
  /** The source point whose partner is awaited. */
  readonly half: Point | null;
}

export type HandStore = StoreApi<Hand>;

const atRest: Hand = { pose: null, mode: 'off', pairs: [], half: null };

export function createHandStore(): HandStore {
  return createStore<Hand>(() => atRest);
}

/** Shows the source at `pose` to be placed there, by handles or by pairs. */
export function takeInHand(hand: HandStore, mode: 'gizmo' | 'pairs', pose: Matrix4): void {
  hand.setState({ ...atRest, mode, pose: Float64Array.from(pose) });
}

export function letGoOf(hand: HandStore): void {
  hand.setState(atRest);
}

export const pointAt = (points: Points, index: number): Point => [
  points[3 * index]!,
  points[3 * index + 1]!,
  points[3 * index + 2]!,
];

/**
 * The rigid motion that takes the pairs' source points to their target points with the least sum of squares (Kabsch). null: the points of a
 * cloud are on one line (or one place), which leaves a turn free.
 */
export function poseOfPairs(pairs: readonly HandPair[]): Matrix4 | null {
  if (pairs.length < PAIRS_NEEDED) return null;
  const flat = (end: 'source' | 'target') => Float64Array.from(pairs.flatMap((pair) => pair[end]));
  const [source, target] = [flat('source'), flat('target')];
  if (onOneLine(source) || onOneLine(target)) return null;
  const [from, to] = [middleOf(source), middleOf(target)];
  const h = new Float64Array(9);
  for (let p = 0; p < source.length; p += 3) {
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) h[3 * i + j]! += (source[p + i]! - from[i]!) * (target[p + j]! - to[j]!);
    }
  }
  const turn = kabsch(h);
  const rotation = identity();
  for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) rotation[4 * i + j] = turn[3 * i + j]!;
  const turned = transformPoints(rotation, Float64Array.from(from));
  const shift = identity();
  for (let i = 0; i < 3; i++) shift[4 * i + 3] = to[i]! - turned[i]!;
  return multiply(shift, rotation);
}

function middleOf(points: Points): Point {
  const sum: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < points.length; i++) sum[i % 3]! += points[i]! / (points.length / 3);
  return sum;
}

/** Sine of the least angle at which three places still say how the cloud is turned: some six degrees. */
const FLAT = 0.1;

/** No two of the ways from the first point make an angle worth the name. */
function onOneLine(points: Points): boolean {
  const ways: Point[] = [];
  for (let i = 3; i < points.length; i += 3) {
    ways.push([points[i]! - points[0]!, points[i + 1]! - points[1]!, points[i + 2]! - points[2]!]);
  }
  const sine = ([a, b, c]: Point, [d, e, f]: Point) => {
    const sizes = Math.hypot(a, b, c) * Math.hypot(d, e, f);
    return sizes === 0 ? 0 : Math.hypot(b * f - c * e, c * d - a * f, a * e - b * d) / sizes;
  };
  return ways.every((one, i) => ways.slice(i + 1).every((other) => sine(one, other) < FLAT));
}
