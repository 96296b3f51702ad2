import type { TrainingMapSpec } from '../../../src/jobs/trainingMap/duty.ts';
import type { TrainingMap } from '../../../src/jobs/trainingMap/map.ts';
import type { Ends } from '../../../src/scene/heat/scale.ts';
import type { Run, Track } from '../run/types.ts';
import type { State } from '../state.ts';

/** A map of trainings with what it is of. */
export interface HeatLook {
  readonly spec: TrainingMapSpec;
  readonly map: TrainingMap;
  /** The rows and columns that are multiples of it are there. */
  readonly stride: number;
}

/** The losses that a map shows, with those before the first update. */
export const endsOf = (map: TrainingMap, of: State['heatOf']): Ends =>
  of === 'train' ? map : { loss: map.test, first: map.firstTest };

/** The training in force, as far as it is there; null before. `older`: the run answers what was asked before. */
export const trackNow = ({ tracks }: Pick<Run, 'tracks'>, older: boolean, id: string): Track | null =>
  (older ? undefined : tracks.find((track) => track.id === id)) ?? null;
