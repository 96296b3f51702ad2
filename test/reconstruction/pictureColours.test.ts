import { expect, test } from 'vitest';
import { cropOf } from '../../src/reconstruction/cutout/toPicture.ts';
import type { Mask, RgbaImage } from '../../src/reconstruction/cutout/types.ts';
import { coloursOf } from '../../src/reconstruction/pictureColours.ts';
import { PICTURE_SIZE } from '../../src/reconstruction/types.ts';

/** A square of 100 × 100 in the middle of a green 200 × 160, its upper half in one colour, its lower in another. */
function flag(upper: readonly number[], lower: readonly number[]): { image: RgbaImage; mask: Mask } {
  const [width, height] = [200, 160];
  const data = new Uint8ClampedArray(4 * width * height);
  const alpha = new Uint8Array(width * height);
  for (let at = 0; at < alpha.length; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    const inside = x >= 50 && x < 150 && y >= 30 && y < 130;
    alpha[at] = inside ? 255 : 0;
    data.set([...(inside ? (y < 80 ? upper : lower) : [0, 255, 0]), 255], 4 * at);
  }
  return { image: { data, width, height }, mask: { alpha, width, height } };
}

const red = [200, 30, 10];
const blue = [10, 40, 220];
const at = (colours: Uint8Array, x: number, y: number) => [...colours.slice(3 * (y * PICTURE_SIZE + x)).slice(0, 3)];

test('each pixel has the colour of its place on the object, nothing of the ground around it', () => {
  const { image, mask } = flag(red, blue);
  const colours = coloursOf(image, mask, cropOf(mask))!;
  expect(at(colours, 10, 10)).toEqual(red);
  expect(at(colours, 50, 20)).toEqual(red);
  expect(at(colours, 10, 50)).toEqual(blue);
  // The object fills 56 of 64 pixels, from 4 on: there its border takes nothing of the green beside it.
  expect(at(colours, 4, 20)).toEqual(red);
  expect(at(colours, 2, 20)).toEqual([0, 0, 0]);
});

test('a grey picture has no colours of its own', () => {
  const { image, mask } = flag([90, 92, 88], [200, 200, 200]);
  expect(coloursOf(image, mask, cropOf(mask))).toBeNull();
});
