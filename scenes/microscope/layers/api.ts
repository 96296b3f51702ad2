import type { Cancels, Told } from '../../../src/jobs/ticketed.ts';
import type { LayersSpec, Row } from './run/types.ts';

/** The worker that trains and looks inside; jobs go on side by side and end when they are cancelled. */
export interface LayersApi extends Cancels {
  train(spec: LayersSpec, ticket: number, onRows: (rows: readonly Row[]) => Told): Promise<void>;
}
