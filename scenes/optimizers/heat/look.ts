import type { Heatmap } from '../../../src/jobs/tuning/heatmap.ts';
import type { HeatmapSpec } from '../../../src/jobs/tuning/heatmapDuty.ts';

/** A map with what it is of. */
export interface HeatLook {
  readonly spec: HeatmapSpec;
  readonly map: Heatmap;
  /** The rows and columns that are multiples of it are there. */
  readonly stride: number;
}
