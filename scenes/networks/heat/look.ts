import type { TrainingMapSpec } from '../../../src/jobs/trainingMap/duty.ts';
import type { TrainingMap } from '../../../src/jobs/trainingMap/map.ts';

/** A map of trainings with what it is of. */
export interface HeatLook {
  readonly spec: TrainingMapSpec;
  readonly map: TrainingMap;
  /** The rows and columns that are multiples of it are there. */
  readonly stride: number;
}
