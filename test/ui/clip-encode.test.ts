import { expect, test } from 'vitest';
import { videoChoice } from '../../src/ui/clip/encode.ts';
import { gifEncoder } from '../../src/ui/clip/gif.ts';
import { readGif } from './gif.ts';

const WIDTH = 40;
const HEIGHT = 30;

/** Gradients of many colours that move from frame to frame, as a canvas gives its pixels back. */
function painted(frame: number): Uint8ClampedArray {
  const data = new Uint8ClampedArray(4 * WIDTH * HEIGHT);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) data.set([6 * x, 8 * y, 20 * frame, 255], 4 * (y * WIDTH + x));
  }
  return data;
}

test('where nothing encodes video there is none, and a GIF is made', async () => {
  expect('VideoEncoder' in globalThis).toBe(false);
  expect(await videoChoice(640, 480)).toBeNull();
});

test('a GIF, read by another decoder: it loops for ever, has all frames at their pace, and each pixel’s colour nearly', async () => {
  let frame = 0;
  const pen = { getImageData: () => ({ data: painted(frame) }) };
  const canvas = { width: WIDTH, height: HEIGHT, getContext: () => pen } as unknown as HTMLCanvasElement;
  const encoder = gifEncoder({ canvas, framesPerSecond: 10 });
  for (frame = 0; frame < 5; frame++) await encoder.add();
  const blob = await encoder.finish();
  expect(blob.type).toBe('image/gif');
  const gif = readGif(new Uint8Array(await blob.arrayBuffer()));
  expect([gif.width, gif.height, gif.loops, gif.frames.length]).toEqual([WIDTH, HEIGHT, 0, 5]);
  gif.frames.forEach(({ delay, width, height, rgb }, k) => {
    expect([delay, width, height]).toEqual([10, WIDTH, HEIGHT]);
    const wanted = painted(k).filter((_, i) => i % 4 < 3);
    const off = rgb.map((value, i) => Math.abs(value - wanted[i]!));
    // 256 colours for 1,200: each stands for a patch of some 16 × 16 of red and green.
    expect(Math.max(...off)).toBeLessThanOrEqual(24);
    expect(off.reduce((sum, value) => sum + value, 0) / off.length).toBeLessThan(6);
  });
});

test('given up, nothing of it is left', async () => {
  const pen = { getImageData: () => ({ data: painted(0) }) };
  const canvas = { width: WIDTH, height: HEIGHT, getContext: () => pen } as unknown as HTMLCanvasElement;
  const encoder = gifEncoder({ canvas, framesPerSecond: 10 });
  await encoder.add();
  await encoder.cancel();
  await encoder.add();
  const gif = readGif(new Uint8Array(await (await encoder.finish()).arrayBuffer()));
  expect(gif.frames).toHaveLength(1);
});
