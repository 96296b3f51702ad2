import { createMemo } from '../math/memo.ts';
import { log } from '../math/portable.ts';

/**
 * Gradients as of mini-batches: each update sees ∇f + ξ, ξ ~ N(0, σ²/B) in each component. So it is for the mean of B examples, drawn afresh
 * from very many, whose own gradients scatter about ∇f with SD σ alike in every direction and everywhere. (Real noise is neither.)
 */
export interface GradientNoise {
  /** σ, in the gradient's unit. */
  readonly sd: number;
  /** B, at least 1. */
  readonly batch: number;
  readonly seed: number;
}

/*
 * ξ is a function of seed, update, particle and component, so that any step can be computed by itself, on any backend. Kernels have 24 bits for a
 * whole number and no hash fits into them: so a seed makes a table of normal pairs, and an update deals it out to the particles by a step
 * and an offset of its own, (particle · step + offset) mod 2¹⁶. As the step is odd, no two of 2¹⁶ particles get the same pair. A run is
 * particle 0 of every swarm, and at an update all optimizers see the same ξ: they differ by their rules alone.
 */
export const NOISE_PAIRS = 2 ** 16;
/** Different steps: for the 4,096 particles of a kernel, particle · step + offset stays below 2²⁴, up to which float32 counts exactly. */
const STEPS = 2040;

/** A 32-bit hash of a counter under a key: MurmurHash3's finalizer, twice. */
function hash(key: number, counter: number): number {
  let h = Math.imul(counter, 0x9e3779b1) ^ key;
  for (let round = 0; round < 2; round++) {
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h = (h ^ (h >>> 16)) + Math.imul(key, 0x27d4eb2f);
  }
  return h >>> 0;
}

const normalsOnce = createMemo<Float64Array>(4);

/** Of a seed: 2¹⁶ × 2 draws from N(0, 1) (Marsaglia's polar method), shifted and scaled to mean 0 and SD 1. Equal on every engine; do not write to it. */
export function noiseNormals(seed: number): Float64Array {
  return normalsOnce(String(seed), () => {
    const normals = new Float64Array(2 * NOISE_PAIRS);
    let counter = 0;
    const uniform = () => (hash(seed, ++counter) + 0.5) / 2 ** 31 - 1;
    let [sum, squares] = [0, 0];
    for (let i = 0; i < normals.length; i += 2) {
      let [x, y, s] = [0, 0, 1];
      while (s >= 1 || s === 0) {
        x = uniform();
        y = uniform();
        s = x * x + y * y;
      }
      const k = Math.sqrt((-2 * log(s)) / s);
      normals[i] = k * x;
      normals[i + 1] = k * y;
      sum += normals[i]! + normals[i + 1]!;
      squares += normals[i]! ** 2 + normals[i + 1]! ** 2;
    }
    const mean = sum / normals.length;
    const sd = Math.sqrt(squares / normals.length - mean * mean);
    for (let i = 0; i < normals.length; i++) normals[i] = (normals[i]! - mean) / sd;
    return normals;
  });
}

/** How update `update` (1, 2, …) deals the pairs out: pair (particle · step + offset) mod 2¹⁶. */
export const noiseStep = (seed: number, update: number): number => 2 * (hash(~seed, 2 * update) % STEPS) + 1;
export const noiseOffset = (seed: number, update: number): number => hash(~seed, 2 * update + 1) % NOISE_PAIRS;

/** SD of ξ in each component: σ/√B. */
export const noiseSd = ({ sd, batch }: GradientNoise): number => sd / Math.sqrt(batch);

/** ξ along x (0) or y (1) at update `update`; particle 0 is the run. */
export function noiseAt(noise: GradientNoise, update: number, axis: 0 | 1, particle = 0): number {
  const { seed } = noise;
  const pair = (particle * noiseStep(seed, update) + noiseOffset(seed, update)) % NOISE_PAIRS;
  return noiseSd(noise) * noiseNormals(seed)[2 * pair + axis]!;
}
