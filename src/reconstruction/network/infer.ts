import type { Picture } from '../types.ts';
import { createEncoder, featureOf, type Encoder } from './encoder.ts';
import { createHead } from './head.ts';
import type { Weights } from './weights.ts';

export interface Answer {
  /** 3 · 1,024, in the viewer's frame. */
  readonly points: Float64Array<ArrayBuffer>;
  /** 512 + 896, see `featureOf`. */
  readonly feature: Float32Array<ArrayBuffer>;
}

/** The trained network, for one picture at a time. What it returns is the caller's own. */
export interface Network extends Encoder {
  /** Of network.bin. */
  readonly crc32: number;
  /** Points and feature in one pass. */
  infer(picture: Picture): Answer;
  answer(picture: Picture): Float64Array<ArrayBuffer>;
  /** The encoder alone, half the work. */
  feature(picture: Picture): Float32Array<ArrayBuffer>;
}

/** @throws {AssetError} where a tensor is missing or of another shape. */
export function createNetwork(weights: Weights): Network {
  const { encode } = createEncoder(weights);
  const head = createHead(weights, 0);
  const infer = (picture: Picture): Answer => {
    const encoding = encode(picture);
    head.prepare(encoding);
    return { points: head.answer(), feature: featureOf(encoding) };
  };
  return {
    crc32: weights.crc32,
    encode,
    infer,
    answer: (picture) => infer(picture).points,
    feature: (picture) => featureOf(encode(picture)),
  };
}
