import type { Box2 } from '../crop.ts';
import { alikeOf } from './alike.ts';
import { alphaMask } from './alpha.ts';
import { withoutBars } from './bars.ts';
import { borderFill, type BorderFill } from './borderFill.ts';
import { boxCut, boxCuts, filledPart, lookedAt } from './boxCut.ts';
import { BUSY, doubtsOf, doubtsOfBox, PLAIN, remarksOf } from './doubts.ts';
import type { Remark } from './said.ts';
import { evidenceOf, overlapOf } from './evidence.ts';
import { cropped, grown, middleOf, shifted, uncropped, wholeWithin } from './frame.ts';
import { cutByMask } from './givenMask.ts';
import { isFlat } from './flat.ts';
import { sharpnessOf, shadedOf } from './outline.ts';
import { CutoutError } from './refusals.ts';
import { OBJECT_FROM, type Cut, type Mask, type RgbaImage } from './types.ts';

/** An object that the border's colour leaves covers at least and at most so much of its picture. */
const COVERED = [0.0005, 0.97] as const;

/** A guessed box is wider than what was found by this share of its longest edge; where nothing was, it is all but this margin. */
const LOOSE = 0.03;
const MIDDLE = 0.08;
/** What both ways have in common, where they mean the same thing: the border's is the finer outline. */
const ALIKE = 0.8;

/**
 * The object in a picture: by its transparency where it has some; else by the colour of its border; else by the colours in a box that is guessed. What speaks against it
 * comes with it: nothing is cut wrongly in silence, and nothing that was found is kept back.
 * @throws CutoutError there is nothing at all to cut out
 */
export function cutOut(image: RgbaImage): Cut {
  const transparent = alphaMask(image);
  if (transparent) return { by: 'alpha', box: null, ...cutByMask(image, transparent) };
  if (isUniform(image)) throw new CutoutError('uniform');
  const inner = withoutBars(image);
  if (!inner) return offerIn(image, null);
  const { mask, box, ...rest } = offerIn(cropped(image, inner), barsIn(image, inner));
  return { ...rest, mask: uncropped(mask, inner, image), box: box && shifted(box, inner.left, inner.top) };
}

/** The object in a box that somebody drew around it, in pixels of the image. */
export function cutByBox(image: RgbaImage, box: Box2, onPart?: (part: number) => void): Cut {
  const { mask, agreement } = boxCuts(image, box, { checked: true, onPart });
  const cut = cutByMask(image, mask);
  const inner = wholeWithin(image, box);
  const found = {
    of: evidenceOf(mask),
    filled: filledPart(mask, inner),
    agreement: agreement ?? 1,
    alike: alikeOf(image, mask, lookedAt(image, inner)),
    shaded: cut.silhouette ? 0 : shadedOf(image, mask),
  };
  return { by: 'box', box, ...cut, doubts: [...cut.doubts, ...doubtsOfBox(found)] };
}

/** The same in a box that nobody drew, and that is said. */
export function cutByGuess(image: RgbaImage, onPart?: (part: number) => void): Cut {
  const cut = cutByBox(image, guessBox(image), onPart);
  return { ...cut, doubts: [{ id: 'guessed', values: {} }, ...cut.doubts] };
}

/** Where the object may be: about what differs from the border's colour, else in the middle. */
function guessBox(image: RgbaImage, fill = borderFill(image)): Box2 {
  const { box, sides } = evidenceOf(fill.mask);
  return box && isObject(fill) && sides < 3 ? grown(box, LOOSE) : middleOf(image, MIDDLE);
}

const isEmpty = ({ alpha }: Mask): boolean => alpha.every((value) => value < OBJECT_FROM);

const isObject = ({ covered }: BorderFill): boolean => covered >= COVERED[0] && covered <= COVERED[1];

/** Two ways, each the other's check. */
function offerIn(image: RgbaImage, bars: Remark | null): Cut {
  const fill = borderFill(image);
  const box = guessBox(image, fill);
  const cut = boxCut(image, box);
  const agreement = overlapOf(fill.mask, cut);
  const isPlain = isObject(fill) && fill.plain >= PLAIN && fill.spread <= BUSY;
  // What was found is offered, whatever is to be said about it.
  const by = isPlain || agreement >= ALIKE || isEmpty(cut) ? 'border' : 'box';
  const mask = by === 'border' ? fill.mask : cut;
  const of = evidenceOf(mask);
  if (of.box === null) throw new CutoutError('nothing-found', { busy: Math.round(100 * (1 - fill.plain)) });
  const silhouette = isFlat(image, mask);
  // A drawing of one gray has no shadow.
  const outline = { sharp: sharpnessOf(image, mask, of.box), shaded: silhouette ? 0 : shadedOf(image, mask) };
  return {
    ...{ by, mask, silhouette, box: by === 'box' ? box : null },
    doubts: doubtsOf({ of, by, border: fill, agreement, ...outline }),
    remarks: remarksOf(of, bars),
  };
}

/** Nothing in the picture differs from its first pixel by more than JPEG's noise on a plain wall. */
function isUniform({ data }: RgbaImage): boolean {
  for (let i = 0; i < data.length; i++) if (Math.abs(data[i]! - data[i % 4]!) > 6) return false;
  return true;
}

const barsIn = ({ width, height }: RgbaImage, { left, top, right, bottom }: Box2): Remark => ({
  id: 'bars',
  values: { top, bottom: height - bottom, left, right: width - right },
});
