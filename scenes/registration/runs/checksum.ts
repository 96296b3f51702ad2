/** As it may be: the types of a page are those of a secure one. */
interface Page {
  readonly crypto?: { readonly subtle?: SubtleCrypto };
}

/** SHA-256, hexadecimal; off the page's thread where the page is in a secure context: over plain http from another machine there is no `crypto.subtle`. */
export async function sha256(bytes: ArrayBuffer | Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = (globalThis as Page).crypto?.subtle;
  const hash = subtle
    ? new Uint8Array(await subtle.digest('SHA-256', bytes))
    : await (
        await import('../../../src/io/sha256.ts')
      ).sha256Of(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes));
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
