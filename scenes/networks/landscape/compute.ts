import { float64 } from '../../../src/networks/arithmetic.ts';
import type { openLandscapes } from '../../../src/jobs/landscape.ts';
import { lossesAt } from '../../../src/networks/landscape/deviation.ts';
import { createCurve } from '../../../src/networks/landscape/curve.ts';
import { pcaPlane } from '../../../src/networks/landscape/pca.ts';
import { pointsPlane, randomPlane, type Plane } from '../../../src/networks/landscape/plane.ts';
import { projectionOn } from '../../../src/networks/landscape/project.ts';
import type { Evaluator } from '../../../src/networks/landscape/evaluator.ts';
import { createNetwork, remember } from '../../../src/networks/network.ts';
import { batchOf } from '../../../src/networks/train.ts';
import type { NetworkSpec, Samples } from '../../../src/networks/types.ts';
import type { Domain } from '../../../src/surfaces/types.ts';
import type { Track } from '../run/types.ts';
import { cornersFor } from './corners.ts';
import type { Landscape, LandscapeSpec, PlanePath } from './types.ts';

/** Of a track what a plane needs. */
export type Trace = Pick<Track, 'id' | 'count' | 'weights' | 'trainLoss' | 'running'>;

/** Whose loss, on which samples. */
export interface Subject {
  readonly network: NetworkSpec;
  readonly samples: Samples;
  readonly traces: readonly Trace[];
}

/** Who computes, and how it lets others in. */
export interface Means extends ReturnType<typeof openLandscapes> {
  readonly pause: () => Promise<void>;
}

/** Points a side of the finest grid: first one of 17, then of 33, 65. */
const SIZE = 129;
/** Around the paths, of their own extent. */
const MARGIN = 0.25;
/** Weights of a net whose plane is told, at most: it goes with each part. */
const FEW = 2000;
/** Of the curve's training. */
const BEND = { steps: 150, lr: 0.05, seed: 1 } as const;
/** The last record that is finite: of a training that diverged those behind it are no place. */
const lastOf = (trace: Trace) =>
  Math.max(
    rowsOf(trace).findLastIndex((row) => row.every(Number.isFinite)),
    0,
  );
const endOf = (trace: Trace) => rowsOf(trace)[lastOf(trace)]!;

const rowsOf = ({ count, weights }: Trace) => {
  const size = weights.length / count;
  return Array.from({ length: count }, (_, row) => weights.subarray(row * size, (row + 1) * size));
};

async function planeOf(spec: LandscapeSpec, subject: Subject, pause: Means['pause']): Promise<Plane> {
  const { network, traces } = subject;
  const about = rowsOf(traces[spec.about]!);
  if (spec.kind === 'random') return randomPlane(network, endOf(traces[spec.about]!), spec.seed);
  if (spec.kind === 'pca') return pcaPlane(traces.flatMap(rowsOf));
  const corners = cornersFor(
    spec.corners ?? null,
    traces.map(({ id }) => id),
    traces[spec.about]!.id,
  );
  const weightsOf = (name: string) => {
    const trace = traces.find(({ id }) => id === name);
    return trace ? endOf(trace) : about[0]!;
  };
  const [a, b] = [weightsOf(corners[0]), weightsOf(corners[1])];
  return pointsPlane(a, b, corners[2] === 'bend' ? await bendOf(subject, a, b, pause) : weightsOf(corners[2]));
}

/** Where a curve of low loss between two nets is drawn to (Garipov et al. 2018). */
async function bendOf({ network, samples }: Subject, a: Float64Array, b: Float64Array, pause: Means['pause']) {
  const curve = createCurve(network, a, b, batchOf(samples, float64), BEND);
  while (curve.step()) if (curve.done % 5 === 0) await pause();
  return curve.control;
}

