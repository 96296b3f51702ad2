import type { Picture } from './png.ts';

export type Rgb = readonly [r: number, g: number, b: number];

/** A disc of one colour: CSS pixels, which are device pixels here. */
export interface DotLook {
  readonly colour: Rgb;
  readonly radius: number;
  /** Middle of the pale ring around it, or null where none is asked for. */
  readonly ring: number | null;
}

/** Squares of distances in RGB. A path's colour stays within this under the faint tint of glass; halos, contours and hidden dots do not. */
const NEAR = 80 ** 2;

function isNear(a: Rgb, b: Rgb): boolean {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2 <= NEAR;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

const REACH = 5;
const STEP = 0.5;
/**
 * Share of a disc's core in its colour, less the share of its ring that is. A path's line fills about 0.7 of a core and runs on through
 * a quarter of the ring: 0.45. A disc scores 0.6 only within a pixel of its middle, even with a thin line of the glass before it.
 */
const ENOUGH = 0.6;

/**
 * How far from `place` (pixels) a dot lies, or Infinity: none within REACH. A dot is a full disc inside a pale ring, so that its line,
 * thinner and without a ring, is none. Only pixels of its disc where `open` holds are looked at.
 */
export function distanceToDot(
  picture: Picture,
  place: Place,
  { colour, radius, ring }: DotLook,
  open: (pixel: Place) => boolean,
): number {
  const core = pixelsAround(place, radius, (gap) => gap <= radius - 0.6).filter(open);
  const around = ring === null ? [] : pixelsAround(place, ring + 1, (gap) => Math.abs(gap - ring) <= 0.5).filter(open);
  const share = (part: readonly Place[], dx: number, dy: number) =>
    part.filter((p) => isNear(picture.at(Math.floor(p.x + dx), Math.floor(p.y + dy)), colour)).length /
    Math.max(part.length, 1);
  let nearest = Infinity;
  for (let dy = -REACH; dy <= REACH; dy += STEP) {
    for (let dx = -REACH; dx <= REACH; dx += STEP) {
      const off = Math.hypot(dx, dy);
      if (off < nearest && share(core, dx, dy) - share(around, dx, dy) >= ENOUGH) nearest = off;
    }
  }
  return nearest;
}

/** Middles of the pixels whose distance from `place` fits. */
export function pixelsAround(place: Place, reach: number, fits: (gap: number) => boolean): Place[] {
  const pixels: Place[] = [];
  for (let y = Math.floor(place.y - reach) + 0.5; y <= place.y + reach; y++) {
    for (let x = Math.floor(place.x - reach) + 0.5; x <= place.x + reach; x++) {
      if (fits(Math.hypot(x - place.x, y - place.y))) pixels.push({ x, y });
    }
  }
  return pixels;
}
