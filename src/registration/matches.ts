import type { Matrix4 } from '../math/matrix4.ts';
import { invertRigid } from '../math/matrix4.ts';
import { annealed } from './anneal.ts';
import type { Prepared } from './prepare.ts';
import { rejectByNormals, trim } from './reject.ts';
import { createSearch } from './search.ts';
import type { IcpSettings } from './types.ts';

/** The matches at one pose, per searching point, both clouds in their trees' order: scratch that every iteration overwrites, no list. */
export interface Matches {
  /** True: source points search in the target. False: target points search in the source. */
  readonly bySource: boolean;
  /** Its match in the other cloud; −1: none within the limit, or rejected. */
  readonly index: Int32Array;
  readonly distanceSq: Float64Array;
  /** What the robust kernel gives it: written by the estimator. */
  readonly weight: Float64Array;
  find(targetFromSource: Matrix4, iteration: number): Found;
}

/** Open3D's measures, of all matches within the limit: before trimming and normals reject any. */
export interface Found {
  fitness: number;
  inlierRmse: number;
  limit: number;
}

export function createMatches({ source, target }: Prepared, settings: IcpSettings): Matches {
  const bySource = settings.search === 'source';
  const searching = (bySource ? source : target).ordered();
  const searched = (bySource ? target : source).ordered();
  const search = createSearch(searching.points, searched.points, searched.tree);
  const { index, distanceSq } = search;
  const cosine = settings.maxNormalAngle === null ? null : Math.cos(settings.maxNormalAngle);
  const normals = cosine === null ? null : ([searching.normals(), searched.normals()] as const);
  const found: Found = { fitness: 0, inlierRmse: NaN, limit: Infinity };
  const inverse = new Float64Array(16);

  return {
    bySource,
    index,
    distanceSq,
    weight: new Float64Array(index.length),
    find(targetFromSource, iteration) {
      found.limit = settings.maxDistance === null ? Infinity : annealed(settings.maxDistance, iteration);
      const searchedFromSearching = bySource ? targetFromSource : invertRigid(targetFromSource, inverse);
      search.update(searchedFromSearching, found.limit);
      measure(index, distanceSq, found);
      if (settings.kernel === 'trimmed') trim(index, distanceSq, settings.keep);
      if (cosine !== null && normals) rejectByNormals(index, ...normals, searchedFromSearching, cosine);
      return found;
    },
  };
}

function measure(index: Int32Array, distanceSq: Float64Array, out: Found): void {
  let matched = 0;
  let sumSq = 0;
  for (let i = 0; i < index.length; i++) {
    if (index[i]! < 0) continue;
    matched++;
    sumSq += distanceSq[i]!;
  }
  out.fitness = index.length > 0 ? matched / index.length : 0;
  out.inlierRmse = Math.sqrt(sumSq / matched);
}
