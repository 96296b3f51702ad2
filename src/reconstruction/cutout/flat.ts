import { lumaAt } from './luma.ts';
import type { Mask, RgbaImage } from './types.ts';

/**
 * One colour throughout, but for the outline, which is mixed with the background: 98 % of the wholly covered pixels that lie two pixels
 * within it (of a thin thing: of all) are within 2 levels of their median. A rendered or photographed thing has shading.
 */
export function isFlat(image: RgbaImage, mask: Mask): boolean {
  const { alpha, width } = mask;
  const whole = (at: number) => alpha[at] === 255;
  const within = (at: number) => whole(at - 2) && whole(at + 2) && whole(at - 2 * width) && whole(at + 2 * width);
  const all = histogramOf(image, mask, whole);
  const inner = histogramOf(image, mask, (at) => whole(at) && within(at));
  const { histogram, count } = inner.count > all.count / 4 ? inner : all;
  if (count === 0) return false;
  let median = 0;
  for (let below = histogram[0]!; below < count / 2; below += histogram[median]!) median++;
  const near = histogram.subarray(Math.max(0, median - 2), median + 3).reduce((a, b) => a + b, 0);
  return near >= 0.98 * count;
}

/** Of the luma, rounded, of the pixels that `counts`. */
function histogramOf(image: RgbaImage, { alpha }: Mask, counts: (at: number) => boolean) {
  const histogram = new Uint32Array(256);
  let count = 0;
  for (let at = 0; at < alpha.length; at++) {
    if (!counts(at)) continue;
    histogram[Math.round(lumaAt(image, at))]!++;
    count++;
  }
  return { histogram, count };
}
