import type { StartsMap } from '../../../src/jobs/trainingMap/starts.ts';
import type { StartsSpec } from '../../../src/jobs/trainingMap/startsDuty.ts';
import type { Look } from '../landscape/look.ts';

/** Where trainings from a landscape's plane end. */
export interface StartsLook {
  readonly spec: StartsSpec;
  /** The landscape, by its name. */
  readonly landscape: string;
  readonly map: StartsMap;
  /** The rows and columns that are multiples of it are there. */
  readonly stride: number;
}

/** A landscape's name: whose plane it is over. */
export const lookName = ({ landscape: { spec, domain } }: Look): string => JSON.stringify([spec, domain]);
