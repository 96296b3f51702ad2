import type { Evidence } from './evidence.ts';
import type { Doubt, Remark, Said } from './said.ts';

/** What was found out about an offer of ours. */
export interface Findings {
  readonly by: 'border' | 'box';
  readonly of: Evidence;
  readonly border: { readonly plain: number; readonly spread: number };
  /** What the other way of cutting has in common with it, 0 … 1. */
  readonly agreement: number;
  /** See `sharpnessOf`, and `shadedOf`. */
  readonly sharp: number;
  readonly shaded: number;
}

/** So much of the border must have the background's colour: the rest may be an object that the border cuts off. */
export const PLAIN = 0.6;
/** Robust standard deviation of a border that is no background: fur, leaves, a room, in levels. JPEG's noise stays below 10. */
export const BUSY = 12;
/** Two ways of cutting that have less than this in common do not mean the same thing. */
const AGREE = 0.85;
/** Share of a mask from which on a shadow changes its form. */
const SHADED = 0.1;
/** All of it: a gray thing, for no shadow is without what casts it. */
const ALL_SHADED = 0.9;
/** An outline that lies on an edge of the picture has twice as much. */
const SHARP = 0.45;
/** Parts of like size, and the share of the mask in its largest. */
const FEW = 2;
const ONE = 0.75;
/** Of a box, along either edge. */
const STUMP = 0.85;
/** What the colours of a thing and those around it have in common. */
const ALIKE = 0.5;
/** Of the picture. */
const WHOLE = 0.8;
/** Of the picture's frame. */
const FRAME = 0.3;
/** An inverted mask has the frame, all around, and leaves a hole that is most of what it leaves. */
const INVERTED = { framed: 0.9, enclosed: 0.7, covered: 0.995 };
/** Of the picture's frame: a thing that it cuts off has so much of it. */
const CUT_OFF = 0.004;
/** Longest edge of a thing that shows its form, in pixels: half of the network's picture. */
const SMALL = 32;

const percent = (share: number): number => Math.round(100 * share);

/** Everything that speaks against an offer; nothing of it is left out. */
export function doubtsOf({ of, by, border, agreement, sharp, shaded }: Findings): readonly Doubt[] {
  const byBorder = by === 'border';
  const inverted = doubtsOfMask(of);
  return [
    ...when(byBorder && border.plain < PLAIN, 'busy-border', { busy: percent(1 - border.plain) }),
    ...when(byBorder && border.spread > BUSY, 'restless-border', { spread: Math.round(border.spread) }),
    ...when(!byBorder, 'guessed', {}),
    ...when(agreement < AGREE, 'two-minds', { agreement: percent(agreement) }),
    ...when(shaded > SHADED && shaded < ALL_SHADED, 'shadow', { shaded: percent(shaded) }),
    ...when(sharp < SHARP, 'blurred', {}),
    ...inverted,
    ...manyOf(of),
    ...when(inverted.length === 0 && of.covered > WHOLE, 'whole', { covered: percent(of.covered) }),
    ...when(inverted.length === 0 && of.framed > FRAME, 'frame', { framed: percent(of.framed) }),
  ];
}

/** Of a mask that somebody gave: it has the frame of the picture, and what it leaves free lies within. */
export function doubtsOfMask({ framed, enclosed, covered }: Evidence): readonly Doubt[] {
  const inverted = framed >= INVERTED.framed && enclosed >= INVERTED.enclosed && covered < INVERTED.covered;
  return when(inverted, 'inverted', { framed: percent(framed) });
}

/** What was found out about a cut in a box. */
export interface BoxFindings {
  readonly of: Pick<Evidence, 'parts' | 'largest'>;
  /** See `filledPart`, `BoxCut`, `alikeOf` and `shadedOf`. */
  readonly filled: number;
  readonly agreement: number;
  readonly alike: number;
  readonly shaded: number;
}

/** Of what was cut out of a box that somebody drew: whoever draws one draws it close about one thing, and the cut goes by colours. */
export const doubtsOfBox = ({ of, filled, agreement, alike, shaded }: BoxFindings): readonly Doubt[] => [
  ...when(filled < STUMP, 'stump', { filled: percent(filled) }),
  ...when(agreement < AGREE, 'two-minds', { agreement: percent(agreement) }),
  ...when(alike > ALIKE, 'alike', { alike: percent(alike) }),
  ...when(shaded > SHADED, 'shadow', { shaded: percent(shaded) }),
  ...manyOf(of),
];

export function remarksOf({ box, framed }: Evidence, bars: Remark | null): readonly Remark[] {
  const pixels = box ? Math.max(box.right - box.left, box.bottom - box.top) : 0;
  return [
    ...(bars ? [bars] : []),
    ...when(framed > CUT_OFF, 'cut-off', {}),
    ...when(pixels > 0 && pixels < SMALL, 'small', { pixels }),
  ];
}

const manyOf = ({ parts, largest }: Pick<Evidence, 'parts' | 'largest'>) =>
  when(parts > FEW || (parts > 0 && largest < ONE), 'many', { parts });

const when = <const Id>(holds: boolean, id: Id, values: Said<Id>['values']): readonly Said<Id>[] =>
  holds ? [{ id, values }] : [];
