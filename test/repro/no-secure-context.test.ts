import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sha256 } from '../../scenes/registration/runs/checksum.ts';

/** A page over plain http from another machine: `crypto` is there, `crypto.subtle` is not. The scene ended in "Cannot read properties of undefined (reading 'digest')". */
describe('without a secure context', () => {
  afterEach(() => vi.unstubAllGlobals());
  const bytes = new TextEncoder().encode('v 0 0 1\n').buffer;
  const expected = createHash('sha256').update(new Uint8Array(bytes)).digest('hex');

  it('files have their checksums all the same, and the same ones', async () => {
    expect(await sha256(bytes)).toBe(expected);
    vi.stubGlobal('crypto', { getRandomValues: () => undefined });
    expect(await sha256(bytes)).toBe(expected);
    vi.stubGlobal('crypto', undefined);
    expect(await sha256(bytes)).toBe(expected);
  });
});
