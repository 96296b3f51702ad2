import { correspondences } from '../../../src/registration/correspondences.ts';
import { fixed } from '../../../src/registration/anneal.ts';
import { icpMethods, settingsOf, type IcpMethodId } from '../../../src/registration/recipes.ts';
import { phaseAt } from '../../../src/registration/phase.ts';
import { prepare, type Prepared } from '../../../src/registration/prepare.ts';
import type { IcpSettings } from '../../../src/registration/types.ts';
import type { PaneRun } from './runs.ts';

/** The matches of one step that pull: indices into what the method worked on. */
export interface Threads {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Matches that count for less than this part of a full one are not shown: they no longer pull. */
const LEAST_WEIGHT = 0.05;
/** More points than this, both clouds together, are not matched again on the page's own thread. */
const MOST = 40_000;

/** By what a method worked on, which outlives the verdict that comes later. */
const preparedOf = new WeakMap<PaneRun['working'], Prepared>();

function prepared({ working }: PaneRun): Prepared {
  let clouds = preparedOf.get(working);
  if (!clouds) preparedOf.set(working, (clouds = prepare(working)));
  return clouds;
}

function isIcp(phase: string): phase is IcpMethodId {
  return Object.hasOwn(icpMethods, phase);
}

/** How the matches of a step were looked for: the phase's own way, within that step's limit. */
function searchAt(run: PaneRun, step: number, phase: IcpMethodId): IcpSettings {
  const { spec, record } = run;
  const row = Math.min(step, record.steps);
  const choices = { kernel: spec.kernel, search: spec.search };
  const settings = settingsOf(phase, choices, prepared(run).target);
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

function poseAt({ record }: PaneRun, step: number): Float64Array {
  const row = Math.min(step, record.steps);
  return record.poses.slice(16 * row, 16 * row + 16);
}

function tooMany({ working }: PaneRun): boolean {
  return (working.source.points.length + working.target.points.length) / 3 > MOST;
}

/** The matches that the method used at a step; null where it has none (RANSAC's and DO's parts). */
export function threadsAt(run: PaneRun, step: number): Threads | null {
  const phase = phaseAt(run.record, Math.min(step, run.record.steps));
  if (!isIcp(phase) || tooMany(run)) return null;
  const { from, to, weight } = correspondences(prepared(run), searchAt(run, step, phase), poseAt(run, step), 0);
  const pulls = (_: number, k: number) => weight[k]! >= LEAST_WEIGHT;
  return { from: from.filter(pulls), to: to.filter(pulls) };
}

/** Each source point's distance to its nearest target point at a step. */
export function residualsAt(run: PaneRun, step: number): Float32Array | null {
  if (tooMany(run)) return null;
  const clouds = prepared(run);
  const nearest = settingsOf('icp-point', { search: 'source' }, clouds.target);
  const { from, distanceSq } = correspondences(clouds, nearest, poseAt(run, step), 0);
  const distances = new Float32Array(run.working.source.points.length / 3);
  from.forEach((i, k) => (distances[i] = Math.sqrt(distanceSq[k]!)));
  return distances;
}
