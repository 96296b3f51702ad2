import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sha256Of } from '../../src/io/sha256.ts';
import { createRng } from '../../src/math/rng.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const text = (string: string) => new TextEncoder().encode(string);

describe('SHA-256 without crypto.subtle', () => {
  // FIPS 180-2, appendix B, and the empty message of NIST's CAVP vectors.
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('NIST’s vector %#', async (message, expected) => {
    expect(hex(await sha256Of(text(message)))).toBe(expected);
  });

  it('every length around a block, and of many blocks, is what Node’s own says; seed 1', async () => {
    const rng = createRng(1, 'sha256');
    for (const length of [...Array.from({ length: 130 }, (_, i) => i), 5_000_003]) {
      const bytes = Uint8Array.from({ length }, () => rng.integer(256));
      expect(hex(await sha256Of(bytes))).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });
});
