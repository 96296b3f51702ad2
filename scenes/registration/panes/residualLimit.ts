import type { PaneRun } from '../runs/paneRuns.ts';

/** Part of a model's largest dimension at which a residual has the ramp's last colour … */
const OF_SIZE = 0.1;
/** … and, for scans, voxel edges. */
const VOXELS = 4;

/** The distance at the upper end of the colour bar, in the pair's unit. */
export function residualLimit({ pair, answer }: PaneRun): number {
  const { voxel } = answer.chosen;
  return pair.unit === 'size' || voxel === null ? OF_SIZE * pair.largestDimension : VOXELS * voxel;
}
