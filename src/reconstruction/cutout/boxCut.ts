import type { Box2 } from '../crop.ts';
import { areaOf, grown, wholeWithin } from './frame.ts';
import { cutFrom } from './grabcut/cutFrom.ts';
import { BACKGROUND, MAYBE_BACKGROUND, MAYBE_OBJECT } from './grabcut/grabcut.ts';
import { withoutSpecks } from './parts.ts';
import type { Mask, RgbaImage } from './types.ts';

/** So much of the box's longest edge is looked at around it: what the background looks like is learned there. */
const MARGIN = 0.35;
/** Background is learned on this share of what is looked at, at least; else the box's own rim is a first guess of it. */
const LEAST_OUTSIDE = 0.06;
const RIM = 0.04;

/** The object in a box that somebody (or a guess) draws around it, in pixels; parts of it beyond the picture are no matter. */
export function boxCut(image: RgbaImage, box: Box2, onPart?: (part: number) => void): Mask {
  const { left, top, right, bottom } = box;
  const region = wholeWithin(image, grown(box, MARGIN));
  const inner = wholeWithin(image, box);
  const outside = 1 - areaOf(inner) / areaOf(region);
  const rim = outside < LEAST_OUTSIDE ? RIM * Math.max(right - left, bottom - top) : 0;
  const knownAt = (x: number, y: number) => {
    const within = Math.min(x - left, right - x, y - top, bottom - y);
    if (within < 0) return BACKGROUND;
    return within < rim ? MAYBE_BACKGROUND : MAYBE_OBJECT;
  };
  return withoutSpecks(cutFrom(image, { region, knownAt, onPart }));
}
