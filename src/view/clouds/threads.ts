import type { Points } from '../../clouds/types.ts';

/** Which point of the source each line starts from and which of the target it ends at. */
export interface Matches {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

/**
 * Writes the two ends of the matches, at most as many as there is room for and then spread over all of them, counted from the given
 * middles. Returns how many.
 */
export function writeThreads(
  source: Points,
  target: Points,
  { from, to }: Matches,
  sourceMiddle: readonly [number, number, number],
  targetMiddle: readonly [number, number, number],
  starts: Float32Array,
  ends: Float32Array,
): number {
  const room = starts.length / 3;
  const count = Math.min(from.length, room);
  for (let i = 0; i < count; i++) {
    const m = from.length <= room ? i : Math.floor((i * from.length) / room);
    for (let k = 0; k < 3; k++) {
      starts[3 * i + k] = source[3 * from[m]! + k]! - sourceMiddle[k]!;
      ends[3 * i + k] = target[3 * to[m]! + k]! - targetMiddle[k]!;
    }
  }
  return count;
}
