import type { Domain } from './types.ts';

/** Whether (x, y) lies in the closed rectangle; false for NaN. */
export function contains([x0, x1, y0, y1]: Domain, x: number, y: number): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}
