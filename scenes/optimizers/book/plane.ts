import type { Domain, Point2 } from '../../../src/surfaces/types.ts';

/** In CSS pixels, y downwards. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A rectangle of the x-y plane laid flat on a rectangle of the screen; y points upwards as in print. */
export interface Plane {
  readonly domain: Domain;
  readonly rect: Rect;
}

/** Coordinates beyond this many pixels are cut to it before anything is computed with them: nothing overflows. */
const FAR = 1e12;

function finite(pixels: number): number {
  return Math.min(Math.max(pixels, -FAR), FAR);
}

/** Pixels from the left; the ends of the domain fall exactly on the ends of the rectangle. */
export function screenX({ domain, rect }: Plane, x: number): number {
  return finite(rect.x + ((x - domain[0]) / (domain[1] - domain[0])) * rect.width);
}

export function screenY({ domain, rect }: Plane, y: number): number {
  return finite(rect.y + ((domain[3] - y) / (domain[3] - domain[2])) * rect.height);
}

/** The place of the domain at a pixel: the inverse of `screenX` and `screenY`. */
export function placeOn({ domain: [x0, x1, y0, y1], rect }: Plane, x: number, y: number): Point2 {
  return [x0 + ((x - rect.x) / rect.width) * (x1 - x0), y1 - ((y - rect.y) / rect.height) * (y1 - y0)];
}

export function contains(rect: Rect, x: number, y: number): boolean {
  return x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;
}

export function grow(rect: Rect, by: number): Rect {
  return { x: rect.x - by, y: rect.y - by, width: rect.width + 2 * by, height: rect.height + 2 * by };
}

export type Segment = readonly [ax: number, ay: number, bx: number, by: number];

/**
 * The part of the segment inside `rect`, or null (Liang & Barsky 1984). A diverging path keeps its direction where it
 * leaves, which cutting its coordinates one by one would bend.
 */
export function clipSegment(segment: Segment, rect: Rect): Segment | null {
  const [ax, ay, bx, by] = segment;
  const dx = bx - ax;
  const dy = by - ay;
  let from = 0;
  let to = 1;
  const edges = [
    [-dx, ax - rect.x],
    [dx, rect.x + rect.width - ax],
    [-dy, ay - rect.y],
    [dy, rect.y + rect.height - ay],
  ] as const;
  for (const [p, q] of edges) {
    if (p === 0) {
      if (q < 0) return null;
    } else if (p < 0) from = Math.max(from, q / p);
    else to = Math.min(to, q / p);
  }
  if (from > to) return null;
  // Untouched ends stay the very numbers they were.
  return [
    from === 0 ? ax : ax + from * dx,
    from === 0 ? ay : ay + from * dy,
    to === 1 ? bx : ax + to * dx,
    to === 1 ? by : ay + to * dy,
  ];
}
