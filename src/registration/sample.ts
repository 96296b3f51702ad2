import { bounds } from '../clouds/spacing.ts';
import type { Points } from '../clouds/types.ts';
import { downsample } from '../clouds/voxel.ts';
import type { Rng } from '../math/rng.ts';
import { commonVoxel } from './global/voxelSize.ts';
import { prepareCloud, type Prepared, type PreparedCloud } from './prepare.ts';

/**
 * Both clouds at one voxel size. The grid hangs on the corner of each one's box, so that where a cloud stands changes nothing: a corner moves along to
 * the last digit, while the centroid of many large coordinates has lost some.
 */
export function atVoxel({ source, target }: Prepared, voxel: number): Prepared {
  const thin = ({ cloud }: PreparedCloud) => prepareCloud(downsample(cloud, voxel, bounds(cloud.points).min));
  return { source: thin(source), target: thin(target) };
}

/** As they are, or averaged so that neither keeps more than about `most` points. */
export function thinned(clouds: Prepared, most: number): Prepared {
  const larger = Math.max(clouds.source.cloud.points.length, clouds.target.cloud.points.length) / 3;
  return larger <= 1.1 * most ? clouds : atVoxel(clouds, commonVoxel(clouds, most));
}

/** At most `most` different ones of the points, drawn by a partial shuffle. */
export function sampleOf(points: Points, most: number, rng: Rng): Points {
  const count = points.length / 3;
  if (count <= most) return points;
  const order = Int32Array.from({ length: count }, (_, i) => i);
  const out = new Float64Array(3 * most);
  for (let i = 0; i < most; i++) {
    const at = i + rng.integer(count - i);
    const chosen = order[at]!;
    order[at] = order[i]!;
    out.set(points.subarray(3 * chosen, 3 * chosen + 3), 3 * i);
  }
  return out;
}
