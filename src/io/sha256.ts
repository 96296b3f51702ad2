/*
 * SHA-256 (FIPS 180-4) without `crypto.subtle`, which a page has in a secure context alone: over plain http from another machine there is none.
 */

/** The first 32 bits of the fractional parts of the n-th roots of the first primes. */
function fractionsOfRoots(count: number, root: (prime: number) => number): Uint32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Uint32Array.from(primes, (prime) => (root(prime) % 1) * 2 ** 32);
}

const roundConstants = fractionsOfRoots(64, Math.cbrt);
const start = fractionsOfRoots(8, Math.sqrt);

const BLOCK = 64;
/** Blocks between two breaths of the page: some 20 ms. */
const BREATH = 32_768;

const turned = (x: number, by: number): number => (x >>> by) | (x << (32 - by));

/** One block of 64 bytes from `at` on, into the state. */
function compress(state: Uint32Array, bytes: Uint8Array, at: number, w: Uint32Array): void {
  for (let i = 0; i < 16; i++) {
    const k = at + 4 * i;
    w[i] = (bytes[k]! << 24) | (bytes[k + 1]! << 16) | (bytes[k + 2]! << 8) | bytes[k + 3]!;
  }
  for (let i = 16; i < 64; i++) {
    const [a, b] = [w[i - 15]!, w[i - 2]!];
    const s0 = turned(a, 7) ^ turned(a, 18) ^ (a >>> 3);
    const s1 = turned(b, 17) ^ turned(b, 19) ^ (b >>> 10);
    w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + roundConstants[i]! + w[i]!) | 0;
    const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b] = [g, f, e, (d + t1) | 0, c, b, a];
    a = (t1 + t2) | 0;
  }
  [a, b, c, d, e, f, g, h].forEach((value, i) => (state[i]! += value));
}

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** The 32 bytes of the hash. Lets the page breathe between the megabytes. */
export async function sha256Of(bytes: Uint8Array): Promise<Uint8Array> {
  const state = start.slice();
  const w = new Uint32Array(64);
  const whole = Math.floor(bytes.length / BLOCK);
  for (let block = 0; block < whole; block++) {
    if (block % BREATH === BREATH - 1) await breathe();
    compress(state, bytes, block * BLOCK, w);
  }
  const rest = bytes.subarray(whole * BLOCK);
  const tail = new Uint8Array(rest.length + 9 > BLOCK ? 2 * BLOCK : BLOCK);
  tail.set(rest);
  tail[rest.length] = 0x80;
  new DataView(tail.buffer).setBigUint64(tail.length - 8, 8n * BigInt(bytes.length));
  for (let at = 0; at < tail.length; at += BLOCK) compress(state, tail, at, w);
  const out = new Uint8Array(32);
  const view = new DataView(out.buffer);
  state.forEach((word, i) => view.setUint32(4 * i, word));
  return out;
}
