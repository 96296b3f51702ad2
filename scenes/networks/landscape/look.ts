import type { Run } from '../run/types.ts';
import type { Landscape } from './types.ts';

/** A landscape with the run that it is of. */
export interface Look {
  readonly run: Run;
  readonly landscape: Landscape;
}
