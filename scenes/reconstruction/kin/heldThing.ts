import type { Points } from '../../../src/clouds/types.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';

/** A thing with its answer, as it was when it was kept. */
export interface Held {
  /** What of `Shown` names it. */
  readonly shown: {
    readonly key: string;
    readonly from: 'shape' | 'item' | 'own' | 'drawing';
    readonly sample: { readonly category: string; readonly seed: number } | null;
  };
  readonly picture: Picture;
  readonly points: Points;
  readonly feature: Float32Array;
}
