import type { Told } from '../../../src/jobs/ticketed.ts';
import type { Landscape, LandscapeSpec } from '../landscape/types.ts';
import type { DataSet } from '../../../src/networks/types.ts';
import type { Brought } from '../own/read.ts';
import type { StudyId } from '../studies/ids.ts';
import type { Sharpness } from '../studies/sharpness.ts';
import type { Study } from '../studies/types.ts';
import type { Row, RunSpec } from '../run/types.ts';
import type { Kept, SubjectOf } from './kept.ts';

/** The worker that trains; jobs go on side by side and end when they are cancelled. */
export interface TrainApi {
  open(): void;
  /** What it trains on. */
  data(spec: Pick<RunSpec, 'data'>): Promise<DataSet>;
  train(spec: RunSpec, ticket: number, onRows: (rows: readonly Row[]) => Told): Promise<void>;
  cancel(ticket: number): void;
}

/** The worker of all that is looked at afterwards. */
export interface AsideApi {
  open(): void;
  keep(id: string, thing: Kept): void;
  forget(id: string): void;
  landscape(
    spec: LandscapeSpec,
    subject: SubjectOf,
    ticket: number,
    onPart: (landscape: Landscape) => Told,
  ): Promise<void>;
  read(name: string, file: Blob, page: DataSet | null, ticket: number): Promise<Brought>;
  sharpness(subject: SubjectOf, ticket: number, onPart: (found: Sharpness) => Told): Promise<void>;
  study(
    id: StudyId,
    subject: SubjectOf | null,
    place: number,
    ticket: number,
    onPart: (part: number) => Told,
  ): Promise<Study>;
  /** See `scriptOf`. */
  script(spec: RunSpec, subject: SubjectOf, place: number): Blob;
  cancel(ticket: number): void;
}
