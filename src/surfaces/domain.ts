import type { Domain, Point2 } from './types.ts';

/** Whether (x, y) lies in the closed rectangle; false for NaN. */
export function contains([x0, x1, y0, y1]: Domain, x: number, y: number): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}

/**
 * A place set by hand, in the domain: four digits of its longer side are as fine as a pixel, and keep links short. The border is
 * a place, too, where it has more digits.
 */
export function onGrid([x, y]: Point2, [x0, x1, y0, y1]: Domain): Point2 {
  const digit = 10 ** (Math.floor(Math.log10(Math.max(x1 - x0, y1 - y0))) - 3);
  // + 0, for a text has no −0.
  const rounded = (value: number, low: number, high: number) =>
    Math.min(Math.max(Number((Math.round(value / digit) * digit).toPrecision(7)), low), high) + 0;
  return [rounded(x, x0, x1), rounded(y, y0, y1)];
}
