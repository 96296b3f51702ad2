import { thinDots } from '../../../src/view/thinDots.ts';
import { clipSegment, contains, grow, screenX, screenY, type Plane, type Rect, type Segment } from './plane.ts';

/** How far outside its plan a leaving line is still written, so that the border cuts it and no cap shows. */
const OVERHANG = 20;
/** Diameter of a dot, as book.css has it. */
const DOT = 5;
/** So many dots are drawn all, as in the book. */
const FEW = 80;

/** A run drawn flat. Texts are SVG path data; the first `lineEnds[i]` characters of `line` reach row i. */
export interface FlatPath {
  readonly rows: number;
  /** rows × 2, CSS pixels, finite whatever the record holds. */
  readonly points: Float64Array;
  readonly line: string;
  readonly lineEnds: Int32Array;
  /** Strokes of length zero: round caps make them dots. Only those on the plan, and one of those that lie on one another. */
  readonly dots: string;
  readonly dotEnds: Int32Array;
  /** Where the line first crosses the border on its way out, or null. */
  readonly exit: readonly [x: number, y: number] | null;
}

/** To a thousandth of a pixel. */
function px(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

function segmentData([ax, ay, bx, by]: Segment, joined: boolean): string {
  return `${joined ? '' : `M${px(ax)} ${px(ay)}`}L${px(bx)} ${px(by)}`;
}

/**
 * What is written of a line between two iterates: nothing where both lie off the plan. (A diverging run leaps from side to
 * side; the lines between such leaps would paint the whole plan and say nothing.)
 */
function drawn(segment: Segment, rect: Rect): Segment | null {
  const [ax, ay, bx, by] = segment;
  if (!contains(rect, ax, ay) && !contains(rect, bx, by)) return null;
  return clipSegment(segment, grow(rect, OVERHANG));
}

/** The first `rows` iterates of `xy` (interleaved x, y) on a plane. */
export function flatPath(xy: Float64Array, rows: number, plane: Plane): FlatPath {
  const { rect } = plane;
  const points = new Float64Array(rows * 2);
  const lineEnds = new Int32Array(rows);
  const dotEnds = new Int32Array(rows);
  const keep = new Uint8Array(rows);
  for (let i = 0; i < rows; i++) {
    points[2 * i] = screenX(plane, xy[2 * i] as number);
    points[2 * i + 1] = screenY(plane, xy[2 * i + 1] as number);
  }
  if (rows > FEW) thinDots(points, rows, DOT, keep);
  else keep.fill(1);
  let line = '';
  let dots = '';
  let exit: FlatPath['exit'] = null;
  let inside = false;
  for (let i = 0; i < rows; i++) {
    const [x, y] = [points[2 * i] as number, points[2 * i + 1] as number];
    const wasInside = inside;
    inside = contains(rect, x, y);
    if (i > 0) {
      const segment: Segment = [points[2 * i - 2] as number, points[2 * i - 1] as number, x, y];
      const part = drawn(segment, rect);
      if (part) line += segmentData(part, wasInside);
      if (wasInside && !inside && exit === null) {
        const cut = clipSegment(segment, rect);
        if (cut) exit = [cut[2], cut[3]];
      }
    } else if (inside) line += `M${px(x)} ${px(y)}`;
    if (inside && keep[i]) dots += `M${px(x)} ${px(y)}h0`;
    lineEnds[i] = line.length;
    dotEnds[i] = dots.length;
  }
  return { rows, points, line, lineEnds, dots, dotEnds, exit };
}

export function lineUpTo(path: FlatPath, row: number): string {
  return path.line.slice(0, path.lineEnds[Math.min(row, path.rows - 1)]);
}

export function dotsUpTo(path: FlatPath, row: number): string {
  return path.dots.slice(0, path.dotEnds[Math.min(row, path.rows - 1)]);
}

/** Where the head stands at a fractional row, in pixels; written into `out`, nothing allocated. */
export function headAt(path: FlatPath, row: number, out: Float64Array): void {
  const last = path.rows - 1;
  const whole = Math.min(Math.floor(row), last);
  const next = Math.min(whole + 1, last);
  const u = row - whole;
  for (let k = 0; k < 2; k++) {
    const a = path.points[2 * whole + k] as number;
    const b = path.points[2 * next + k] as number;
    out[k] = next === whole ? a : a + u * (b - a);
  }
}

/** The line from the iterate that the head leaves to the head, as path data; empty while it rests or leaps off the plan. */
export function crossing(path: FlatPath, row: number, plane: Plane, head: Float64Array): string {
  const whole = Math.floor(row);
  if (row === whole || whole >= path.rows - 1) return '';
  const [ax, ay, bx, by] = path.points.subarray(2 * whole, 2 * whole + 4) as unknown as Segment;
  if (drawn([ax, ay, bx, by], plane.rect) === null) return '';
  const part = clipSegment([ax, ay, head[0] as number, head[1] as number], grow(plane.rect, OVERHANG));
  return part ? segmentData(part, false) : '';
}
