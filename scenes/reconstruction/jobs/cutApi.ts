import type { CutoutErrorCode } from '../../../src/reconstruction/cutout/refusals.ts';
import type { Mask, RgbaImage } from '../../../src/reconstruction/cutout/types.ts';
import type { ImageErrorCode } from '../../../src/io/images/errors.ts';
import type { ImageFile } from '../../../src/io/images/types.ts';

type Detail = Readonly<Record<string, string | number>>;

/** Why a picture or a cut cannot be had: an error that a worker can send. */
export type CutRefusal =
  | { readonly of: 'image'; readonly code: ImageErrorCode; readonly detail: Detail }
  | { readonly of: 'cutout'; readonly code: CutoutErrorCode; readonly detail: Detail };

/** `auto`: transparency where there is some, else the border's colour, refused where that finds nothing. */
export type CutWay = 'auto' | 'alpha' | 'border';

export interface FoundCut {
  readonly by: 'alpha' | 'border';
  readonly mask: Mask;
  /** The picture has transparency to speak of. */
  readonly transparent: boolean;
}

export interface CutAsk {
  readonly image: RgbaImage;
  readonly way: CutWay;
  /** Of the border's colour, a factor on the tolerance. */
  readonly looseness: number;
}

export type Or<T> =
  { readonly value: T; readonly refused: null } | { readonly value: null; readonly refused: CutRefusal };

/** Keeps nothing: one that died is replaced without a word. */
export interface CutWorkerApi {
  open(): void;
  read(file: Blob): Promise<Or<ImageFile>>;
  cut(ask: CutAsk): Or<FoundCut>;
}
