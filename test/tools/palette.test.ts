import { convertIndexedToRgb, decode, encode } from 'fast-png';
import { expect, test } from 'vitest';
import { paletteOf, readPng, withPalette } from '../../tools/palette.mjs';

test('a picture of no more than 256 colours keeps every one of them', () => {
  const data = Uint8Array.from({ length: 4 * 70 }, (_, i) => (i % 4 === 3 ? 255 : (i * 37) & 255));
  const png = encode({ width: 7, height: 10, data });
  const small = decode(withPalette(png));
  expect(small.palette?.length).toBeLessThanOrEqual(70);
  expect([...convertIndexedToRgb(small)]).toEqual([...data].filter((_, i) => i % 4 < 3));
  expect([...readPng(png).colours.subarray(0, 2)]).toEqual([0x00254a, 0x94b9de]);
});

test('with too few places, a rare colour far from all others keeps one of its own, and near ones share', () => {
  // 999 greys within 8 levels, one vermilion.
  const colours = Int32Array.from({ length: 1000 }, (_, i) => (i === 500 ? 0xc2371f : 0x808080 + 0x010101 * (i % 8)));
  const { entries, indices } = paletteOf({ width: 1000, height: 1, colours }, 4);
  expect(entries).toHaveLength(4);
  expect(entries[indices.get(0xc2371f)!]).toBe(0xc2371f);
  for (const colour of colours) {
    // Three places for 8 levels: none is off by more than 2.
    expect(Math.abs((entries[indices.get(colour)!]! & 255) - (colour & 255))).toBeLessThanOrEqual(2);
  }
});
