import { nearest, type Hit } from '../clouds/kdTree.ts';
import { fixed } from './anneal.ts';
import { correspondences } from './correspondences.ts';
import type { MethodSpec } from './methods/method.ts';
import { recipeOf } from './methods/index.ts';
import { phaseAt } from './phase.ts';
import type { Prepared } from './prepare.ts';
import { settingsFrom, type Recipe } from './recipes.ts';
import type { IcpSettings, RegistrationRecord } from './types.ts';

/** The matches of one step that pull: indices into what the method worked on. */
export interface Threads {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** A run as it is played. */
export interface Played {
  readonly record: RegistrationRecord;
  readonly spec: Pick<MethodSpec, 'kernel' | 'search'>;
  /** What the method worked on. */
  readonly prepared: Prepared;
}

/** Matches that count for less than this part of a full one are not shown: they no longer pull. */
const LEAST_WEIGHT = 0.05;
/** More points than this, both clouds together, are not matched again while somebody looks. */
const MOST = 40_000;

/** How the matches of a step were looked for: the phase's own way, within that step's limit. */
function searchAt({ spec, record, prepared }: Played, row: number, recipe: Recipe): IcpSettings {
  const choices = { kernel: spec.kernel, search: spec.search };
  const settings = settingsFrom(recipe, choices, prepared.target);
  const limit = record.limit[row]!;
  const scale = record.scale[row]!;
  // Which points match is the same for every estimation; point to point needs no normals for it.
  return {
    ...settings,
    estimation: 'point',
    maxDistance: Number.isFinite(limit) ? fixed(limit) : null,
    scale: settings.scale && Number.isFinite(scale) ? fixed(scale) : settings.scale,
  };
}

const poseAt = ({ poses }: RegistrationRecord, row: number) => poses.slice(16 * row, 16 * row + 16);

const isLarge = ({ source, target }: Prepared): boolean =>
  (source.cloud.points.length + target.cloud.points.length) / 3 > MOST;

/** The matches that the method used at a step; null where it has none (RANSAC's and DO's parts). */
export function threadsAt(played: Played, step: number): Threads | null {
  const { record, prepared } = played;
  const row = Math.min(step, record.steps);
  const recipe = recipeOf(phaseAt(record, row));
  if (!recipe || isLarge(prepared)) return null;
  const search = searchAt(played, row, recipe);
  const { from, to, weight } = correspondences(prepared, search, poseAt(record, row), 0);
  const pulls = (_: number, k: number) => weight[k]! >= LEAST_WEIGHT;
  return { from: from.filter(pulls), to: to.filter(pulls) };
}

/** Each source point's distance to its nearest target point at a step: 15 ms for 25,000 points on as many. */
export function residualsAt({ record, prepared }: Pick<Played, 'record' | 'prepared'>, step: number): Float32Array {
  const m = poseAt(record, Math.min(step, record.steps));
  const { points } = prepared.source.cloud;
  const tree = prepared.target.tree();
  const hit: Hit = { index: -1, distanceSq: 0 };
  const distances = new Float32Array(points.length / 3);
  for (let i = 0; i < distances.length; i++) {
    const [x, y, z] = [points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!];
    const at = (row: number) => m[row]! * x + m[row + 1]! * y + m[row + 2]! * z + m[row + 3]!;
    nearest(tree, at(0), at(4), at(8), hit, Infinity);
    distances[i] = Math.sqrt(hit.distanceSq);
  }
  return distances;
}
