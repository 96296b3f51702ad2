import type { ImageNotice } from '../../../src/io/images/types.ts';
import type { Box2 } from '../../../src/reconstruction/crop.ts';
import type { Doubt, Remark } from '../../../src/reconstruction/cutout/said.ts';
import type { Edit, History } from '../../../src/reconstruction/cutout/edits.ts';
import { cutBy } from '../../../src/reconstruction/cutout/givenMask.ts';
import { CutoutError } from '../../../src/reconstruction/cutout/refusals.ts';
import { toPicture, type Shown } from '../../../src/reconstruction/cutout/toPicture.ts';
import type { CutBy, Mask, RgbaImage } from '../../../src/reconstruction/cutout/types.ts';
import type { PictureColours } from '../../../src/reconstruction/pictured.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';
import type { CutRefusal } from '../jobs/cutApi.ts';
import type { Overrides } from '../state.ts';

/** The visitor's picture, how its object is cut out, and what a hand has done to that. */
export interface Work {
  readonly name: string;
  readonly image: RgbaImage;
  /** It can be cut out by its transparency. */
  readonly transparent: boolean;
  readonly notices: readonly ImageNotice[];
  /** What the mask starts from. */
  readonly from: CutBy;
  /** A factor on the tolerance of the border's colour. */
  readonly looseness: number;
  /** As cut out, before any edit. */
  readonly base: Mask;
  /** Why the base may be wrong, and what there is to say besides. */
  readonly doubts: readonly Doubt[];
  readonly remarks: readonly Remark[];
  /** What the base was cut out within. */
  readonly box: Box2 | null;
  readonly history: History<Edit>;
  /** `base` after the edits. */
  readonly mask: Mask;
  /** What the network sees of it; null: nothing, for `refusal`. */
  readonly shown: Shown | null;
  readonly refusal: CutRefusal | null;
}

export type PageRefusalCode = 'nothing-pasted' | 'no-clipboard' | 'insecure' | 'reader-died';
export type Refusal =
  | CutRefusal
  | { readonly of: 'page'; readonly code: PageRefusalCode; readonly detail: Readonly<Record<string, string | number>> };

/** A picture that the visitor brought or drew, cut out and cropped: as the network gets it. */
export interface OwnPicture {
  /** Another one, or another cut, has another id. */
  readonly id: string;
  /** The file's name, or what it is called. */
  readonly name: string;
  readonly picture: Picture;
  /** It was drawn, and no link can hold it. */
  readonly tooIntricate?: boolean;
  /** The picture's own colours; absent: it has none, as a drawing. */
  readonly colours?: PictureColours | null;
}

/** What was shown when the editor opened: leaving it goes back to that. */
export interface Before {
  readonly work: Work | null;
  readonly picture: OwnPicture | null;
  readonly other: OwnPicture | null;
  readonly shown: Pick<Overrides, 'picture' | 'category' | 'seed' | 'drawing'>;
}

export interface Editing {
  readonly work: Work | null;
  /** The editor is open. */
  readonly open: boolean;
  readonly before: Before | null;
  /** How far the cut that was asked for has come, 0 … 1. */
  readonly cutting: number | null;
  /** The file that is being read. */
  readonly reading: string | null;
  /** Why the last file was not taken. */
  readonly refused: { readonly name: string; readonly why: Refusal } | null;
}

export const noEditing: Editing = {
  work: null,
  open: false,
  before: null,
  cutting: null,
  reading: null,
  refused: null,
};

/** Nothing was cut: nothing was found in the picture. */
export const uncut = { doubts: [], remarks: [], box: null } as const;

/** What speaks against the mask as it stands: a hand that has corrected it has seen it. */
export function doubtsNow({ doubts, history }: Work): readonly Doubt[] {
  const last = history.done.at(-1);
  if (!last) return doubts;
  return last.mode === 'box' ? last.doubts : [];
}

/** What there is to say about the mask as it stands: of what a hand has made of it nothing is known. */
export function remarksNow({ remarks, history }: Work): readonly Remark[] {
  const last = history.done.at(-1);
  if (!last) return remarks;
  return last.mode === 'box' ? last.remarks : [];
}

/** The box that the mask as it stands was cut out within. */
export const boxNow = ({ box, history }: Work): Box2 | null =>
  history.done.findLast((edit) => edit.mode === 'box')?.box ?? box;

/** A work, with what the network sees of it. */
export const workOf = (given: Omit<Work, 'shown' | 'refusal'>): Work => ({ ...given, ...seen(given) });

function seen({ image, mask }: Pick<Work, 'image' | 'mask'>): Pick<Work, 'shown' | 'refusal'> {
  try {
    return { shown: toPicture(image, cutBy(image, mask)), refusal: null };
  } catch (error) {
    if (!(error instanceof CutoutError)) throw error;
    return { shown: null, refusal: { of: 'cutout', code: error.code, detail: error.detail } };
  }
}

export const emptyMask = ({ width, height }: RgbaImage): Mask => ({
  alpha: new Uint8Array(width * height),
  width,
  height,
});
