import type { Domain } from '../surfaces/types.ts';

/**
 * Domain → world, the one transform for surface, plan, paths, swarm, labels, hover and picking.
 * Its twin in GLSL is shaders/chunks/display.glsl. World: x east, y up, z south; the domain's longer side is WORLD_SIDE long.
 */
export interface Display {
  readonly domain: Domain;
  readonly centreX: number;
  readonly centreY: number;
  /** World units a unit of the domain. */
  readonly scale: number;
  /** f that stands at world height 0: the lowest known, else the lowest on a grid. */
  readonly lowest: number;
  /** f that stands at `height`. */
  readonly reference: number;
  /** World height of `reference`, exaggeration included. */
  readonly height: number;
  readonly log: boolean;
  /** World height of the plan. */
  readonly floor: number;
}

const WORLD_SIDE = 20;
/** Log height is log(1 + u / LOG_FLOOR), u = (f − lowest) / (reference − lowest): logarithmic above the floor, smooth through the minimum. */
const LOG_FLOOR = 1e-4;

/** World height of f. A pit deeper than the plan (a pole of somebody's own formula) ends on the plan. */
export function displayHeight(display: Display, f: number): number {
  const u = (f - display.lowest) / (display.reference - display.lowest);
  if (!display.log) return Math.max(display.height * u, display.floor);
  return (display.height * Math.log1p(Math.max(u, 0) / LOG_FLOOR)) / Math.log1p(1 / LOG_FLOOR);
}

export interface Mutable3 {
  x: number;
  y: number;
  z: number;
}

/** World place of (x, y, f) on the surface. */
export function displayPoint<T extends Mutable3>(display: Display, x: number, y: number, f: number, out: T): T {
  out.x = (x - display.centreX) * display.scale;
  out.y = displayHeight(display, f);
  out.z = (display.centreY - y) * display.scale;
  return out;
}

/** World place of (x, y) on the plan. */
export function floorPoint<T extends Mutable3>(display: Display, x: number, y: number, out: T): T {
  out.x = (x - display.centreX) * display.scale;
  out.y = display.floor;
  out.z = (display.centreY - y) * display.scale;
  return out;
}

export interface DisplayInputs {
  readonly domain: Domain;
  /** Drawn rectangle at the default cut: what the relief is proportioned to. */
  readonly rect: Domain;
  readonly lowest: number;
  readonly cut: number;
  readonly relief: number;
  readonly exaggeration: number;
  readonly log: boolean;
}

export function createDisplay({ domain, rect, lowest, cut, relief, exaggeration, log }: DisplayInputs): Display {
  const [x0, x1, y0, y1] = domain;
  const scale = WORLD_SIDE / Math.max(x1 - x0, y1 - y0);
  const sides = [(rect[1] - rect[0]) * scale, (rect[3] - rect[2]) * scale] as const;
  const shorter = Math.min(...sides);
  const longer = Math.max(...sides);
  return {
    domain,
    centreX: (x0 + x1) / 2,
    centreY: (y0 + y1) / 2,
    scale,
    lowest,
    reference: cut > lowest ? cut : lowest + 1,
    height: relief * shorter * exaggeration,
    log,
    // A long dish shows its plan right below it; a square terrain would hide a plan so near.
    floor: -(0.1 * longer + 0.34 * Math.max(0, shorter - 0.3 * longer)),
  };
}
