import { ImageError } from '../../io/images/errors.ts';
import { noticeInWords } from '../../io/images/noticeInWords.ts';
import type { ImageFile, ImageHeader } from '../../io/images/types.ts';
import { cutOut } from '../../reconstruction/cutout/automatic.ts';
import { cutBy, maskOf } from '../../reconstruction/cutout/givenMask.ts';
import { CutoutError } from '../../reconstruction/cutout/refusals.ts';
import { toPicture } from '../../reconstruction/cutout/toPicture.ts';
import type { CutBy } from '../../reconstruction/cutout/types.ts';
import type { Picture } from '../../reconstruction/types.ts';
import { Refusal } from '../refusal.ts';
import { bytesOf } from '../registration/files.ts';
import { readAnyImage } from './decoders.ts';

export interface ReadPicture {
  readonly picture: Picture;
  readonly by: CutBy | 'mask';
  /** It was taken for something drawn: one colour throughout. */
  readonly silhouette: boolean;
  readonly notices: readonly string[];
}

/** A PNG, JPEG or WebP, cut out as the scene does, or by a mask of its size (the files' own: both may be shrunk). Rejects with a Refusal, which names the file. */
export async function pictureOf(path: string, maskPath?: string): Promise<ReadPicture> {
  const file = await imageOf(path);
  const mask = maskPath === undefined ? null : await imageOf(maskPath);
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

/** Rejects with a Refusal, which names the file. */
async function imageOf(path: string): Promise<ImageFile> {
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
