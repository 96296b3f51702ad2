import type { KdTree } from '../../../src/clouds/kdTree.ts';
import type { PointCloud } from '../../../src/clouds/types.ts';
import type { Laid } from '../../../src/registration/laid.ts';
import type { Measured } from '../../../src/registration/register.ts';
import type { RegisterSpec } from '../../../src/registration/specs.ts';

/** One registration as the page asks for it: clouds and maps by the ids under which they were put. */
export interface RegisterAsk {
  readonly spec: RegisterSpec;
  readonly source: string;
  readonly target: string;
  /** null: the method needs none. */
  readonly maps: string | null;
  readonly record: boolean;
  /** Target ← source as it should be, 16 numbers row major, where it is known: the answer then has `errors`. */
  readonly truth?: readonly number[] | null;
  /** false: without a verdict, unless the method has one of its own. It takes longer than most registrations. */
  readonly judge?: boolean;
}

export interface RegisterAnswer extends Measured {
  /** steps + 1: `meanPointError` of each pose of the record, measured on the target. */
  readonly errors?: Float64Array;
  /** How each pose of the record lies, measured alike for all methods. */
  readonly laid?: Laid;
  /** Of `working`, as the method searched in them: whoever looks at the run needs not build them again. */
  readonly trees?: { readonly source: KdTree; readonly target: KdTree };
}

/** What is sent to the worker once and kept there by id. */
export type Kept =
  | { readonly kind: 'cloud'; readonly cloud: PointCloud }
  | { readonly kind: 'maps'; readonly bytes: Uint8Array<ArrayBuffer> };

/** The registration worker's side. One job at a time, synchronous: it is stopped by ending the worker. */
export interface RegistrationWorkerApi {
  open(): void;
  keep(id: string, kept: Kept): void;
  forget(id: string): void;
  register(ask: RegisterAsk): RegisterAnswer;
}
