import type { Box, Viewport } from '../math/box.ts';

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

/** A long dish is seen from its south; a square terrain from a corner and lower, so that its plan shows; on a tall window the long axis runs up. */
export function defaultDirection(sides: readonly [number, number], viewport: Viewport): Direction {
  const long = sides[0] / sides[1];
  if (viewport.height > viewport.width)
    return long > 1.5 ? { azimuth: -58, elevation: 46 } : { azimuth: -32, elevation: 34 };
  return long > 1.5 ? { azimuth: -13.4, elevation: 42 } : { azimuth: -26, elevation: 31 };
}

/** Unit vectors of a camera that looks from `direction` at its target: right, up, and towards the eye. */
export function axesOf({ azimuth, elevation }: Direction) {
  const [sa, ca] = [Math.sin(azimuth * RADIANS), Math.cos(azimuth * RADIANS)];
  const [se, ce] = [Math.sin(elevation * RADIANS), Math.cos(elevation * RADIANS)];
  return { right: [ca, 0, -sa], up: [-sa * se, ce, -ca * se], back: [sa * ce, se, ca * ce] } as const;
}

const CLEARANCE = 34;
const STEPS = 15;

/**
 * The nearest eye, and where in the window its target is drawn, such that every point is seen and none lies behind a panel.
 * `points`: flat world x, y, z of the subject's outline. Panels are kept `CLEARANCE` pixels away, the room of ticks and labels.
 */
export function frame(
  points: readonly number[],
  direction: Direction,
  viewport: Viewport,
  panels: readonly Box[],
): Framing {
  const axes = axesOf(direction);
  const target = middleOf(points);
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
    left: box.left - CLEARANCE,
    top: box.top - CLEARANCE,
    right: box.right + CLEARANCE,
    bottom: box.bottom + CLEARANCE,
  }));
  const fitsAt = (distance: number): readonly [number, number] | null => {
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
    const roomX = viewport.width - 2 * CLEARANCE - (bounds.right - bounds.left);
    const roomY = viewport.height - 2 * CLEARANCE - (bounds.bottom - bounds.top);
    if (roomX < 0 || roomY < 0) return null;
    let best: readonly [number, number] | null = null;
    let bestCost = Infinity;
    for (let i = 0; i <= STEPS; i++) {
      for (let j = 0; j <= STEPS; j++) {
        const x = CLEARANCE - bounds.left + (roomX * i) / STEPS;
        const y = CLEARANCE - bounds.top + (roomY * j) / STEPS;
        const cost = (x - viewport.width / 2) ** 2 + (y - viewport.height / 2) ** 2;
        if (cost < bestCost && isFree(projected, x, y, clear)) {
          best = [x, y];
          bestCost = cost;
        }
      }
    }
    return best;
  };
  let [near, far] = [1, 400];
  let placed = fitsAt(far) ?? ([viewport.width / 2, viewport.height / 2] as const);
  for (let i = 0; i < 18; i++) {
    const middle = Math.sqrt(near * far);
    const place = fitsAt(middle);
    if (place) {
      far = middle;
      placed = place;
    } else near = middle;
  }
  return { target, distance: far, offsetX: placed[0] - viewport.width / 2, offsetY: placed[1] - viewport.height / 2 };
}

function isFree(projected: Float64Array, x: number, y: number, panels: readonly Box[]): boolean {
  for (const box of panels) {
    for (let i = 0; i < projected.length; i += 2) {
      const px = (projected[i] as number) + x;
      const py = (projected[i + 1] as number) + y;
      if (px > box.left && px < box.right && py > box.top && py < box.bottom) return false;
    }
  }
  return true;
}

function middleOf(points: readonly number[]): [number, number, number] {
  const low = [Infinity, Infinity, Infinity];
  const high = [-Infinity, -Infinity, -Infinity];
  for (let i = 0; i < points.length; i++) {
    low[i % 3] = Math.min(low[i % 3] as number, points[i] as number);
    high[i % 3] = Math.max(high[i % 3] as number, points[i] as number);
  }
  return [0, 1, 2].map((k) => ((low[k] as number) + (high[k] as number)) / 2) as [number, number, number];
}
