import type { Cancels } from '../../../src/jobs/ticketed.ts';
import type { NetRefusal } from './own.ts';
import type { DigitLook, DigitMore, DigitNet, DigitSpec, MoreSpec } from './run/types.ts';

/** The worker that reads digits. */
export interface DigitApi extends Cancels {
  look(spec: DigitSpec, ticket: number): Promise<DigitLook>;
  more(spec: MoreSpec, ticket: number): Promise<DigitMore>;
  about(net: number, ticket: number): Promise<DigitNet>;
  /** A file of the reader's own: a network under a number of its own. */
  bring(net: number, name: string, file: Blob): Promise<void>;
  /** Why what was brought is not taken; null: it is. */
  refusal(net: number): NetRefusal | null;
  forget(net: number): void;
}
