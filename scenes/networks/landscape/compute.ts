import type { RunningStatistics } from '../../../src/networks/batchNorm.ts';
import { createGrid } from '../../../src/networks/landscape/grid.ts';
import { pcaPlane } from '../../../src/networks/landscape/pca.ts';
import { pointsPlane, randomPlane, type Plane } from '../../../src/networks/landscape/plane.ts';
import { projectOn } from '../../../src/networks/landscape/project.ts';
import type { Domain } from '../../../src/surfaces/types.ts';
import { dataOf, networkOf } from '../run/data.ts';
import type { RunSpec, Track } from '../run/types.ts';
import type { Landscape, LandscapeSpec, PlanePath } from './types.ts';

/** Of a track what a plane needs. */
export interface Trace extends Pick<Track, 'count' | 'weights' | 'trainLoss'> {
  readonly running: readonly RunningStatistics[] | null;
}

/** Points a side of the finest grid: first one of 17, then of 33, 65. */
const SIZE = 129;
/** Around the paths, of their own extent. */
const MARGIN = 0.25;
/** Milliseconds between two looks at whether it is still wanted. */
const BUDGET = 25;

const rowsOf = ({ count, weights }: Trace) => {
  const size = weights.length / count;
  return Array.from({ length: count }, (_, row) => weights.subarray(row * size, (row + 1) * size));
};

function planeOf(spec: LandscapeSpec, run: RunSpec, traces: readonly Trace[]): Plane {
  const about = rowsOf(traces[spec.about]!);
  const end = about.at(-1)!;
  if (spec.kind === 'random') return randomPlane(networkOf(run, dataOf(run)), end, spec.seed);
  if (spec.kind === 'pca') return pcaPlane(traces.flatMap(rowsOf));
  const others = traces.filter((_, place) => place !== spec.about).map((trace) => rowsOf(trace).at(-1)!);
  return pointsPlane(end, others[0] ?? about[0]!, others[1] ?? about[Math.floor(about.length / 3)]!);
}

const between = (values: readonly number[]) => {
  const known = values.filter(Number.isFinite);
  return known.length > 0 ? ([Math.min(...known), Math.max(...known)] as const) : ([-1, 1] as const);
};

/** A square around what is to be seen, so that both axes have one scale. */
function domainOf({ kind }: Plane, paths: readonly PlanePath[], zoom: number): Domain {
  const seen = kind === 'random' ? [] : paths;
  const [a0, a1] = between(seen.flatMap(({ alpha }) => [...alpha]));
  const [b0, b1] = between(seen.flatMap(({ beta }) => [...beta]));
  const half = Math.max(a1 - a0, b1 - b0) * (0.5 + (kind === 'random' ? 0 : MARGIN)) * zoom || zoom;
  const [a, b] = [(a0 + a1) / 2, (b0 + b1) / 2];
  return [a - half, a + half, b - half, b + half];
}

/** The points of a grid that are there: every stride-th row and column. */
function coarse(loss: Float64Array, size: number, stride: number): Float64Array {
  const side = (size - 1) / stride + 1;
  const out = new Float64Array(side * side);
  for (let row = 0, at = 0; row < size; row += stride)
    for (let column = 0; column < size; column += stride) out[at++] = loss[row * size + column]!;
  return out;
}

/** The loss over a plane through the weights, coarse to fine; `tell` gets each, `pause` is awaited now and then. */
export async function landscapeOf(
  spec: LandscapeSpec,
  run: RunSpec,
  traces: readonly Trace[],
  tell: (landscape: Landscape) => void | Promise<void>,
  pause: () => Promise<void>,
): Promise<void> {
  const now = () => performance.now();
  const began = now();
  const data = dataOf(run);
  const network = networkOf(run, data);
  const plane = planeOf(spec, run, traces);
  const paths = traces.map((trace): PlanePath => {
    const places = rowsOf(trace).map((row) => projectOn(plane, row));
    return {
      alpha: Float64Array.from(places, ({ alpha }) => alpha),
      beta: Float64Array.from(places, ({ beta }) => beta),
      residual: Float64Array.from(places, ({ residual }) => residual),
      loss: Float64Array.from(trace.trainLoss),
    };
  });
  const domain = domainOf(plane, paths, spec.zoom);
  const [a0, a1, b0, b1] = domain;
  const { running } = traces[spec.about]!;
  const wanted = { network, plane, alpha: [a0, a1], beta: [b0, b1], size: SIZE, running } as const;
  const grid = createGrid(wanted, data.train, { now });
  const { explained } = plane;
  for (let told = 0, more = true; more;) {
    more = grid.step(BUDGET);
    await pause();
    if (grid.stride === 0 || grid.stride === told) continue;
    told = grid.stride;
    const size = (SIZE - 1) / told + 1;
    const loss = coarse(grid.loss, SIZE, told);
    const by = { milliseconds: now() - began, backend: grid.backend, deviation: 0 };
    await tell({ spec, size, domain, loss, paths, explained, ...by });
  }
}
