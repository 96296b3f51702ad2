import { partsOf } from './parts.ts';
import { OBJECT_FROM, type Mask } from './types.ts';

/** A finger is allowed to miss by this share of the picture's longest edge. */
const MISS = 0.03;

/** The mask with the connected part at (x, y) alone, or the nearest one that a finger may have meant; null where there is none. */
export function keepPart(mask: Mask, x: number, y: number): Mask | null {
  const { alpha, width, height } = mask;
  const { label } = partsOf(
    alpha.map((value) => (value >= OBJECT_FROM ? 1 : 0)),
    width,
    height,
  );
  const kept = nearestPart(label, mask, x, y);
  if (kept === 0) return null;
  const out = alpha.map((value, at) => {
    if (label[at] === kept) return value;
    // The soft edge of a part is on no part.
    return label[at] === 0 && beside(label, at, width).includes(kept) ? value : 0;
  });
  return { alpha: out, width, height };
}

function nearestPart(label: Int32Array, { width, height }: Mask, x: number, y: number): number {
  const reach = MISS * Math.max(width, height);
  let [part, nearest] = [0, Infinity];
  for (let v = Math.max(0, Math.floor(y - reach)); v < Math.min(height, y + reach + 1); v++) {
    for (let u = Math.max(0, Math.floor(x - reach)); u < Math.min(width, x + reach + 1); u++) {
      const far = u === Math.floor(x) && v === Math.floor(y) ? 0 : Math.hypot(u + 0.5 - x, v + 0.5 - y);
      if (label[v * width + u] === 0 || far > reach || far >= nearest) continue;
      [part, nearest] = [label[v * width + u]!, far];
    }
  }
  return part;
}

const beside = (label: Int32Array, at: number, width: number): readonly (number | undefined)[] => [
  at % width > 0 ? label[at - 1] : 0,
  at % width < width - 1 ? label[at + 1] : 0,
  label[at - width],
  label[at + width],
];
