import { crc32 as zlib } from 'node:zlib';
import { expect, test } from 'vitest';
import { crc32 } from '../../src/math/crc32.ts';

test('is zlib’s, whatever the length and wherever the bytes begin', () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, i) => (i * 7919) >> 3);
  for (let from = 0; from < 4; from++) {
    for (const length of [0, 1, 2, 3, 4, 5, 7, 8, 255, 296]) {
      const part = bytes.subarray(from, from + length);
      expect(crc32(part)).toBe(zlib(part));
    }
  }
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});
