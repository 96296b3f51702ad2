/**
 * HHᵀ, where nearly all of a training's time goes: (2Nm)² N multiply-adds a map.
 *
 * H stands in memory as panels of eight features: panel p holds samples × 8 float32, feature 8p + k of sample s at 8 (p samples + s) + k; what
 * lies beyond 2Nm is 0. HHᵀ stands as the tiles of its lower triangle: tile (p, q), q ≤ p, is number p (p + 1)/2 + q, 8 × 8 float64, row major.
 *
 * A block of at most 128 samples is summed in float32, in the samples' order; the block's sum is then rounded to a multiple of g and added to a
 * float64. All sums of such numbers below 2⁵³ g are exact, so neither the blocks' order nor who added them shows in the result: one
 * seed, one result, on any number of workers. g = 2⁻⁵² × `rounding`/1.5, see `roundingFor`.
 */
export const PANEL = 8;
export const TILE = PANEL * PANEL;

/** Samples a block: a worker's answer to a question, some 10 ms. */
export const BLOCK = 128;

export const panelsOf = (features: number): number => Math.ceil(features / PANEL);
export const tilesOf = (panels: number): number => (panels * (panels + 1)) / 2;

/**
 * 1.5 · 2^k: adding and then subtracting it rounds a smaller number to a multiple of g = 2^(k − 52). Features lie in [0, 1], so no entry of HHᵀ
 * exceeds the number of samples, and sums stay exact when that is at most 2⁵³ g = 2^(k + 1). For 6,000 samples g = 2⁻⁴⁰, nine orders below λ.
 */
export function roundingFor(samples: number): number {
  let power = BLOCK * 2;
  while (2 * power < samples) power *= 2;
  return 1.5 * power;
}

/** Adds one block's HHᵀ to the tiles. `h`: panels × samples × 8; `tiles`: 64 each. */
export type AddGram = (h: Float32Array, panels: number, samples: number, tiles: Float64Array, rounding: number) => void;

/** In TypeScript, slowly: bit for bit what the kernel of `gramModule` computes. Where there is no WebAssembly SIMD it stands in. */
export const addGram: AddGram = (h, panels, samples, tiles, rounding) => {
  let tile = 0;
  for (let p = 0; p < panels; p++) {
    for (let q = 0; q <= p; q++) {
      for (let r = 0; r < PANEL; r++) {
        for (let c = 0; c < PANEL; c++) {
          let sum = 0;
          for (let s = 0; s < samples; s++) {
            const product = Math.fround(h[PANEL * (p * samples + s) + r]! * h[PANEL * (q * samples + s) + c]!);
            sum = Math.fround(sum + product);
          }
          tiles[tile + PANEL * r + c]! += sum + rounding - rounding;
        }
      }
      tile += TILE;
    }
  }
};

/** Row-major lower triangle of HHᵀ (features × features; the rest is 0) from tiles. */
export function untile(tiles: Float64Array, features: number): Float64Array<ArrayBuffer> {
  const out = new Float64Array(features * features);
  for (let i = 0; i < features; i++) {
    const p = Math.floor(i / PANEL);
    for (let j = 0; j <= i; j++) {
      const tile = tilesOf(p) + Math.floor(j / PANEL);
      out[i * features + j] = tiles[TILE * tile + PANEL * (i % PANEL) + (j % PANEL)]!;
    }
  }
  return out;
}
