import { shrunk } from '../../reconstruction/cutout/shrink.ts';
import type { RgbaImage } from '../../reconstruction/cutout/types.ts';
import type { ImageFile, ImageHeader } from './types.ts';

/** What was decoded, no larger than it is worked on with, and what there is to say about it. */
export function fileOf(header: ImageHeader, decoded: RgbaImage): ImageFile {
  const image = shrunk(decoded);
  const { width, height } = header;
  const smaller = image.width < decoded.width || decoded.width < Math.min(width, height);
  return {
    header,
    image,
    notices: [
      ...(header.animated ? [{ id: 'animated' as const, values: {} }] : []),
      ...(smaller
        ? [{ id: 'scaled-down' as const, values: { width, height, toWidth: image.width, toHeight: image.height } }]
        : []),
    ],
  };
}
