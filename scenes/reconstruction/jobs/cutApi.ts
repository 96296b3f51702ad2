import type { Box2 } from '../../../src/reconstruction/crop.ts';
import type { CutoutErrorCode } from '../../../src/reconstruction/cutout/refusals.ts';
import type { Cut, RgbaImage } from '../../../src/reconstruction/cutout/types.ts';
import type { ImageErrorCode } from '../../../src/io/images/errors.ts';
import type { ImageFile } from '../../../src/io/images/types.ts';

type Detail = Readonly<Record<string, string | number>>;

/** Why a picture or a cut cannot be had: an error that a worker can send. */
export type CutRefusal =
  | { readonly of: 'image'; readonly code: ImageErrorCode; readonly detail: Detail }
  | { readonly of: 'cutout'; readonly code: CutoutErrorCode; readonly detail: Detail };

/** `auto`: see `cutOut`; `box`: the one that is drawn, else a guess. */
export type CutWay = 'auto' | 'alpha' | 'border' | 'box';

export interface FoundCut extends Pick<Cut, 'by' | 'mask' | 'doubts' | 'remarks' | 'box'> {
  /** The picture has transparency to speak of. */
  readonly transparent: boolean;
}

export interface CutAsk {
  readonly image: RgbaImage;
  readonly way: CutWay;
  /** Of the border's colour, a factor on the tolerance. */
  readonly looseness: number;
  /** In pixels of the image. */
  readonly box?: Box2 | null;
}

export type Or<T> =
  { readonly value: T; readonly refused: null } | { readonly value: null; readonly refused: CutRefusal };

/** Keeps nothing: one that died is replaced without a word. */
export interface CutWorkerApi {
  open(): void;
  read(file: Blob): Promise<Or<ImageFile>>;
  /** `onPart` hears 0 … 1. */
  cut(ask: CutAsk, onPart: (part: number) => void): Or<FoundCut>;
}
