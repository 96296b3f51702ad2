import { CHANCES, createDecoder, createEncoder } from './arithmetic.ts';
import { SILHOUETTE_EDGE, type Silhouette } from './silhouette.ts';

/* A silhouette's pixels as bytes, as JBIG does it: each is told by a chance learned from those with the same neighbours before it. */

/** Neighbours that are known already, x right and y down; the last four are the nearest. */
const NEIGHBOURS = [
  ...[-2, -2, 2, -2, -3, 0, 3, -1, -2, -1, 2, -1, 1, -2, -1, -2, 0, -2, -2, 0],
  ...[1, -1, -1, -1, 0, -1, -1, 0],
] as const;

/** Room around the pixels for neighbours outside, which are 0. */
const MARGIN = 3;
const STRIDE = SILHOUETTE_EDGE + 2 * MARGIN;
const STEPS = Array.from(
  { length: NEIGHBOURS.length / 2 },
  (_, k) => NEIGHBOURS[2 * k]! + STRIDE * NEIGHBOURS[2 * k + 1]!,
);

/** What one pixel weighs beside what is supposed of a neighbourhood that was never seen: `SUPPOSED[how many of the nearest four are 1]` of `SURE` are 1. */
const ONE = 32;
const SURE = 13;
const SUPPOSED = [1, 3, 6, 10, 12] as const;
/** Older pixels fade from here on. */
const MOST = 255 * ONE;

/** Goes through the pixels in order; `code` gives each its value, told the chance that it is 1. */
function each(code: (at: number, chance: number) => number): void {
  const [zeros, ones] = [new Uint16Array(2 ** STEPS.length), new Uint16Array(2 ** STEPS.length)];
  const pixels = new Uint8Array(STRIDE * (SILHOUETTE_EDGE + MARGIN));
  for (let at = 0; at < SILHOUETTE_EDGE ** 2; at++) {
    const column = at % SILHOUETTE_EDGE;
    const place = MARGIN + column + STRIDE * (MARGIN + (at - column) / SILHOUETTE_EDGE);
    let context = 0;
    for (const step of STEPS) context = 2 * context + pixels[place + step]!;
    if (zeros[context] === 0) {
      ones[context] = SUPPOSED[nearestOnes(context)]!;
      zeros[context] = SURE - ones[context]!;
    }
    const [zero, one] = [zeros[context]!, ones[context]!];
    const chance = Math.min(CHANCES - 1, Math.max(1, Math.floor((CHANCES * one) / (zero + one))));
    const value = code(at, chance);
    pixels[place] = value;
    const counts = value === 1 ? ones : zeros;
    counts[context]! += ONE;
    if (zero + one + ONE > MOST) {
      zeros[context] = Math.max(1, zeros[context]! >> 1);
      ones[context] = Math.max(1, ones[context]! >> 1);
    }
  }
}

const nearestOnes = (context: number): number =>
  (context & 1) + ((context >> 1) & 1) + ((context >> 2) & 1) + ((context >> 3) & 1);

export function bytesOf(silhouette: Silhouette): readonly number[] {
  const { put, end } = createEncoder();
  each((at, chance) => {
    const value = silhouette[at]!;
    put(value, chance);
    return value;
  });
  return end();
}

export function silhouetteOfBytes(bytes: ArrayLike<number>): Silhouette {
  const out = new Uint8Array(SILHOUETTE_EDGE ** 2);
  const take = createDecoder(bytes);
  each((at, chance) => (out[at] = take(chance)));
  return out;
}
