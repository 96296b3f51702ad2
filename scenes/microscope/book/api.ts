import type { Cancels, Told } from '../../../src/jobs/ticketed.ts';
import type { BookPart, BookSpec } from './run/types.ts';

/** The worker that runs experiments, and keeps where they stand. */
export interface BookApi extends Cancels {
  run(spec: BookSpec, ticket: number, onPart: (part: BookPart) => Told): Promise<void>;
  /** Nothing of it is kept any more, of one that is on its way neither. */
  forget(spec: BookSpec): Promise<void>;
}
