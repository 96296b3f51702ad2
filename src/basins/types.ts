import type { Minimum } from '../surfaces/types.ts';

/** What a start's label says where it is no minimum's index. */
export const UNCONVERGED = 0xfffe;
export const DIVERGED = 0xffff;
/** More minima than these are not told apart: a path that ends in a further one counts as unconverged. */
export const MOST_MINIMA = 4096;

/** How far from a minimum a path may end and have reached it. */
export const REACH = 1e-3;

/** Where the starts of a grid end. Row by row from the window's lower border upwards, x fastest. */
export interface BasinMap {
  /** Starts a side. */
  readonly size: number;
  /** An index into `minima`, `UNCONVERGED` or `DIVERGED`: size². */
  readonly labels: Uint16Array<ArrayBuffer>;
  /** Updates until the path came to rest (rest.ts): size². */
  readonly rests: Uint16Array<ArrayBuffer>;
  readonly minima: readonly Minimum[];
}
