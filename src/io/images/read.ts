import { shrunk } from '../../reconstruction/cutout/shrink.ts';
import type { RgbaImage } from '../../reconstruction/cutout/types.ts';
import { ImageError } from './errors.ts';
import { readHeader } from './header.ts';
import { decodePng } from './png.ts';
import type { ImageFile, ImageHeader } from './types.ts';

/**
 * A picture without a browser: PNG alone.
 * @throws ImageError
 */
export function readImage(bytes: Uint8Array): ImageFile {
  const header = readHeader(bytes);
  if (header.format !== 'png') {
    throw new ImageError('other-format', { format: header.format.toUpperCase(), remedy: 'PNG' });
  }
  return fileOf(header, decodePng(bytes));
}

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
