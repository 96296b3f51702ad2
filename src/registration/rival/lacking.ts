import { kNearest } from '../../clouds/kdTree.ts';
import type { Points } from '../../clouds/types.ts';
import { prepareCloud } from '../prepare.ts';
import { OFF, type Laid } from './laid.ts';

/** Sampled points about one that are asked, itself included, and how many of them make a thing that is missing. */
const NEIGHBOURS = 10;
const MOST_OF = 7;

/**
 * Of what the two clouds could have in common at a pose, the part that stands, *with most of what is around it*, where the other has nothing: whole things that only one of them has. Strays,
 * leaves and what is hidden here and there leave some hundredths contradicted and next to nothing of this: right poses of the LiDAR pair have 0.003, a room laid on another end of itself 0.05.
 */
export function lackingAt({ says, on, off }: Laid, samples: readonly Points[]): number {
  let [missing, count] = [0, 0];
  for (const points of samples) {
    missing += missingIn(points, says.subarray(count, count + points.length / 3));
    count += points.length / 3;
  }
  return on + off > 0 ? missing / count / (on + off) : 0;
}

function missingIn(points: Points, says: Uint8Array): number {
  const tree = prepareCloud({ points }).tree();
  const indices = new Int32Array(NEIGHBOURS);
  const distancesSq = new Float64Array(NEIGHBOURS);
  let missing = 0;
  for (let i = 0; i < says.length; i++) {
    if (says[i] !== OFF) continue;
    const found = kNearest(
      tree,
      points[3 * i]!,
      points[3 * i + 1]!,
      points[3 * i + 2]!,
      NEIGHBOURS,
      indices,
      distancesSq,
    );
    let off = 0;
    for (let k = 0; k < found; k++) if (says[indices[k]!] === OFF) off++;
    if (off >= MOST_OF) missing++;
  }
  return missing;
}
