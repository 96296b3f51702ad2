import type { Mask } from './types.ts';

/** A pixel of the mask stops the fill from here on. */
const WALL = 128;

/**
 * The mask with everything filled that a closed outline encloses around pixel (x, y), up to under the outline's soft edge; over 4-neighbours, so that a line one pixel
 * wide is closed, too.
 * @returns null where there is nothing to fill: the place is the object's already, or open to the border
 */
export function fillWithin({ alpha, width, height }: Mask, x: number, y: number): Mask | null {
  const start = Math.floor(y) * width + Math.floor(x);
  if (!(x >= 0 && y >= 0 && x < width && y < height) || alpha[start]! >= WALL) return null;
  const out = alpha.slice();
  const reached = new Uint8Array(alpha.length);
  const queue = new Int32Array(alpha.length);
  let tail = 0;
  const visit = (at: number) => {
    if (reached[at] === 1) return;
    reached[at] = 1;
    out[at] = 255;
    if (alpha[at]! < WALL) queue[tail++] = at;
  };
  visit(start);
  for (let head = 0; head < tail; head++) {
    const at = queue[head]!;
    const column = at % width;
    if (column === 0 || column === width - 1 || at < width || at >= alpha.length - width) return null;
    visit(at - 1);
    visit(at + 1);
    visit(at - width);
    visit(at + width);
  }
  return { alpha: out, width, height };
}

/** Around (x, y) is nothing of the object, and no closed outline about it. */
export function isOpen(mask: Mask, x: number, y: number): boolean {
  const on = mask.alpha[Math.floor(y) * mask.width + Math.floor(x)] ?? 0;
  return on < WALL && fillWithin(mask, x, y) === null;
}
