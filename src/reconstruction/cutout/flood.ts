import { distanceAt, type Difference } from './difference.ts';

export interface Tolerance {
  /** A pixel this near to the background's colour is background. */
  readonly distance: number;
  /** Luma may change by so much from a pixel to the next within a soft shadow. */
  readonly slope: number;
}

/** A shadow takes at most this part of the background's luma. */
const DEEPEST_SHADOW = 0.4;

/**
 * 1 where the background is, flooded from the border over 4-neighbours. A soft shadow is background too: darker, of the background's
 * hue, and without an edge. An object's outline is an edge, so that what lies behind it is not reached.
 */
export function flooded(difference: Difference, width: number, height: number, tolerance: Tolerance): Uint8Array {
  const { luma, chroma, backgroundLuma } = difference;
  const out = new Uint8Array(width * height);
  const queue = new Int32Array(width * height);
  let tail = 0;
  const flat = (at: number): boolean => {
    const x = at % width;
    const own = luma[at]!;
    const slope = (next: number) => Math.abs(luma[next]! - own);
    return (
      (x === 0 || slope(at - 1) < tolerance.slope) &&
      (x === width - 1 || slope(at + 1) < tolerance.slope) &&
      (at < width || slope(at - width) < tolerance.slope) &&
      (at >= out.length - width || slope(at + width) < tolerance.slope)
    );
  };
  const shadow = (at: number): boolean =>
    luma[at]! < 0 &&
    -luma[at]! < DEEPEST_SHADOW * backgroundLuma[at]! &&
    chroma[at]! < 0.5 * tolerance.distance - 0.05 * luma[at]! &&
    flat(at);
  const visit = (at: number, start: boolean) => {
    if (out[at] === 1) return;
    if (distanceAt(difference, at) >= tolerance.distance && (start || !shadow(at))) return;
    out[at] = 1;
    queue[tail++] = at;
  };
  for (let x = 0; x < width; x++) {
    visit(x, true);
    visit((height - 1) * width + x, true);
  }
  for (let y = 0; y < height; y++) {
    visit(y * width, true);
    visit(y * width + width - 1, true);
  }
  for (let head = 0; head < tail; head++) {
    const at = queue[head]!;
    const x = at % width;
    if (x > 0) visit(at - 1, false);
    if (x < width - 1) visit(at + 1, false);
    if (at >= width) visit(at - width, false);
    if (at < out.length - width) visit(at + width, false);
  }
  return out;
}
