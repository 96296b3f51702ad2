import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ImageError } from '../../io/images/errors.ts';
import { readHeader } from '../../io/images/header.ts';
import { decodePng } from '../../io/images/png.ts';
import { fileOf } from '../../io/images/read.ts';
import type { ImageFile, ImageFormat } from '../../io/images/types.ts';
import type { RgbaImage } from '../../reconstruction/cutout/types.ts';

type Decode = (bytes: ArrayBuffer) => Promise<RgbaImage>;

/**
 * A PNG, JPEG or WebP (its first frame), upright as its EXIF data say.
 * @throws ImageError
 */
export async function readAnyImage(bytes: Uint8Array): Promise<ImageFile> {
  const header = readHeader(bytes);
  const { format } = header;
  if (format === 'png') return fileOf(header, decodePng(bytes));
  if (format !== 'jpeg' && format !== 'webp') {
    throw new ImageError('other-format', { format: format.toUpperCase(), remedy: 'PNG, JPEG or WebP' });
  }
  if (format === 'jpeg' && componentsOf(bytes) === 4) {
    throw new ImageError('other-format', { format: 'JPEG in four colours (CMYK)', remedy: 'a JPEG in RGB or a PNG' });
  }
  const decoded = await decode(format, bytes);
  // Turned upright, width and height may have changed places.
  return fileOf({ ...header, width: decoded.width, height: decoded.height }, decoded);
}

async function decode(format: keyof typeof loaders, bytes: Uint8Array): Promise<RgbaImage> {
  complaints.length = 0;
  try {
    const { data, width, height } = await (await decoderOf(format))(bytes.slice().buffer);
    // What is missing of a JPEG would be gray.
    if (!complaints.some((text) => text.includes('Premature end'))) return { data, width, height };
  } catch {
    // Whatever a damaged file did to the decoder's memory, the next one gets a new decoder.
    decoders.delete(format);
  }
  const problem = complaints.length > 0 ? 'it ends too early or is cut in between' : 'it cannot be decoded';
  throw new ImageError('broken', { format: names[format], problem });
}

/** What the decoders say on their standard error: one line of ours says it. */
const complaints: string[] = [];

const names = { jpeg: 'JPEG', webp: 'WebP' } satisfies Partial<Record<ImageFormat, string>>;

const decoders = new Map<keyof typeof loaders, Promise<Decode>>();

function decoderOf(format: keyof typeof loaders): Promise<Decode> {
  const decoder = decoders.get(format) ?? loaders[format]();
  decoders.set(format, decoder);
  return decoder;
}

const loaders = {
  async jpeg() {
    const { default: decodeJpeg, init } = await import('@jsquash/jpeg/decode.js');
    await init(moduleOf('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'));
    return (bytes) => decodeJpeg(bytes, { preserveOrientation: true });
  },
  async webp() {
    const { default: decodeWebp, init } = await import('@jsquash/webp/decode.js');
    await init(moduleOf('@jsquash/webp/codec/dec/webp_dec.wasm'));
    return decodeWebp;
  },
} satisfies Record<'jpeg' | 'webp', () => Promise<Decode>>;

/** The decoders are built for browsers: they fetch their WebAssembly and answer with ImageData. Node has neither at hand. */
function moduleOf(wasm: string) {
  if (!('ImageData' in globalThis)) Object.assign(globalThis, { ImageData: Pixels });
  return {
    noInitialRun: true,
    wasmBinary: readFileSync(createRequire(import.meta.url).resolve(wasm)),
    printErr: (text: string) => complaints.push(text),
  };
}

class Pixels implements RgbaImage {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;

  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

/** Colour components a pixel, as the frame header of a JPEG says: 1 gray, 3 colours, 4 inks. 0: there is none. */
function componentsOf(bytes: Uint8Array): number {
  for (let at = 2; at + 9 < bytes.length;) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff || marker === 0xff) at++;
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return bytes[at + 9]!;
    else at += 2 + (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8) ? 0 : bytes[at + 2]! * 256 + bytes[at + 3]!);
  }
  return 0;
}
