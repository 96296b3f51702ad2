import { brushed, type Stroke } from '../cutout/brush.ts';
import type { Clear } from '../cutout/edits.ts';
import type { Mask } from '../cutout/types.ts';
import { filledPolygon } from './polygon.ts';

/** A stroke of the pen or the eraser; one that `fills` and comes back to its beginning takes what it encloses with it. */
export interface PenStroke extends Stroke {
  readonly fills: boolean;
}

/** One thing that a hand does to a drawing. */
export type Mark = PenStroke | Clear;

/** The mask after a mark; the mask itself stays as it is. */
export function marked(mask: Mask, mark: Mark): Mask {
  if (mark.mode === 'clear') return { ...mask, alpha: new Uint8Array(mask.alpha.length) };
  if (!closes(mark)) return brushed(mask, [mark]);
  const { points } = mark;
  // The line back to the beginning is drawn, too: a polygon alone has a hard edge.
  const ring: Stroke = { ...mark, points: [...points, points[0]!, points[1]!] };
  return filledPolygon(brushed(mask, [ring]), points);
}

/** How far apart the ends of a closed stroke may be: in radii of the pen, or as a part of its length. */
const GAP_RADII = 3;
const GAP_PART = 0.1;
/** What overshoots its beginning is closed, too, by so much of its length. */
const OVERSHOOT = 0.3;
/** In radii of the pen: shorter ones are dabs. */
const LEAST_LENGTH = 8;

/** A stroke that fills what it encloses: its end comes back to where it began. */
export function closes({ mode, fills, radius, points }: PenStroke): boolean {
  if (!fills || mode !== 'paint' || points.length < 6) return false;
  const along = lengths(points);
  const length = along.at(-1)!;
  if (length < LEAST_LENGTH * radius) return false;
  const gap = Math.max(GAP_RADII * radius, GAP_PART * length);
  const last = points.length / 2 - 1;
  const near = (i: number, j: number) =>
    Math.hypot(points[2 * i]! - points[2 * j]!, points[2 * i + 1]! - points[2 * j + 1]!) <= gap;
  return along.some(
    (at, i) => (at <= OVERSHOOT * length && near(i, last)) || (at >= (1 - OVERSHOOT) * length && near(i, 0)),
  );
}

/** How long the line is up to each of its points. */
function lengths(points: readonly number[]): readonly number[] {
  const out = [0];
  for (let k = 2; k < points.length; k += 2) {
    out.push(out.at(-1)! + Math.hypot(points[k]! - points[k - 2]!, points[k + 1]! - points[k - 1]!));
  }
  return out;
}
