import { lazy } from '../../math/lazy.ts';
import { readKin, type Kin } from '../kin/kin.ts';
import { createNetwork, type Network } from './infer.ts';
import { readMany, type Many } from './many.ts';
import type { Simd } from './room.ts';
import { readWeights } from './weights.ts';

/** A file of assets/reconstruction with its manifest, parsed but not trusted. */
export interface AssetFile {
  readonly manifest: unknown;
  readonly bytes: Uint8Array;
}

/** Where the trained files come from; each is asked for when it is first needed. Throws AssetError where there is none. */
export interface AssetSource {
  file(name: 'network' | 'many' | 'kin'): AssetFile;
  /** The bank of masks. */
  bank(): Uint8Array;
}

/** What was trained, read from `source` when first asked for. */
export interface Trained {
  network(): Network;
  many(): Many;
  kin(): Kin;
}

export function trainedFrom(source: AssetSource, simd: Simd = null): Trained {
  const network = lazy(() => {
    const { manifest, bytes } = source.file('network');
    return createNetwork(readWeights(manifest, bytes, 'network'), simd);
  });
  return {
    network,
    many: lazy(() => {
      const { manifest, bytes } = source.file('many');
      return readMany(manifest, bytes, network(), simd);
    }),
    kin: lazy(() => {
      const { manifest, bytes } = source.file('kin');
      return readKin(manifest, bytes, network());
    }),
  };
}
