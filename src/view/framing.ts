import { bounds } from '../clouds/spacing.ts';
import type { Box, Viewport } from '../math/box.ts';
import { alongRing, convexHull } from '../math/hull.ts';

/** Where the eye stands without any override. Degrees. */
export interface Direction {
  readonly azimuth: number;
  readonly elevation: number;
}

export interface Framing {
  readonly target: readonly [x: number, y: number, z: number];
  readonly distance: number;
  /** CSS pixels by which the target is drawn right of and below the middle of the window. */
  readonly offsetX: number;
  readonly offsetY: number;
}

export const FIELD_OF_VIEW = 26;
const RADIANS = Math.PI / 180;

/** Width by height, below which the panels of a window leave a room about as high as it is wide: there a long axis runs aslant. */
const WIDE = 1.7;

/** A long dish is seen from its south; a square terrain from a corner and lower, so that its plan shows; on a tall window the long axis runs up. */
export function defaultDirection(sides: readonly [number, number], viewport: Viewport): Direction {
  const long = sides[0] / sides[1];
  if (viewport.height > viewport.width)
    return long > 1.5 ? { azimuth: -58, elevation: 46 } : { azimuth: -32, elevation: 34 };
  if (long <= 1.5) return { azimuth: -26, elevation: 31 };
  return viewport.width < WIDE * viewport.height ? { azimuth: -40, elevation: 56 } : { azimuth: -13.4, elevation: 42 };
}

/** Unit vectors of a camera that looks from `direction` at its target: right, up, and towards the eye. */
export function axesOf({ azimuth, elevation }: Direction) {
  const [sa, ca] = [Math.sin(azimuth * RADIANS), Math.cos(azimuth * RADIANS)];
  const [se, ce] = [Math.sin(elevation * RADIANS), Math.cos(elevation * RADIANS)];
  return { right: [ca, 0, -sa], up: [-sa * se, ce, -ca * se], back: [sa * ce, se, ca * ce] } as const;
}

/** CSS pixels around panels and at the window's border: the room of ticks and labels. */
export const CLEARANCE = 18;
const STEPS = 24;
/** Pixels between two tested points of the subject's border: finer than any panel. */
const SPACING = 24;

/**
 * The nearest eye, and where in the window its target is drawn, such that every point is seen and none lies behind a panel.
 * `points`: flat world x, y, z of the subject's outline. Panels are kept `clearance` pixels away, the room of ticks and labels.
 */
export function frame(
  points: readonly number[],
  direction: Direction,
  viewport: Viewport,
  panels: readonly Box[],
  clearance = CLEARANCE,
): Framing {
  const axes = axesOf(direction);
  const target = points.length > 0 ? bounds(points).centre : ([0, 0, 0] as const);
  const count = points.length / 3;
  const local = new Float64Array(points.length);
  for (let i = 0; i < count; i++) {
    const p = [0, 1, 2].map((k) => (points[3 * i + k] as number) - (target[k] as number)) as [number, number, number];
    for (const [k, axis] of [axes.right, axes.up, axes.back].entries()) {
      local[3 * i + k] = p[0] * axis[0] + p[1] * axis[1] + p[2] * axis[2];
    }
  }
  const focal = viewport.height / 2 / Math.tan((FIELD_OF_VIEW / 2) * RADIANS);
  const projected = new Float64Array(count * 2);
  const clear = panels.map((box) => ({
    left: box.left - clearance,
    top: box.top - clearance,
    right: box.right + clearance,
    bottom: box.bottom + clearance,
  }));
  const home = middleOfFree(viewport, clear);
  /** Where the target is drawn so that all fits, as near to the middle of the free room as can be. */
  const fitsAt = (distance: number): Placed | null => {
    const bounds = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
    for (let i = 0; i < count; i++) {
      const depth = distance - (local[3 * i + 2] as number);
      if (depth <= 0.5) return null;
      const x = ((local[3 * i] as number) / depth) * focal;
      const y = (-(local[3 * i + 1] as number) / depth) * focal;
      projected[2 * i] = x;
      projected[2 * i + 1] = y;
      bounds.left = Math.min(bounds.left, x);
      bounds.right = Math.max(bounds.right, x);
      bounds.top = Math.min(bounds.top, y);
      bounds.bottom = Math.max(bounds.bottom, y);
    }
    const roomX = viewport.width - 2 * clearance - (bounds.right - bounds.left);
    const roomY = viewport.height - 2 * clearance - (bounds.bottom - bounds.top);
    if (roomX < 0 || roomY < 0) return null;
    const border = alongRing(convexHull(projected), SPACING);
    const [middleX, middleY] = [(bounds.left + bounds.right) / 2, (bounds.top + bounds.bottom) / 2];
    let best: Placed | null = null;
    let bestCost = Infinity;
    for (let i = 0; i <= STEPS; i++) {
      for (let j = 0; j <= STEPS; j++) {
        const x = clearance - bounds.left + (roomX * i) / STEPS;
        const y = clearance - bounds.top + (roomY * j) / STEPS;
        const cost = Math.hypot(x + middleX - home.x, y + middleY - home.y);
        if (cost < bestCost && isFree(border, x, y, clear)) {
          best = { x, y, cost };
          bestCost = cost;
        }
      }
    }
    return best;
  };
  let [near, far] = [1, 400];
  for (let i = 0; i < 18; i++) {
    const middle = Math.sqrt(near * far);
    if (fitsAt(middle)) far = middle;
    else near = middle;
  }
  // The nearest eye may have pushed the subject into a corner: a little farther and more in the middle looks better.
  let best = { distance: far, x: viewport.width / 2, y: viewport.height / 2 };
  let bestScore = -Infinity;
  for (let k = 0; k < 8; k++) {
    const distance = far * 1.05 ** k;
    const placed = fitsAt(distance);
    if (!placed) continue;
    const score = (1 - placed.cost / Math.hypot(viewport.width, viewport.height)) / distance;
    if (score > bestScore) {
      best = { distance, x: placed.x, y: placed.y };
      bestScore = score;
    }
  }
  return {
    target,
    distance: best.distance,
    offsetX: best.x - viewport.width / 2,
    offsetY: best.y - viewport.height / 2,
  };
}

interface Placed {
  readonly x: number;
  readonly y: number;
  /** Pixels between the subject's middle and that of the free room. */
  readonly cost: number;
}

/** Centroid of what the panels leave free, on a coarse grid. */
function middleOfFree({ width, height }: Viewport, panels: readonly Box[]): { readonly x: number; readonly y: number } {
  let [sumX, sumY, count] = [0, 0, 0];
  for (let j = 0.5; j < 24; j++) {
    for (let i = 0.5; i < 24; i++) {
      const [x, y] = [(i / 24) * width, (j / 24) * height];
      if (panels.some((box) => x > box.left && x < box.right && y > box.top && y < box.bottom)) continue;
      sumX += x;
      sumY += y;
      count++;
    }
  }
  return count > 0 ? { x: sumX / count, y: sumY / count } : { x: width / 2, y: height / 2 };
}

function isFree(projected: readonly number[], x: number, y: number, panels: readonly Box[]): boolean {
  for (const box of panels) {
    for (let i = 0; i < projected.length; i += 2) {
      const px = (projected[i] as number) + x;
      const py = (projected[i + 1] as number) + y;
      if (px > box.left && px < box.right && py > box.top && py < box.bottom) return false;
    }
  }
  return true;
}
