import { bounds } from '../../clouds/spacing.ts';
import { voxelDownsample } from '../../clouds/voxel.ts';
import type { Prepared, PreparedCloud } from '../prepare.ts';

/** The first guess, in diagonals. */
const FIRST = 0.01;
const TRIES = 8;

/**
 * One voxel size for both clouds, so that neither keeps more than about `most` points; for clouds that have no more anyway,
 * the wider of their spacings.
 */
export function commonVoxel({ source, target }: Prepared, most: number): number {
  const size = Math.max(voxelLeaving(source, most), voxelLeaving(target, most));
  if (size > 0) return size;
  const spacing = Math.max(source.spacing(), target.spacing());
  // Where every point lies on another, any size does.
  return spacing > 0 ? spacing : Math.max(source.size().diagonal, target.size().diagonal) || 1;
}

/**
 * A voxel size that leaves the cloud at most 1.1 `most` points, and where it can at least 0.7 `most`; 0 for a cloud that has no more as it
 * is. The count is taken to go with size⁻², as a surface's does.
 */
function voxelLeaving(cloud: PreparedCloud, most: number): number {
  const { points } = cloud.cloud;
  if (points.length / 3 <= 1.1 * most) return 0;
  const { min } = bounds(points);
  let size = FIRST * cloud.size().diagonal;
  let smallest = Infinity;
  for (let attempt = 0; attempt < TRIES && size > 0; attempt++) {
    const left = voxelDownsample(points, size, min).length / 3;
    if (left <= 1.1 * most) smallest = Math.min(smallest, size);
    if (left <= 1.1 * most && left >= 0.7 * most) break;
    size *= Math.sqrt(left / (0.9 * most));
  }
  return Number.isFinite(smallest) ? smallest : size;
}
