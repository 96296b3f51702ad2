import type { Trace } from '../landscape/compute.ts';
import type { Landscape, LandscapeSpec } from '../landscape/types.ts';
import type { Row, RunSpec } from '../run/types.ts';

/** What is told is awaited: the answer must not come before it. */
export type Told = void | Promise<void>;

/** The worker that trains; jobs go on side by side and end when they are cancelled. */
export interface TrainApi {
  open(): void;
  train(spec: RunSpec, ticket: number, onRows: (rows: readonly Row[]) => Told): Promise<void>;
  cancel(ticket: number): void;
}

/** The worker of all that is looked at afterwards. */
export interface AsideApi {
  open(): void;
  landscape(
    spec: LandscapeSpec,
    run: RunSpec,
    traces: readonly Trace[],
    ticket: number,
    onPart: (landscape: Landscape) => Told,
  ): Promise<void>;
  cancel(ticket: number): void;
}
