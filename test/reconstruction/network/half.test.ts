import { expect, test } from 'vitest';
import { halfToNumber, numberToHalf, readHalves, writeHalves } from '../../../src/reconstruction/network/half.ts';

test.each([
  [0x0000, 0],
  [0x0001, 2 ** -24],
  [0x03ff, 1023 * 2 ** -24],
  [0x0400, 2 ** -14],
  [0x3555, 0.333251953125],
  [0x3c00, 1],
  [0x3c01, 1 + 2 ** -10],
  [0xc000, -2],
  [0x7bff, 65_504],
  [0x7c00, Infinity],
  [0xfc00, -Infinity],
  [0x7e00, NaN],
])('half %i is %d', (bits, value) => {
  expect(halfToNumber(bits)).toBe(value);
});

test('minus zero keeps its sign', () => {
  expect(halfToNumber(0x8000)).toBe(-0);
  expect(numberToHalf(-0)).toBe(0x8000);
});

test('positive halves rise with their bits, negative ones mirror them, and all come back', () => {
  for (let bits = 0; bits <= 0x7c00; bits++) {
    const value = halfToNumber(bits);
    if (bits > 0 && !(value > halfToNumber(bits - 1))) expect.fail(`half ${bits} is not above the one before`);
    if (halfToNumber(bits | 0x8000) !== -value) expect.fail(`half ${bits} has no mirror image`);
    if (numberToHalf(value) !== bits || numberToHalf(-value) !== (bits | 0x8000)) expect.fail(`half ${bits} is lost`);
  }
});

test.each([
  ['between two halves, to the nearer one', 1 + 0.7 * 2 ** -10, 0x3c01],
  ['a tie to the even one, down', 1 + 0.5 * 2 ** -10, 0x3c00],
  ['a tie to the even one, up', 1 + 1.5 * 2 ** -10, 0x3c02],
  ['up into the next power of two', 1.9999, 0x4000],
  ['a subnormal', 2.6 * 2 ** -24, 0x0003],
  ['half of the smallest to zero', 2 ** -25, 0x0000],
  ['up to the smallest normal one', 2 ** -14 - 2 ** -26, 0x0400],
  ['just below what is infinity', 65_519.99, 0x7bff],
  ['infinity', 65_520, 0x7c00],
  ['no number', NaN, 0x7e00],
])('rounds: %s', (_, value, bits) => {
  expect(numberToHalf(value)).toBe(bits);
});

test('little-endian, from an odd byte as well', () => {
  expect([...writeHalves([1, -2])]).toEqual([0x00, 0x3c, 0x00, 0xc0]);
  expect([...readHalves(Uint8Array.of(9, 0x00, 0x3c, 0x00, 0xc0), 1, 2)]).toEqual([1, -2]);
});

test('every half is read as the number that it is', () => {
  const bytes = Uint8Array.from({ length: 131_072 }, (_, i) => (i % 2 === 0 ? (i >> 1) & 255 : i >> 9));
  readHalves(bytes, 0, 65_536).forEach((value, bits) => {
    if (!Object.is(value, halfToNumber(bits))) expect.fail(`half ${bits} is read as ${value}`);
  });
});
