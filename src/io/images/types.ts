import type { RgbaImage } from '../../reconstruction/cutout/types.ts';

/** What a file is by its first bytes. */
export type ImageFormat = 'png' | 'jpeg' | 'gif' | 'webp' | 'avif' | 'heic' | 'bmp' | 'tiff' | 'svg';

/** What a file's header says, before anything is decoded. */
export interface ImageHeader {
  readonly format: ImageFormat;
  readonly width: number;
  readonly height: number;
  /** It holds several frames: the first one counts. */
  readonly animated: boolean;
}

/** What whoever gave a picture is told besides; the words stand in `noticeInWords` and the dictionaries. */
export type ImageNoticeId =
  | 'animated' // the first frame is used
  | 'scaled-down'; // width, height: the file's; toWidth, toHeight

export interface ImageNotice {
  readonly id: ImageNoticeId;
  readonly values: Readonly<Record<string, number>>;
}

export interface ImageFile {
  readonly header: ImageHeader;
  /** At most 1,024 pixels at its longest. */
  readonly image: RgbaImage;
  readonly notices: readonly ImageNotice[];
}
