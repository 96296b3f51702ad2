import { ImageError } from '../../io/images/errors.ts';
import { noticeInWords } from '../../io/images/noticeInWords.ts';
import { readImage } from '../../io/images/read.ts';
import type { ImageFile, ImageHeader } from '../../io/images/types.ts';
import { cutOut } from '../../reconstruction/cutout/automatic.ts';
import { cutBy, maskOf } from '../../reconstruction/cutout/givenMask.ts';
import { CutoutError } from '../../reconstruction/cutout/refusals.ts';
import { toPicture } from '../../reconstruction/cutout/toPicture.ts';
import type { CutBy } from '../../reconstruction/cutout/types.ts';
import type { Picture } from '../../reconstruction/types.ts';
import { Refusal } from '../refusal.ts';
import { bytesOf } from '../registration/files.ts';

export interface ReadPicture {
  readonly picture: Picture;
  readonly by: CutBy | 'mask' | 'drawing';
  /** It was taken for something drawn: one colour throughout. */
  readonly silhouette: boolean;
  readonly notices: readonly string[];
}

/** A PNG, cut out as the scene does, or by a mask of its size (the files' own: both may be shrunk). Throws Refusal, which names the file. */
export function pictureOf(path: string, maskPath?: string): ReadPicture {
  const file = imageOf(path);
  const mask = maskPath === undefined ? null : imageOf(maskPath);
  return refusing(maskPath ?? path, () => {
    if (mask) checkSameSize(file.header, mask.header);
    const cut = mask ? { ...cutBy(file.image, maskOf(mask.image)), by: 'mask' as const } : cutOut(file.image);
    return {
      picture: toPicture(file.image, cut).picture,
      by: cut.by,
      silhouette: cut.silhouette,
      notices: [...file.notices, ...(mask?.notices ?? [])].map(noticeInWords),
    };
  });
}

function checkSameSize({ width, height }: ImageHeader, mask: ImageHeader): void {
  if (mask.width === width && mask.height === height) return;
  throw new CutoutError('mask-size', { width, height, maskWidth: mask.width, maskHeight: mask.height });
}

const imageOf = (path: string): ImageFile => refusing(path, () => readImage(bytesOf(path)));

/** What is wrong with a picture, or with what is cut out of it, is said in one line that names the file. */
export function refusing<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ImageError || error instanceof CutoutError) throw new Refusal(`${path}: ${error.message}`);
    throw error;
  }
}
