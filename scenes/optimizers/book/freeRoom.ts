import type { Box, Viewport } from '../../../src/math/box.ts';
import type { Rect } from './plane.ts';

/** Kept free between a panel, or the window's edge, and the figure. */
const CLEARANCE = 8;

/**
 * The rectangle of a stage, clear of all panels (in the stage's pixels), where a figure shows best: `score` tells how well it shows in a room of
 * width × height; among equals the larger room wins. Tries every rectangle that panels or edges bound on four sides.
 */
export function freeRoom(
  stage: Viewport,
  panels: readonly Box[],
  score: (width: number, height: number) => number,
): Rect {
  const clear = panels.map(({ left, top, right, bottom }) => ({
    left: left - CLEARANCE,
    top: top - CLEARANCE,
    right: right + CLEARANCE,
    bottom: bottom + CLEARANCE,
  }));
  const lefts = [CLEARANCE, ...clear.map(({ right }) => right)];
  const rights = [stage.width - CLEARANCE, ...clear.map(({ left }) => left)];
  const tops = [CLEARANCE, ...clear.map(({ bottom }) => bottom)];
  const bottoms = [stage.height - CLEARANCE, ...clear.map(({ top }) => top)];
  const isFree = (x0: number, y0: number, x1: number, y1: number) =>
    clear.every(({ left, top, right, bottom }) => right <= x0 || left >= x1 || bottom <= y0 || top >= y1);
  let best: Rect = { x: 0, y: 0, width: stage.width, height: stage.height };
  let bestScore = -Infinity;
  for (const x of lefts) {
    for (const right of rights) {
      if (right <= x) continue;
      for (const y of tops) {
        for (const bottom of bottoms) {
          if (bottom <= y || !isFree(x, y, right, bottom)) continue;
          const [width, height] = [right - x, bottom - y];
          const found = score(width, height);
          if (found > bestScore || (found === bestScore && width * height > best.width * best.height)) {
            best = { x, y, width, height };
            bestScore = found;
          }
        }
      }
    }
  }
  return best;
}
