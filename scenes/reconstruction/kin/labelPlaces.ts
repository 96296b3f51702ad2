import type { Box } from '../../../src/math/box.ts';

/** Where a label's thing is, and the label's size; CSS pixels. */
export interface LabelAnchor {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Over the thing first, then under it, then beside it, then farther off. */
const WAYS = [
  [0, -1],
  [0, 1],
  [1, 0],
  [-1, 0],
  [0, -2.1],
  [0, 2.1],
  [0.8, -1.4],
  [-0.8, -1.4],
  [0.8, 1.4],
  [-0.8, 1.4],
] as const;
const GAP = 10;

/** Top left corners of labels such that none covers another or leaves the box, those named first first; null: there is no room. */
export function labelPlaces(
  anchors: readonly LabelAnchor[],
  box: Box,
): ({ readonly x: number; readonly y: number } | null)[] {
  const taken: Box[] = [];
  return anchors.map(({ x, y, width, height }) => {
    for (const [right, down] of WAYS) {
      const left = x - width / 2 + right * (width / 2 + GAP);
      const top = y - height / 2 + down * (height / 2 + GAP);
      const spot = { left, top, right: left + width, bottom: top + height };
      const inside = left >= box.left && top >= box.top && spot.right <= box.right && spot.bottom <= box.bottom;
      if (!inside || taken.some((other) => touch(spot, other))) continue;
      taken.push(spot);
      return { x: left, y: top };
    }
    return null;
  });
}

/** CSS pixels between two names, so that they do not read as one. */
const BETWEEN = 4;

const touch = (a: Box, b: Box): boolean =>
  a.left < b.right + BETWEEN && b.left < a.right + BETWEEN && a.top < b.bottom && b.top < a.bottom;
