import type { OptimizerRecord } from '../optimizers/record.ts';
import { contains } from '../surfaces/domain.ts';
import type { Objective } from '../surfaces/objective.ts';
import type { Domain } from '../surfaces/types.ts';

/** Segments of one run's path on the surface, in the order of their rows. */
export interface PathSegments {
  readonly count: number;
  /** count × 8: x, y, f, row of the segment's two ends. Always finite. */
  readonly data: Float32Array<ArrayBuffer>;
  /** firstOfRow[i]: the first segment at or after row i; count rows of the record + 1. */
  readonly firstOfRow: Uint32Array;
}

/** What of a run its path is made of. */
export type PathRecord = Pick<OptimizerRecord, 'count' | 'x' | 'f'>;

/** How finely a step is draped over the surface: fine where steps are few and long. */
function pieces(steps: number): number {
  return Math.min(Math.max(Math.ceil(600 / Math.max(steps, 1)), 2), 16);
}

/** The part (from, to) of the segment p → q, 0…1, that lies in the box, or null (Liang–Barsky). */
export function clipToBox(
  [x0, x1, y0, y1]: Domain,
  px: number,
  py: number,
  qx: number,
  qy: number,
): readonly [from: number, to: number] | null {
  let from = 0;
  let to = 1;
  const sides = [
    [px - qx, px - x0],
    [qx - px, x1 - px],
    [py - qy, py - y0],
    [qy - py, y1 - py],
  ] as const;
  for (const [towards, room] of sides) {
    if (towards === 0) {
      if (room < 0) return null;
    } else if (towards < 0) from = Math.max(from, room / towards);
    else to = Math.min(to, room / towards);
  }
  return from < to || (from === to && px === qx && py === qy) ? [from, to] : null;
}

/**
 * The record's path, cut at the domain's border and draped: every piece's ends carry f itself, so that the display transform
 * alone decides where they are drawn. `tallest` bounds f far above any cut, so that no vertex is lost to overflow.
 */
export function pathSegments(
  record: PathRecord,
  objective: Pick<Objective, 'value'>,
  domain: Domain,
  tallest: number,
): PathSegments {
  const k = pieces(record.count - 1);
  const data = new Float32Array(Math.max(record.count - 1, 0) * k * 8);
  const firstOfRow = new Uint32Array(record.count + 1);
  let n = 0;
  for (let row = 0; row + 1 < record.count; row++) {
    firstOfRow[row] = n;
    const [px, py, qx, qy] = record.x.subarray(2 * row, 2 * row + 4) as unknown as [number, number, number, number];
    // A step from outside to outside is no part of the picture, though its straight line may cross it.
    if (!contains(domain, px, py) && !contains(domain, qx, qy)) continue;
    const part = clipToBox(domain, px, py, qx, qy);
    if (!part) continue;
    const [from, to] = part;
    let x = px + from * (qx - px);
    let y = py + from * (qy - py);
    let f = from === 0 ? (record.f[row] as number) : objective.value(x, y);
    for (let piece = 1; piece <= k; piece++) {
      const u = from + ((to - from) * piece) / k;
      const nx = u === 1 ? qx : px + u * (qx - px);
      const ny = u === 1 ? qy : py + u * (qy - py);
      const nf = u === 1 ? (record.f[row + 1] as number) : objective.value(nx, ny);
      if (Number.isFinite(f) && Number.isFinite(nf)) {
        const start = row + from + ((to - from) * (piece - 1)) / k;
        data.set([x, y, Math.min(f, tallest), start, nx, ny, Math.min(nf, tallest), row + u], n * 8);
        n++;
      }
      x = nx;
      y = ny;
      f = nf;
    }
  }
  firstOfRow[Math.max(record.count - 1, 0)] = n;
  firstOfRow[record.count] = n;
  return { count: n, data: data.slice(0, n * 8), firstOfRow };
}
