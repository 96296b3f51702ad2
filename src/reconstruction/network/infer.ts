import type { Picture } from '../types.ts';
import { createEncoder, featureOf, type Encoder } from './encoder.ts';
import { bare, finish, picturesFor, type Extras } from './extras.ts';
import { createHead } from './head.ts';
import type { Simd } from './room.ts';
import type { Weights } from './weights.ts';

export interface Answer {
  /** 3 · 1,024, in the viewer's frame. */
  readonly points: Float64Array<ArrayBuffer>;
  /** Of the picture itself, see `featureOf`. */
  readonly feature: Float32Array<ArrayBuffer>;
}

/** The trained network. What it returns is the caller's own. */
export interface Network extends Encoder {
  /** Of network.bin. */
  readonly crc32: number;
  /** Points and feature in one pass. Without extras: what the layers say, and nothing else. */
  infer(picture: Picture, extras?: Extras): Answer;
  answer(picture: Picture, extras?: Extras): Float64Array<ArrayBuffer>;
  /** The encoder alone, half the work. */
  feature(picture: Picture): Float32Array<ArrayBuffer>;
}

/**
 * @param simd the same bits without it, some forty times later
 * @throws {AssetError} where a tensor is missing or of another shape.
 */
export function createNetwork(weights: Weights, simd: Simd = null): Network {
  const encoder = createEncoder(weights, simd);
  const head = createHead(weights, encoder.widths, 0, simd);
  const infer = (picture: Picture, extras = bare): Answer => {
    const encoding = encoder.encode(...picturesFor(picture, extras));
    head.prepare(encoding);
    return { points: finish(head.answer(), picture, extras), feature: featureOf(encoding) };
  };
  return {
    ...encoder,
    crc32: weights.crc32,
    infer,
    answer: (picture, extras) => infer(picture, extras).points,
    feature: (picture) => featureOf(encoder.encode(picture)),
  };
}
