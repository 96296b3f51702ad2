import { createRng } from '../../math/rng.ts';
import type { Picture } from '../types.ts';
import type { Encoder } from './encoder.ts';
import { bare, finish, picturesFor, type Extras } from './extras.ts';
import { createHead } from './head.ts';
import type { Simd } from './room.ts';
import { AssetError, readWeights, type Weights } from './weights.ts';

/** Standard normal numbers that tell one answer of the head from another. */
const NOISE = 16;

export interface Many {
  /**
   * `count` answers to one picture, 3 · 1,024 each: what the picture does not show may differ between them. Sample i hangs on
   * `seed` and i alone, so a larger count begins with the same ones.
   */
  samples(picture: Picture, count: number, seed: number, extras?: Extras): Float64Array<ArrayBuffer>[];
  /** The layers' answer on the given noise, 16 numbers. */
  sample(picture: Picture, noise: ArrayLike<number>): Float64Array<ArrayBuffer>;
}

/**
 * @param network the network whose encoder the head was trained on
 * @throws {AssetError} for a damaged file, and for one that was made for another network.
 */
export function readMany(
  manifest: unknown,
  bytes: Uint8Array,
  network: Encoder & { readonly crc32: number },
  simd: Simd = null,
): Many {
  const weights = readWeights(manifest, bytes, 'many');
  if ((manifest as { readonly network?: unknown }).network !== network.crc32)
    throw new AssetError('many.bin was made for another network: run tools/reconstruction/train/train.py many');
  return createMany(network, weights, simd);
}

/** The head trained by min-of-N (the paper's answer to ambiguity) on the network's own, frozen encoder, which runs once for all samples. */
export function createMany(network: Encoder, weights: Weights, simd: Simd = null): Many {
  const head = createHead(weights, network.widths, NOISE, simd);
  return {
    samples(picture, count, seed, extras = bare) {
      head.prepare(network.encode(...picturesFor(picture, extras)));
      return Array.from({ length: count }, (_, i) => finish(head.answer(noiseOf(seed, i)), picture, extras));
    },
    sample(picture, noise) {
      head.prepare(network.encode(picture));
      return head.answer(noise)[0]!;
    },
  };
}

export function noiseOf(seed: number, index: number): Float64Array<ArrayBuffer> {
  const { gaussian } = createRng(seed, 'many', index);
  return Float64Array.from({ length: NOISE }, gaussian);
}
