import { ImageError } from './errors.ts';
import type { ImageFormat } from './types.ts';

/** `length` bytes from `at` on as Latin-1. */
export function textAt(bytes: Uint8Array, at: number, length: number): string {
  let text = '';
  for (const byte of bytes.subarray(at, at + length)) text += String.fromCharCode(byte);
  return text;
}

/** What a file is by its content; its name is not looked at. */
export function sniff(bytes: Uint8Array): ImageFormat {
  if (bytes.length === 0) throw new ImageError('empty');
  const head = textAt(bytes, 0, 512);
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (head.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (/^GIF8[79]a/.test(head)) return 'gif';
  if (/^RIFF[^]{4}WEBP/.test(head)) return 'webp';
  if (/^[^]{4}ftyp/.test(head)) {
    const brands = head.slice(8, 64);
    if (/avi[fs]/.test(brands)) return 'avif';
    if (/hei[cxms]|hev[cx]|mif1/.test(brands)) return 'heic';
  }
  if (/^BM[^]{8,}/.test(head)) return 'bmp';
  if (/^(II\*\0|MM\0\*)/.test(head)) return 'tiff';
  if (/^(\xef\xbb\xbf)?\s*<(\?xml|svg|!DOCTYPE svg|!--)/i.test(head) && /<svg\b/i.test(textAt(bytes, 0, 4096)))
    return 'svg';
  throw new ImageError('unknown-format');
}
