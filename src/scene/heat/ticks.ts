import { ticks as evenTicks } from 'd3-array';
import type { Axis } from '../../tuning/axis.ts';

/** Round numbers within an axis, whole where its values are, at most about `most`: on a log axis powers of ten, with their doubles and fives where there is room. */
export function axisTicks({ from, to, scale, integer }: Axis, most: number): readonly number[] {
  const [low, high] = from < to ? [from, to] : [to, from];
  if (scale === 'linear') return evenTicks(low, high, most).filter((value) => !integer || Number.isInteger(value));
  const [first, last] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
  const within = (mantissas: readonly number[]) =>
    Array.from({ length: last - first + 1 }, (_, i) => mantissas.map((m) => Number(`${m}e${first + i}`)))
      .flat()
      .filter((value) => value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9));
  const fine = [[1, 2, 5], [1, 3], [1]].map(within).find((found) => found.length <= most) ?? within([1]);
  const every = Math.ceil(fine.length / most);
  return fine.filter((_, i) => i % every === 0);
}
