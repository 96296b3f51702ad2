import type { Mask } from './types.ts';

/** One stroke of the eraser or the brush. Undo is to leave it out: strokes are applied to the mask as it was found. */
export interface Stroke {
  readonly mode: 'paint' | 'erase';
  /** Pixels of the picture. */
  readonly radius: number;
  /** x, y one after another, in pixels of the picture (0, 0 is its top left corner, 0.5, 0.5 the middle of that pixel). */
  readonly points: readonly number[];
}

/** The mask after the strokes, in their order; the edge of a stroke is one pixel soft. The mask itself stays as it is. */
export function brushed(mask: Mask, strokes: readonly Stroke[]): Mask {
  if (strokes.length === 0) return mask;
  const out: Mask = { ...mask, alpha: mask.alpha.slice() };
  for (const stroke of strokes) draw(out, stroke);
  return out;
}

function draw(mask: Mask, { mode, radius, points }: Stroke): void {
  const end = Math.max(2, points.length - 2);
  for (let k = 0; k < end && k + 1 < points.length; k += 2) {
    const last = k + 3 < points.length ? k + 2 : k;
    drawSegment(mask, mode, radius, points[k]!, points[k + 1]!, points[last]!, points[last + 1]!);
  }
}

/** A capsule about the segment from a to b. */
function drawSegment(
  { alpha, width, height }: Mask,
  mode: Stroke['mode'],
  radius: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): void {
  const reach = radius + 1;
  const [x0, x1] = within(Math.min(ax, bx) - reach, Math.max(ax, bx) + reach, width);
  const [y0, y1] = within(Math.min(ay, by) - reach, Math.max(ay, by) + reach, height);
  const [dx, dy] = [bx - ax, by - ay];
  const lengthSq = dx * dx + dy * dy;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      const [px, py] = [x + 0.5 - ax, y + 0.5 - ay];
      const t = lengthSq > 0 ? Math.min(1, Math.max(0, (px * dx + py * dy) / lengthSq)) : 0;
      const [ex, ey] = [px - t * dx, py - t * dy];
      const covered = Math.min(1, Math.max(0, radius + 0.5 - Math.sqrt(ex * ex + ey * ey)));
      if (covered === 0) continue;
      const at = y * width + x;
      const value = Math.round(255 * covered);
      alpha[at] = mode === 'paint' ? Math.max(alpha[at]!, value) : Math.min(alpha[at]!, 255 - value);
    }
  }
}

/** The pixels from … to − 1 of a row that an interval touches. */
const within = (from: number, to: number, size: number): readonly [number, number] => [
  Math.max(0, Math.floor(from)),
  Math.min(size, Math.ceil(to)),
];
