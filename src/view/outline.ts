import type { SampledSurface } from '../surfaces/sampled.ts';
import type { Domain } from '../surfaces/types.ts';
import { displayPoint, floorPoint, type Display } from './display.ts';

/** World points (flat x, y, z) that bound what is drawn: the plan's border and the surface wherever f ≤ cut. */
export function outlineOf(
  display: Display,
  sampled: SampledSurface,
  rect: Domain,
  cut: number,
  plan: boolean,
): number[] {
  const out: number[] = [];
  const at = { x: 0, y: 0, z: 0 };
  const push = () => out.push(at.x, at.y, at.z);
  const [x0, x1, y0, y1] = rect;
  if (plan) {
    for (let i = 0; i <= 12; i++) {
      const [x, y] = [x0 + ((x1 - x0) * i) / 12, y0 + ((y1 - y0) * i) / 12];
      for (const [px, py] of [
        [x, y0],
        [x, y1],
        [x0, y],
        [x1, y],
      ] as const) {
        floorPoint(display, px, py, at);
        push();
      }
    }
  }
  const { size, f, domain } = sampled;
  for (let j = 0; j < size; j += 2) {
    for (let i = 0; i < size; i += 2) {
      const value = f[j * size + i] as number;
      const [x, y] = [
        domain[0] + ((domain[1] - domain[0]) * i) / (size - 1),
        domain[2] + ((domain[3] - domain[2]) * j) / (size - 1),
      ];
      const inside = x >= x0 && x <= x1 && y >= y0 && y <= y1;
      if (!inside || Number.isNaN(value)) continue;
      // Just above the cut: its rim passes near here.
      if (value > cut && !hasNeighbourBelow(sampled, i, j, cut)) continue;
      displayPoint(display, x, y, Math.min(value, cut), at);
      push();
    }
  }
  return out;
}

function hasNeighbourBelow({ size, f }: SampledSurface, i: number, j: number, cut: number): boolean {
  for (const [di, dj] of [
    [-1, 0],
    [1, 0],
    [0, -1],
    [0, 1],
  ] as const) {
    const [a, b] = [i + di, j + dj];
    if (a >= 0 && b >= 0 && a < size && b < size && (f[b * size + a] as number) <= cut) return true;
  }
  return false;
}
