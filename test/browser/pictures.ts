import { encode } from 'fast-png';
import type { Page } from 'playwright-core';
import { makeSample } from '../../src/reconstruction/sample.ts';
import type { CategoryId } from '../../src/reconstruction/shapes/index.ts';
import type { DroppedFile } from './registration.ts';

/* Pictures that the tests of the reconstruction scene hand in. */

/** A shape of ours as a PNG with transparency. */
export function shapePng(category: CategoryId, seed: number, size = 256): Uint8Array {
  const { gray, mask } = makeSample(category, seed, { points: 2, size }).picture;
  const data = new Uint8Array(4 * size * size);
  mask.forEach((covered, at) => {
    data.fill(covered === 0 ? 0 : (255 * gray[at]!) / covered, 4 * at, 4 * at + 3);
    data[4 * at + 3] = covered;
  });
  return encode({ width: size, height: size, data, channels: 4, depth: 8 });
}

/** One gray channel: `inside` on white. */
export function grayPng(width: number, height: number, inside: (x: number, y: number) => number | null): Uint8Array {
  const data = new Uint8Array(width * height).fill(255);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data[y * width + x] = inside(x, y) ?? 255;
  return encode({ width, height, data, channels: 1, depth: 8 });
}

export function transparentPng(size: number): Uint8Array {
  return encode({ width: size, height: size, data: new Uint8Array(4 * size * size), channels: 4, depth: 8 });
}

/** A PNG that says how large it is and ends. */
export function headerPng(width: number, height: number): Uint8Array {
  const bytes = shapePng('chair', 1, 16).slice(0, 64);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** Two frames, a black square of another size in each. Codes stay 8 bits wide, for the table is cleared before it grows. */
export function animatedGif(size: number): Uint8Array {
  const bytes = [...Buffer.from('GIF89a'), size, 0, size, 0, 0x80, 0, 0, 255, 255, 255, 0, 0, 0];
  for (const edge of [size / 2, size / 4]) {
    bytes.push(0x21, 0xf9, 4, 0, 10, 0, 0, 0, 0x2c, 0, 0, 0, 0, size, 0, size, 0, 0, 7);
    const codes: number[] = [];
    for (let at = 0; at < size * size; at++) {
      if (at % 100 === 0) codes.push(128);
      const [x, y] = [at % size, Math.floor(at / size)];
      codes.push(Math.abs(x - size / 2) < edge / 2 && Math.abs(y - size / 2) < edge / 2 ? 1 : 0);
    }
    codes.push(129);
    for (let at = 0; at < codes.length; at += 255) {
      const block = codes.slice(at, at + 255);
      bytes.push(block.length, ...block);
    }
    bytes.push(0);
  }
  return Uint8Array.from([...bytes, 0x3b]);
}

/** Pastes a picture, as Ctrl+V would. */
export async function paste(page: Page, { name, bytes }: DroppedFile): Promise<void> {
  await page.evaluate(
    ({ name, base64 }) => {
      const data = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      data.items.add(new File([content], name, { type: 'image/png' }));
      document.body.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    },
    { name, base64: Buffer.from(bytes).toString('base64') },
  );
}
