import { crc32, deflateSync } from 'node:zlib';

export function chunk(type: string, content: Uint8Array = new Uint8Array(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(content.length);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}

export const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

export function ihdr(width: number, height: number, depth = 8, colourType = 6, interlace = 0): Buffer {
  const content = Buffer.alloc(13);
  content.writeUInt32BE(width);
  content.writeUInt32BE(height, 4);
  content.set([depth, colourType, 0, 0, interlace], 8);
  return chunk('IHDR', content);
}

/** A PNG by the letter of its specification: `samples` row by row, most significant bit first, no filter. */
export function png(
  width: number,
  height: number,
  depth: number,
  colourType: number,
  samples: readonly number[],
  more: readonly Buffer[] = [],
): Buffer {
  const rowSamples = samples.length / height;
  const rows = Array.from({ length: height }, (_, y) => {
    const bits = samples.slice(y * rowSamples, (y + 1) * rowSamples).map((value) => value.toString(2).padStart(depth, '0')).join(''); // prettier-ignore
    const bytes = bits.match(/.{1,8}/g)!.map((eight) => parseInt(eight.padEnd(8, '0'), 2));
    return Buffer.from([0, ...bytes]);
  });
  const data = chunk('IDAT', deflateSync(Buffer.concat(rows)));
  return Buffer.concat([signature, ihdr(width, height, depth, colourType), ...more, data, chunk('IEND')]);
}
