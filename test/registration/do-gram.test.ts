import { expect, test } from 'vitest';
import { createRng } from '../../src/math/rng.ts';
import { addGram, BLOCK, panelsOf, roundingFor, TILE, tilesOf, untile } from '../../src/registration/do/gram.ts';
import { gramModule } from '../../src/registration/do/gramModule.ts';

/* HHᵀ: the WebAssembly kernel against its TypeScript twin (bit for bit) and against float64 (within what float32 sums can lose). */

const SEED = 5;

/** Samples × features, like a feature: positive, summing to 1, many small ones. */
function features(count: number, samples: number): Float64Array {
  const rng = createRng(SEED, 'gram', count, samples);
  const h = new Float64Array(count * samples);
  for (let s = 0; s < samples; s++) {
    const row = h.subarray(s * count, (s + 1) * count);
    for (let i = 0; i < count; i++) row[i] = Math.exp(-8 * rng.uniform());
    const total = row.reduce((sum, v) => sum + v, 0);
    for (let i = 0; i < count; i++) row[i] = Math.fround(row[i]! / total);
  }
  return h;
}

function panelled(h: Float64Array, count: number, samples: number): Float32Array {
  const out = new Float32Array(panelsOf(count) * samples * 8);
  for (let s = 0; s < samples; s++)
    for (let i = 0; i < count; i++) out[8 * ((i >> 3) * samples + s) + (i & 7)] = h[s * count + i]!;
  return out;
}

async function kernel(
  h: Float32Array,
  panels: number,
  samples: number,
  tiles: Float64Array,
  rounding: number,
): Promise<void> {
  const hBytes = h.byteLength;
  const memory = new WebAssembly.Memory({ initial: Math.ceil((hBytes + tiles.byteLength) / 65536) });
  const { instance } = await WebAssembly.instantiate(gramModule(), { gram: { memory } });
  new Float32Array(memory.buffer, 0, h.length).set(h);
  const inside = new Float64Array(memory.buffer, hBytes, tiles.length);
  inside.set(tiles);
  (instance.exports.add as (...args: number[]) => void)(0, panels, samples, hBytes, rounding);
  tiles.set(inside);
}

test.each([
  [1, 1],
  [8, 3],
  [61, BLOCK],
  [120, 77],
])(
  `%i features, %i samples (seed ${SEED}): kernel = TypeScript bit for bit, and within n·2⁻²⁴ of float64`,
  async (count, samples) => {
    const h = features(count, samples);
    const panels = panelsOf(count);
    const rounding = roundingFor(6000);
    const slow = new Float64Array(TILE * tilesOf(panels)).fill(0.25);
    const fast = slow.slice();
    addGram(panelled(h, count, samples), panels, samples, slow, rounding);
    await kernel(panelled(h, count, samples), panels, samples, fast, rounding);
    expect(fast).toEqual(slow);
    const gram = untile(fast, count);
    for (let i = 0; i < count; i++) {
      for (let j = 0; j <= i; j++) {
        let exact = 0;
        for (let s = 0; s < samples; s++) exact += h[s * count + i]! * h[s * count + j]!;
        // Higham's bound for sums of n positive float32 products, (n + 1) u, and half of g = 2⁻⁴⁰ for the rounding.
        const bound = (samples + 1) * 2 ** -24 * exact + 2 ** -41;
        expect(Math.abs(gram[i * count + j]! - 0.25 - exact)).toBeLessThanOrEqual(bound);
      }
    }
  },
);

test(`the order of the blocks does not show (seed ${SEED}), nor how many add them up`, () => {
  const [count, samples] = [24, 40];
  const panels = panelsOf(count);
  const blocks = [1, 2, 3, 4, 5].map((k) => panelled(features(count, samples + k), count, samples + k));
  const sumOf = (order: readonly number[]) => {
    const tiles = new Float64Array(TILE * tilesOf(panels));
    for (const k of order) addGram(blocks[k]!, panels, samples + k + 1, tiles, roundingFor(6000));
    return tiles;
  };
  const straight = sumOf([0, 1, 2, 3, 4]);
  expect(sumOf([4, 2, 0, 3, 1])).toEqual(straight);
  const halves = [sumOf([1, 3]), sumOf([4, 0, 2])];
  expect(halves[0]!.map((v, i) => v + halves[1]![i]!)).toEqual(straight);
  expect(straight.some((v) => v > 0.01)).toBe(true);
});

test('the rounding leaves every sum of as many samples exact', () => {
  for (const samples of [1, 200, 6000, 8192, 30_000, 1_000_000]) {
    const rounding = roundingFor(samples);
    const grain = (2 ** -52 * rounding) / 1.5;
    expect(samples).toBeLessThanOrEqual(2 ** 53 * grain);
    expect(rounding / 1.5).toBeGreaterThanOrEqual(2 * BLOCK);
    // λ = 1e-4 weighs N times as much as a block's rounding could ever add up to.
    expect((samples / BLOCK + 1) * grain).toBeLessThan(1e-6 * 1e-4 * Math.max(samples, 100));
  }
});
