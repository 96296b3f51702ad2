import { WORKING_EDGE } from '../../reconstruction/cutout/shrink.ts';
import type { RgbaImage } from '../../reconstruction/cutout/types.ts';
import { ImageError } from './errors.ts';
import { readHeader } from './header.ts';
import { limits } from './limits.ts';
import { decodePng } from './png.ts';
import { fileOf } from './read.ts';
import type { ImageFile, ImageHeader } from './types.ts';

/** PNGs up to here are read as the command line reads them, so that both see the very same bytes. */
const OWN_PNG_PIXELS = 4_000_000;
/** Up to here a picture is taken whole and made smaller by us; the browser scales larger ones as it decodes them. */
const WHOLE_PIXELS = 16_000_000;

/**
 * A picture with the browser's decoders: PNG, JPEG, GIF, WebP, AVIF, BMP; of several frames the first. For a worker: a large picture takes a second. Its size is known, and
 * refused, before anything is decoded.
 * @throws ImageError
 */
export async function readImageInPage(bytes: Uint8Array<ArrayBuffer>): Promise<ImageFile> {
  const header = readHeader(bytes, limits.pagePixels);
  if (header.format === 'png' && header.width * header.height <= OWN_PNG_PIXELS) {
    try {
      return fileOf(header, decodePng(bytes));
    } catch (error) {
      if (!(error instanceof ImageError) || error.code !== 'interlaced') throw error;
    }
  }
  return fileOf(header, await decoded(bytes, header));
}

async function decoded(bytes: Uint8Array<ArrayBuffer>, { format, width, height }: ImageHeader): Promise<RgbaImage> {
  const scale = width * height > WHOLE_PIXELS ? WORKING_EDGE / Math.max(width, height) : 1;
  let bitmap: ImageBitmap;
  try {
    // One edge alone: the other follows, whichever way a photograph's header turns it.
    bitmap = await createImageBitmap(new Blob([bytes], { type: `image/${format}` }), {
      premultiplyAlpha: 'none',
      ...(scale < 1 && { resizeWidth: Math.max(1, Math.round(width * scale)), resizeQuality: 'high' as const }),
    });
  } catch {
    throw new ImageError('broken', { format: format.toUpperCase(), problem: 'the browser cannot decode it' });
  }
  try {
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('no 2-D canvas is to be had');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    return { data: new Uint8ClampedArray(data), width: bitmap.width, height: bitmap.height };
  } finally {
    bitmap.close();
  }
}
