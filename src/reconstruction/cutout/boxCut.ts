import { maskBox, type Box2 } from '../crop.ts';
import { borderFill } from './borderFill.ts';
import { overlapOf } from './evidence.ts';
import { areaOf, cropped, grown, uncropped, wholeWithin } from './frame.ts';
import { cutFrom } from './grabcut/cutFrom.ts';
import { BACKGROUND, MAYBE_BACKGROUND, MAYBE_OBJECT } from './grabcut/grabcut.ts';
import { withoutSpecks } from './parts.ts';
import { OBJECT_FROM, type Mask, type RgbaImage } from './types.ts';

/** So much of the box's longest edge is looked at around it: what the background looks like is learned there. */
const MARGIN = 0.2;
/** Background is learned on this share of what is looked at, at least; else the box's own rim is a first guess of it. */
const LEAST_OUTSIDE = 0.06;
const RIM = 0.04;
/** What an outline costs: as Rother et al. found, and less, for a thing of which that leaves a stump. */
const GAMMAS = [50, 20] as const;
/** A box is drawn close about a thing: a cut that fills so much of it, along either edge, is the thing. */
const FILLS = 0.94;
/** Another cut must fill so much more of it; and so much more where it is the border's colour alone that was gone by. */
const BETTER = 0.02;
const MUCH_BETTER = 0.3;
const PLAIN = 0.9;

export interface BoxCut {
  readonly mask: Mask;
  /** What it has in common with a cut whose outline is cheaper, 0 … 1; null: none was made. */
  readonly agreement: number | null;
}

/** The object in a box that somebody (or a guess) draws around it, in pixels; what of the box lies beyond the picture is no matter. */
export const boxCut = (image: RgbaImage, box: Box2, onPart?: (part: number) => void): Mask =>
  boxCuts(image, box, { onPart }).mask;

/** The same, and, where it is to be `checked`, whether it hangs on what an outline costs. */
export function boxCuts(
  image: RgbaImage,
  box: Box2,
  { checked = false, onPart }: { readonly checked?: boolean; readonly onPart?: ((part: number) => void) | undefined },
): BoxCut {
  const inner = wholeWithin(image, box);
  const filled = (mask: Mask) => filledPart(mask, inner);
  const first = grabbed(image, inner, GAMMAS[0], (part) => onPart?.(part / 2));
  const falls = filled(first) < FILLS;
  const freer = falls || checked ? grabbed(image, inner, GAMMAS[1], (part) => onPart?.((1 + part) / 2)) : null;
  let best = first;
  if (falls && freer) {
    if (filled(freer) > filled(best) + BETTER) best = freer;
    const { mask, plain } = borderFill(cropped(image, inner));
    const plainly = uncropped(mask, inner, image);
    if (plain > PLAIN && filled(plainly) > filled(best) + MUCH_BETTER) best = plainly;
  }
  onPart?.(1);
  return { mask: best, agreement: freer && overlapOf(first, freer) };
}

/** Where the background of a box is looked at: the box and what is around it. */
export const lookedAt = (image: RgbaImage, inner: Box2): Box2 => wholeWithin(image, grown(inner, MARGIN));

function grabbed(image: RgbaImage, inner: Box2, gamma: number, onPart: (part: number) => void): Mask {
  const { left, top, right, bottom } = inner;
  const region = lookedAt(image, inner);
  const outside = 1 - areaOf(inner) / areaOf(region);
  const rim = outside < LEAST_OUTSIDE ? RIM * Math.max(right - left, bottom - top) : 0;
  const knownAt = (x: number, y: number) => {
    const within = Math.min(x - left, right - x, y - top, bottom - y);
    if (within < 0) return BACKGROUND;
    return within < rim ? MAYBE_BACKGROUND : MAYBE_OBJECT;
  };
  return withoutSpecks(cutFrom(image, { region, knownAt, gamma, onPart }));
}

/** Along the edge that it fills less, the part of a box that the box of a mask fills. */
export function filledPart({ alpha, width }: Mask, { left, top, right, bottom }: Box2): number {
  const own = maskBox(alpha, width, OBJECT_FROM);
  if (!own) return 0;
  const across = (own.right - own.left) / (right - left);
  const down = (own.bottom - own.top) / (bottom - top);
  return Math.min(across, down);
}
