import type { Box2 } from '../crop.ts';
import { OBJECT_FROM, type Mask, type RgbaImage } from './types.ts';

/** Bits that are dropped of a channel: sixteen levels are left. */
const COARSE = 4;

/**
 * What the colours of an object and those beside it, within a region of whole pixels, have in common, 0 … 1: Σ √(p q) of their histograms (Bhattacharyya). A cut by colours
 * cannot tell apart what is alike.
 */
export function alikeOf({ data, width }: RgbaImage, { alpha }: Mask, { left, top, right, bottom }: Box2): number {
  const levels = 256 >> COARSE;
  const [own, others] = [new Float64Array(levels ** 3), new Float64Array(levels ** 3)];
  let [inside, outside] = [0, 0];
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = y * width + x;
      const level = (channel: number) => data[4 * at + channel]! >> COARSE;
      const colour = (level(0) * levels + level(1)) * levels + level(2);
      if (alpha[at]! >= OBJECT_FROM) {
        own[colour]!++;
        inside++;
      } else {
        others[colour]!++;
        outside++;
      }
    }
  }
  if (inside === 0 || outside === 0) return 0;
  return own.reduce((sum, count, colour) => sum + Math.sqrt((count / inside) * (others[colour]! / outside)), 0);
}
