import type { Points } from '../../../src/clouds/types.ts';
import type { Beside } from './live.ts';
import { seenDots, type SeenDots } from './turned.ts';
import { USUAL_ELEVATION_RAD } from '../../../src/reconstruction/sample.ts';

/** From a little beside, so that its depth is seen. */
const BESIDE_RAD = -0.35;
/** A full turn in so many seconds while the pen rests. */
const TURN_SECONDS = 18;
/** Dots go half of the way to where the newest answer has them in so many seconds. */
const HALF_SECONDS = 0.06;
/** What is laid in has grown after so many. */
const GROWN_SECONDS = 0.7;
/** Of a dot, edges of the object; twice as many need less. */
const DOT = 0.021;
const FINE_DOT = 0.017;
/** The farthest dot from the middle is so far away, in the picture's edge. */
const REACH = 0.42;

/** What moves in the answer's picture: goes on with `step` until it says that it is still. */
export interface Motion {
  /** Radians by which the answer is turned. */
  turn: number;
  /** Seconds; false: nothing moves, nor will it before something new comes. */
  step(seconds: number, now: Pick<Beside, 'points' | 'detail' | 'rests'>, options: Moving): boolean;
  /** null: nothing is there. */
  seen(): SeenDots | null;
}

interface Moving {
  /** Nothing moves by itself: all is at once where it will be. */
  readonly calm: boolean;
  /** A hand turns it. */
  readonly held: boolean;
}

export function createMotion(): Motion {
  let shown: Float64Array | null = null;
  let laidIn: Points | null = null;
  let grown = 0;
  let scale = 0;
  let centre: [number, number, number] = [0, 0, 0];
  /** Frames all of it, slowly: what grows does not jump. */
  const frame = (part: number) => {
    const aim = framed(shown!);
    scale = scale === 0 ? aim.scale : scale + part * (aim.scale - scale);
    centre = centre.map((value, k) => value + part * (aim.centre[k]! - value)) as typeof centre;
    return Math.abs(aim.scale - scale) < 1e-3;
  };
  return {
    turn: BESIDE_RAD,
    step(seconds, { points, detail, rests }, { calm, held }) {
      if (!points) {
        shown = laidIn = null;
        scale = 0;
        return false;
      }
      if (shown?.length !== points.length) {
        shown = Float64Array.from(points);
        centre = framed(shown).centre;
      }
      const part = calm ? 1 : 1 - 2 ** (-seconds / HALF_SECONDS);
      let off = 0;
      for (let i = 0; i < points.length; i++) {
        const way = points[i]! - shown[i]!;
        off = Math.max(off, Math.abs(way));
        shown[i]! += part * way;
      }
      const still = frame(part) && off < 1e-3;
      if (detail) laidIn = detail;
      const aim = detail ? 1 : 0;
      const by = calm ? 1 : seconds / GROWN_SECONDS;
      grown = aim > grown ? Math.min(1, grown + by) : Math.max(0, grown - 4 * by);
      const turns = rests && !calm && !held;
      if (turns) this.turn += (2 * Math.PI * seconds) / TURN_SECONDS;
      return turns || !still || grown !== aim;
    },
    seen() {
      if (!shown) return null;
      const fine = grown > 0 && laidIn ? laidIn : null;
      const count = shown.length / 3;
      const all = fine ? Float64Array.of(...shown, ...fine) : shown;
      const dot = DOT + grown * (FINE_DOT - DOT);
      return seenDots(all, (i) => (i < count ? 1 : grown), {
        turn: this.turn,
        rise: USUAL_ELEVATION_RAD,
        scale,
        centre,
        dot,
      });
    },
  };
}

function framed(points: Points): { readonly centre: [number, number, number]; readonly scale: number } {
  const centre: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < points.length; i++) centre[i % 3]! += (3 * points[i]!) / points.length;
  let far = 1e-9;
  for (let i = 0; i < points.length; i += 3) {
    far = Math.max(far, Math.hypot(points[i]! - centre[0], points[i + 1]! - centre[1], points[i + 2]! - centre[2]));
  }
  return { centre, scale: REACH / far };
}
