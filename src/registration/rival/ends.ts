import { identity, multiply, type Matrix4 } from '../../math/matrix4.ts';
import type { Points } from '../../clouds/types.ts';
import { posesApart, type Apart } from '../apart.ts';
import { describe, globalStart } from '../global/start.ts';
import { commonVoxel } from '../global/voxelSize.ts';
import { prepareCloud, type CloudSize, type Prepared } from '../prepare.ts';
import { nullRecorder } from '../recorder.ts';
import type { RivalStart } from '../rivals.ts';
import type { AlternativeKind, Stop } from '../types.ts';
import type { Laid, Lay } from './laid.ts';
import { factorOf, fitSimilarity } from './similarity.ts';

/** Another pose of the same clouds, refined and measured. */
export interface Rival {
  readonly kind: AlternativeKind;
  readonly targetFromSource: Matrix4;
  readonly laid: Laid;
}

/** What rivals are refined and measured with. */
export interface Ground {
  /** 600 source points, and the target. */
  readonly work: Prepared;
  readonly lay: Lay;
  readonly limit: number;
  readonly stop: Stop;
}

const mirrorX = Float64Array.of(-1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);

/** Refines a pose, a mirror image too, with a kernel that begins at `from`. */
export function refinerOf({ work, limit, stop }: Ground): (init: Matrix4, from: number) => Matrix4 {
  return (init, from) =>
    fitSimilarity(
      work.source.cloud.points,
      work.target,
      init,
      { from: Math.max(from, limit), to: limit, rigid: true },
      stop,
    );
}

export function rigidRival(kind: AlternativeKind, targetFromSource: Matrix4, { lay }: Ground): Rival {
  return { kind, targetFromSource, laid: lay(targetFromSource) };
}

/** Where the starts end. */
export function endsOf(starts: readonly RivalStart[], { work, lay, limit, stop }: Ground): readonly Rival[] {
  return starts.map(({ kind, pose, width }) => {
    const kernel = { from: Math.max(width, limit), to: limit, rigid: kind !== 'scale' };
    const end = fitSimilarity(work.source.cloud.points, work.target, pose, kernel, stop);
    return { kind, targetFromSource: end, laid: lay(end) };
  });
}

function mirrored(points: Points) {
  return prepareCloud({ points: points.map((c, i) => (i % 3 === 0 ? -c : c)) });
}

/** Points of the larger cloud that a global search describes here, and poses that it hands on. */
const DESCRIBED = 700;
const FOUND = 4;
const SEED = 1;

/** Global starts (FPFH and RANSAC, one seed for all) of the source or of its mirror image. */
export function globalRivals(clouds: Prepared, kind: 'elsewhere' | 'mirror', stop: Stop): readonly RivalStart[] {
  const source = kind === 'mirror' ? mirrored(clouds.source.cloud.points) : clouds.source;
  const both = { source, target: clouds.target };
  const described = describe(both, commonVoxel(both, DESCRIBED), stop);
  return globalStart(described, identity(), SEED, nullRecorder, stop)
    .slice(0, FOUND)
    .map(({ pose, fitness }) => ({
      kind: kind === 'mirror' ? 'mirror' : 'turn',
      pose: kind === 'mirror' ? multiply(pose, mirrorX) : pose,
      width: described.limit,
      score: fitness,
      contradiction: 0,
    }));
}

/** How far a rival is from a rigid pose, mirrored and scaled ones too: what turns the one into the other without its mirror and its size. */
export function apartOf(home: Matrix4, rival: Matrix4, { centroid, radius }: CloudSize): Apart {
  const factor = factorOf(rival);
  const flip = isMirrored(rival) ? -1 : 1;
  const bare = rival.map((value, i) => (i < 12 && i % 4 < 3 ? (flip * value) / factor : value));
  const [x, y, z] = centroid;
  // About the centroid, which stays where the rival puts it.
  for (let r = 0; r < 12; r += 4) {
    const at = (m: Matrix4) => m[r]! * x + m[r + 1]! * y + m[r + 2]! * z;
    bare[r + 3]! += at(rival) - at(bare);
  }
  return posesApart(home, bare, centroid, radius);
}

/** Where the source's centroid goes from one pose to the other, in the target's frame. */
export function wayBetween(from: Matrix4, to: Matrix4, { centroid: [x, y, z] }: CloudSize): [number, number, number] {
  const at = (m: Matrix4, r: number) => m[r]! * x + m[r + 1]! * y + m[r + 2]! * z + m[r + 3]!;
  return [at(to, 0) - at(from, 0), at(to, 4) - at(from, 4), at(to, 8) - at(from, 8)];
}

function isMirrored(m: Matrix4): boolean {
  const [a, b, c, d, e, f, g, h, i] = [m[0]!, m[1]!, m[2]!, m[4]!, m[5]!, m[6]!, m[8]!, m[9]!, m[10]!];
  return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g) < 0;
}
