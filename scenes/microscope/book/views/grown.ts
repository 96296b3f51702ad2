import type { Line, Ridges } from '../picture/types.ts';

/** How high bin `bin` of a line in row `row` stands when the clock is at `at`: it rises from the foot as the clock comes. */
export function grownHeight(
  { along }: Pick<Ridges, 'along'>,
  { heights, values }: Line,
  row: number,
  bin: number,
  at: number,
): number {
  const height = heights[bin]!;
  if (Number.isNaN(values[bin]!) || Number.isNaN(height)) return 0;
  const place = along === 'bins' ? bin : row;
  return height * Math.min(Math.max(at - place + 1, 0), 1);
}
