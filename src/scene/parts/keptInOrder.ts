import { spread } from '../../ui/spread.ts';

/** Heights of labels kept `gap` apart within [low, high] and in the vertical order of what they tell of, `of`: one that wishes to stand over another's comes no higher than that. */
export function keptInOrder(
  wishes: readonly number[],
  of: readonly number[],
  gap: number,
  low: number,
  high: number,
): readonly number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => of[a]! - of[b]! || a - b);
  let lowest = -Infinity;
  const rising = order.map((index) => (lowest = Math.max(lowest, wishes[index]!)));
  const placed = spread(rising, gap, low, high);
  const heights = new Array<number>(wishes.length).fill(0);
  order.forEach((index, k) => (heights[index] = placed[k]!));
  return heights;
}
