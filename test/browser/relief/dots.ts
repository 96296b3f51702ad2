import type { Eye } from './camera.ts';
import type { Picture } from './png.ts';

export type Rgb = readonly [r: number, g: number, b: number];

/** A disc of one colour with a pale ring around it: CSS pixels, which are device pixels here. */
export interface DotLook {
  readonly colour: Rgb;
  readonly radius: number;
  /** Middle of the pale ring. */
  readonly ring: number;
}

/** Squares of distances in RGB. A path's colour stays within this under the faint tint of glass; halos, contours and hidden dots do not. */
const NEAR = 80 ** 2;

export function isNear(a: Rgb, b: Rgb): boolean {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2 <= NEAR;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Found {
  /** Pixels from the place it was looked for, or Infinity. */
  readonly off: number;
  /** How much of the disc could be seen at all, in pixels. */
  readonly seen: number;
  /** Best share of those in its colour, less the share of its ring that is. */
  readonly score: number;
}

const REACH = 5;
const STEP = 0.5;
/** A path's line fills about 0.7 of a disc's core and runs on through its ring: no place along a line without a dot scores as much. */
export const ENOUGH = 0.62;

/**
 * The best place for a dot within REACH of `place`. Only pixels where `open` holds count: not those covered by later marks or by the surface.
 * A dot is a full disc inside a pale ring, so that its line, thinner and without a ring, is no dot.
 */
export function findDot(picture: Picture, place: Place, look: DotLook, open: (x: number, y: number) => boolean): Found {
  const core: Place[] = [];
  const ring: Place[] = [];
  const reach = Math.ceil(look.ring + 1);
  const [cx, cy] = [Math.floor(place.x), Math.floor(place.y)];
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const [x, y] = [cx + dx + 0.5, cy + dy + 0.5];
      const gap = Math.hypot(x - place.x, y - place.y);
      const part = gap <= look.radius - 0.6 ? core : Math.abs(gap - look.ring) <= 0.5 ? ring : null;
      if (part && open(x, y)) part.push({ x: x - place.x, y: y - place.y });
    }
  }
  const share = (part: readonly Place[], x: number, y: number) =>
    part.length === 0
      ? 0
      : part.filter((p) => isNear(picture.at(Math.floor(x + p.x), Math.floor(y + p.y)), look.colour)).length / part.length;
  let best = { off: Infinity, score: -1 };
  for (let dy = -REACH; dy <= REACH; dy += STEP) {
    for (let dx = -REACH; dx <= REACH; dx += STEP) {
      const off = Math.hypot(dx, dy);
      const score = share(core, place.x + dx, place.y + dy) - share(ring, place.x + dx, place.y + dy);
      if (score > best.score + 1e-9 || (score > best.score - 1e-9 && off < best.off)) best = { off, score };
    }
  }
  return { off: best.score >= ENOUGH ? best.off : Infinity, seen: core.length, score: best.score };
}

export type { Eye };
