import { ImageError } from '../../io/images/errors.ts';
import { noticeInWords } from '../../io/images/noticeInWords.ts';
import type { ImageFile, ImageHeader } from '../../io/images/types.ts';
import type { Box2 } from '../../reconstruction/crop.ts';
import { cutByBox, cutOut } from '../../reconstruction/cutout/automatic.ts';
import type { Doubt } from '../../reconstruction/cutout/said.ts';
import { cutByMask, maskOf } from '../../reconstruction/cutout/givenMask.ts';
import { remarkInWords } from '../../reconstruction/cutout/inWords.ts';
import { CutoutError } from '../../reconstruction/cutout/refusals.ts';
import { toPicture } from '../../reconstruction/cutout/toPicture.ts';
import type { CutBy } from '../../reconstruction/cutout/types.ts';
import type { Picture } from '../../reconstruction/types.ts';
import { Refusal } from '../refusal.ts';
import { bytesOf } from '../registration/files.ts';
import { readAnyImage } from './decoders.ts';

export interface ReadPicture {
  readonly picture: Picture;
  readonly by: CutBy | 'mask' | 'drawing';
  /** It was taken for something drawn: one colour throughout. */
  readonly silhouette: boolean;
  readonly notices: readonly string[];
  /** Why the cut may be wrong. */
  readonly doubts: readonly Doubt[];
}

/** Where the object is, where somebody says so: a mask's file (of the picture's own size: both may be shrunk), or a box around it. */
export interface Said {
  readonly mask?: string | undefined;
  /** Of a picture of this size, in its pixels. */
  readonly box?: ((width: number, height: number) => Box2) | undefined;
}

/** A PNG, JPEG or WebP, cut out as the scene does, or as somebody says. Rejects with a Refusal, which names the file. */
export async function pictureOf(path: string, { mask: maskPath, box }: Said = {}): Promise<ReadPicture> {
  const file = await imageOf(path);
  const mask = maskPath === undefined ? null : await imageOf(maskPath);
  return refusing(maskPath ?? path, () => {
    if (mask) checkSameSize(file.header, mask.header);
    const cut = mask
      ? { ...cutByMask(file.image, maskOf(mask.image)), by: 'mask' as const }
      : box
        ? cutByBox(file.image, scaled(box(file.header.width, file.header.height), file))
        : cutOut(file.image);
    return {
      picture: toPicture(file.image, cut).picture,
      by: cut.by,
      silhouette: cut.silhouette,
      notices: [...[...file.notices, ...(mask?.notices ?? [])].map(noticeInWords), ...cut.remarks.map(remarkInWords)],
      doubts: cut.doubts,
    };
  });
}

function checkSameSize({ width, height }: ImageHeader, mask: ImageHeader): void {
  if (mask.width === width && mask.height === height) return;
  throw new CutoutError('mask-size', { width, height, maskWidth: mask.width, maskHeight: mask.height });
}

/** A box in the file's pixels as one in those of the image that is worked on. */
function scaled({ left, top, right, bottom }: Box2, { header, image }: ImageFile): Box2 {
  const [x, y] = [image.width / header.width, image.height / header.height];
  return { left: x * left, top: y * top, right: x * right, bottom: y * bottom };
}

/** A PNG, JPEG or WebP. Rejects with a Refusal, which names the file. */
export async function imageOf(path: string): Promise<ImageFile> {
  const bytes = bytesOf(path);
  try {
    return await readAnyImage(bytes);
  } catch (error) {
    return refusing(path, () => {
      throw error;
    });
  }
}

/** What is wrong with a picture, or with what is cut out of it, is said in one line that names the file. */
export function refusing<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof CutoutError) throw new NothingCut(path, error.message);
    if (error instanceof ImageError) throw new Refusal(`${path}: ${error.message}`);
    throw error;
  }
}

/** The picture is sound, but it has no object: of a set, the others can be had nevertheless. */
export class NothingCut extends Refusal {
  readonly why: string;

  constructor(path: string, why: string) {
    super(`${path}: ${why}`);
    this.why = why;
  }
}
