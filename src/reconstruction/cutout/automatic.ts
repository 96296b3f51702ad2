import { alphaMask } from './alpha.ts';
import { borderFill } from './borderFill.ts';
import { lumaAt } from './luma.ts';
import { CutoutError } from './refusals.ts';
import type { Cut, Mask, RgbaImage } from './types.ts';

/** So much of the border must have the background's colour: the rest may be an object that the border cuts off. */
const PLAIN = 0.6;
/** Robust standard deviation of a border that is no background: fur, leaves, a room. JPEG's noise stays below 10. */
const BUSY = 15;
/** An object covers at least and at most so much of its picture. */
const COVERED = [0.0005, 0.97] as const;

/**
 * The object in a picture: by its transparency where it has some, else by the colour of its border.
 * @throws CutoutError nothing to cut out, and why
 */
export function cutOut(image: RgbaImage): Cut {
  const transparent = alphaMask(image);
  if (transparent) return { by: 'alpha', mask: transparent, silhouette: isFlat(image, transparent) };
  if (isUniform(image)) throw new CutoutError('uniform');
  const { mask, plain, covered, spread } = borderFill(image);
  if (plain < PLAIN || spread > BUSY || covered > COVERED[1] || covered < COVERED[0]) {
    throw new CutoutError('nothing-found', { busy: Math.round(100 * (1 - plain)) });
  }
  return { by: 'border', mask, silhouette: isFlat(image, mask) };
}

/** Nothing in the picture differs from its first pixel by more than JPEG's noise on a plain wall. */
function isUniform({ data }: RgbaImage): boolean {
  for (let i = 0; i < data.length; i++) if (Math.abs(data[i]! - data[i % 4]!) > 6) return false;
  return true;
}

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