const between = (values: readonly number[]) => {
  const known = values.filter(Number.isFinite);
  return known.length > 0 ? ([Math.min(...known), Math.max(...known)] as const) : ([-1, 1] as const);
};

/** A square around what is to be seen, so that both axes have one scale. */
function domainOf({ kind }: Plane, paths: readonly Pick<PlanePath, 'alpha' | 'beta'>[], zoom: number): Domain {
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

/** The loss over a plane through the weights, coarse to fine; `tell` gets each. `finest`: points a side of the last, 2ⁿ + 1. */
export async function landscapeOf(
  spec: LandscapeSpec,
  subject: Subject,
  { fill, pause }: Means,
  tell: (landscape: Landscape) => void | Promise<void>,
  { finest = SIZE } = {},
): Promise<void> {
  const began = performance.now();
  const { traces, samples } = subject;
  const network = { ...subject.network, loss: spec.loss ?? subject.network.loss };
  const plane = await planeOf(spec, subject, pause);
  // One for the whole plane (see `LandscapeProblem`), so that shadows lie on it: that of the end it is about. A path's true losses have each record's own.
  const running = traces[spec.about]!.running?.[lastOf(traces[spec.about]!)] ?? null;
  const shadowOn = projectionOn(plane);
  const cast = traces.map((trace) => {
    const places = rowsOf(trace).map(shadowOn);
    return {
      alpha: Float64Array.from(places, ({ alpha }) => alpha),
      beta: Float64Array.from(places, ({ beta }) => beta),
      residual: Float64Array.from(places, ({ residual }) => residual),
      loss: spec.loss ? trueLosses(network, trace, samples) : Float64Array.from(trace.trainLoss),
    };
  });
  const domain = domainOf(plane, cast, spec.zoom);
  const [a0, a1, b0, b1] = domain;
  const { explained, origin, u, v } = plane;
  const few = origin.length <= FEW ? { origin, u, v } : null;
  const wanted = { network, plane, alpha: [a0, a1], beta: [b0, b1], size: finest, running } as const;
  let paths: readonly PlanePath[] = [];
  let told = 0;
  await fill(wanted, samples, {
    pause,
    async onStride(grid, { backend, deviation, evaluator, reference }) {
      // Of digits float64 takes longer than all the rest: the coarse picture's shadows are the picture's own, those of the finer ones the reference's.
      if (told < 2) paths = await shadowsOf(cast, told === 0 ? evaluator : reference, pause);
      told++;
      const size = (finest - 1) / grid.stride + 1;
      const loss = coarse(grid.loss, finest, grid.stride);
      const by = { backend, deviation, milliseconds: performance.now() - began };
      await tell({ spec, size, domain, loss, paths, explained, plane: few, ...by });
    },
  });
}

/** Records between two pauses. */
const SOME = 10;

/** Paths with the loss at their shadows, as `by` has it. */
async function shadowsOf(
  cast: readonly Omit<PlanePath, 'shadow'>[],
  by: Evaluator,
  pause: Means['pause'],
): Promise<readonly PlanePath[]> {
  const paths: PlanePath[] = [];
  for (const path of cast) {
    const count = path.alpha.length;
    const shadow = new Float64Array(count);
    for (let from = 0; from < count; from += SOME) {
      const [alpha, beta] = [path.alpha, path.beta].map((places) => places.subarray(from, from + SOME));
      shadow.set(lossesAt(by, { alpha: alpha!, beta: beta!, count: alpha!.length }), from);
      await pause();
    }
    paths.push({ ...path, shadow });
  }
  return paths;
}

/** Of another loss than the one that was recorded. */
function trueLosses(network: NetworkSpec, trace: Trace, samples: Samples): Float64Array {
  const net = createNetwork({ ...network, dropout: 0 });
  const batch = batchOf(samples, float64);
  return Float64Array.from(rowsOf(trace), (weights, row) => {
    remember(net, trace.running?.[row]);
    return net.loss(weights, batch);
  });
}
