import type { Heights } from './heights.ts';

/**
 * Raises the heights along a line to a bead, a half-round of `radius` whose axis is the line. The block under them stays of one piece,
 * as a tube laid over it would not be. `segments`: x, y, height of both ends, 6 numbers each, from the south-west corner.
 */
export function raiseBead({ columns, rows, step, height }: Heights, segments: Float64Array, radius: number): void {
  for (let s = 0; s + 5 < segments.length; s += 6) {
    const [px, py, ph, qx, qy, qh] = segments.subarray(s, s + 6) as unknown as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const [dx, dy] = [qx - px, qy - py];
    const squared = dx * dx + dy * dy;
    const [left, right] = reach(Math.min(px, qx) - radius, Math.max(px, qx) + radius, step[0], columns);
    const [bottom, top] = reach(Math.min(py, qy) - radius, Math.max(py, qy) + radius, step[1], rows);
    for (let j = bottom; j <= top; j++) {
      for (let i = left; i <= right; i++) {
        const [x, y] = [i * step[0] - px, j * step[1] - py];
        const u = squared > 0 ? Math.min(Math.max((x * dx + y * dy) / squared, 0), 1) : 0;
        const over = radius ** 2 - (x - u * dx) ** 2 - (y - u * dy) ** 2;
        if (over <= 0) continue;
        const k = j * columns + i;
        height[k] = Math.max(height[k]!, ph + u * (qh - ph) + Math.sqrt(over));
      }
    }
  }
}

/** The first and the last place of a grid between two coordinates. */
function reach(from: number, to: number, step: number, count: number): readonly [number, number] {
  return [Math.max(Math.ceil(from / step), 0), Math.min(Math.floor(to / step), count - 1)];
}
