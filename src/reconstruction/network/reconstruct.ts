import type { Points } from '../../clouds/types.ts';
import type { Picture } from '../types.ts';
import type { Extras } from './extras.ts';
import type { Trained } from './trained.ts';

export interface ReconstructSpec {
  /** 1: the network's one answer; more: so many of the head that was trained to differ. */
  readonly samples: number;
  /** Of the many head's noise. */
  readonly seed: number;
  readonly extras: Extras;
}

export interface Reconstruction {
  /** 1,024 points each, in the viewer's frame. */
  readonly clouds: readonly Points[];
  /** See `featureOf`. */
  readonly feature: Float32Array;
  /** Of network and extras, all samples. */
  readonly milliseconds: number;
  /** Whether SIMD was at work. */
  readonly simd: boolean;
}

/** @param now milliseconds of a clock */
export function reconstruct(
  { samples, seed, extras }: ReconstructSpec,
  picture: Picture,
  trained: Trained,
  now: () => number,
): Reconstruction {
  const network = trained.network();
  const many = samples > 1 ? trained.many() : null;
  const begin = now();
  const { points, feature } = network.infer(picture, extras);
  const clouds = many ? many.samples(picture, samples, seed, extras) : [points];
  return { clouds, feature, milliseconds: now() - begin, simd: network.simd() };
}
