import { contains } from '../surfaces/domain.ts';
import type { Objective } from '../surfaces/objective.ts';
import type { Domain } from '../surfaces/types.ts';

const PIECES = 12;
/** Segments of one arrow: its shaft, draped, and two barbs. */
export const ARROW_SEGMENTS = PIECES + 2;
const BARB_COS = Math.cos(Math.PI / 7);
const BARB_SIN = Math.sin(Math.PI / 7);

/** Writes segments (x, y, f, row at both ends) one after the other; what is not finite or off the map is left out. */
export interface SegmentWriter {
  readonly data: Float32Array;
  count: number;
}

export function putSegment(
  out: SegmentWriter,
  objective: Objective,
  domain: Domain,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): void {
  const [fa, fb] = [objective.value(ax, ay), objective.value(bx, by)];
  const drawn = contains(domain, ax, ay) && contains(domain, bx, by) && Number.isFinite(fa) && Number.isFinite(fb);
  if (!drawn || out.count * 8 >= out.data.length) return;
  out.data.set([ax, ay, fa, 0, bx, by, fb, 1], out.count * 8);
  out.count++;
}

/** An arrow from (x, y) to (x + dx, y + dy), laid on the surface. `barb`: length of its barbs in units of the domain. */
export function putArrow(
  out: SegmentWriter,
  objective: Objective,
  domain: Domain,
  x: number,
  y: number,
  dx: number,
  dy: number,
  barb: number,
): void {
  const length = Math.hypot(dx, dy);
  if (!(length > 0) || !Number.isFinite(length)) return;
  for (let i = 0; i < PIECES; i++) {
    const [u, v] = [i / PIECES, (i + 1) / PIECES];
    putSegment(out, objective, domain, x + u * dx, y + u * dy, x + v * dx, y + v * dy);
  }
  const size = Math.min(barb, length * 0.6) / length;
  const [ex, ey] = [x + dx, y + dy];
  for (const side of [-1, 1]) {
    const bx = ex - size * (dx * BARB_COS - side * dy * BARB_SIN);
    const by = ey - size * (dy * BARB_COS + side * dx * BARB_SIN);
    putSegment(out, objective, domain, ex, ey, bx, by);
  }
}

/**
 * Arrows of −∇f on a grid of `columns` cells along the longer side of `rect`: the direction is exact, the length grows with
 * log |∇f| between a third and nine tenths of a cell, for steepness spans decades.
 */
export function fieldSegments(
  objective: Objective,
  domain: Domain,
  rect: Domain,
  cut: number,
  columns: number,
): Float32Array<ArrayBuffer> {
  const [x0, x1, y0, y1] = rect;
  const cell = Math.max(x1 - x0, y1 - y0) / columns;
  const [nx, ny] = [Math.max(1, Math.round((x1 - x0) / cell)), Math.max(1, Math.round((y1 - y0) / cell))];
  const samples: [x: number, y: number, gx: number, gy: number, log: number][] = [];
  const out = new Float64Array(3);
  for (let j = 0; j < ny; j++) {
    for (let i = 0; i < nx; i++) {
      const [x, y] = [x0 + ((i + 0.5) * (x1 - x0)) / nx, y0 + ((j + 0.5) * (y1 - y0)) / ny];
      objective.evaluate(x, y, out);
      const [f, gx, gy] = out as unknown as [number, number, number];
      const log = Math.log(Math.hypot(gx, gy));
      if (f <= cut && Number.isFinite(log)) samples.push([x, y, gx, gy, log]);
    }
  }
  const low = Math.min(...samples.map(([, , , , log]) => log));
  const high = Math.max(...samples.map(([, , , , log]) => log));
  const writer: SegmentWriter = { data: new Float32Array(samples.length * ARROW_SEGMENTS * 8), count: 0 };
  for (const [x, y, gx, gy, log] of samples) {
    const length = cell * (0.33 + 0.57 * (high > low ? (log - low) / (high - low) : 1));
    const k = -length / Math.hypot(gx, gy);
    putArrow(writer, objective, domain, x - (k * gx) / 2, y - (k * gy) / 2, k * gx, k * gy, 0.3 * cell);
  }
  return (writer.data as Float32Array<ArrayBuffer>).slice(0, writer.count * 8);
}

/** Segments along the arc about (x, y) from one direction to another the short way round; radii in units of the domain. */
export function putArc(
  out: SegmentWriter,
  objective: Objective,
  domain: Domain,
  x: number,
  y: number,
  radius: number,
  fromRad: number,
  toRad: number,
): void {
  const turn = Math.atan2(Math.sin(toRad - fromRad), Math.cos(toRad - fromRad));
  const pieces = Math.max(2, Math.ceil(Math.abs(turn) / 0.12));
  const at = (i: number): [number, number] => {
    const angle = fromRad + (turn * i) / pieces;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  };
  for (let i = 0; i < pieces; i++) putSegment(out, objective, domain, ...at(i), ...at(i + 1));
}
