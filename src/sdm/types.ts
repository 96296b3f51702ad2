/** What an experiment is set by beside h; `low` and `high` are the ends of the range from which starts are drawn for training. */
export type SdmParam = 'maps' | 'samples' | 'lambda' | 'reach' | 'seed' | 'low' | 'high' | 'target';

/** A training and its trials: same spec, same record (on one engine). */
export interface SdmSpec extends Readonly<Record<SdmParam, number>> {
  /** An id of `sdmFunctions`, or the reader's own formula in x. */
  readonly h: string;
}

/** Where every start went. */
export interface SdmPaths {
  readonly starts: number;
  /** starts × (K + 1), one start after another: x after 0 … K updates. Not finite from where a start was lost on. */
  readonly x: Float64Array<ArrayBuffer>;
  /** K + 1: √(mean over the starts of (x − x*)²) after 0 … K updates; not finite once one start is lost. */
  readonly error: Float64Array<ArrayBuffer>;
}

export interface SdmRecord {
  /** x* with h(x*) = y; where the range holds several, the one nearest to its middle. */
  readonly answer: number;
  /** 2 × K, map after map: slope r, bias b. */
  readonly maps: Float64Array<ArrayBuffer>;
  /** The starts that the maps were learned from. */
  readonly train: SdmPaths;
  /** As many others, which the maps never saw, moved by the same maps. */
  readonly test: SdmPaths;
  /** Those others again, moved by Newton's method. */
  readonly newton: SdmPaths;
}
