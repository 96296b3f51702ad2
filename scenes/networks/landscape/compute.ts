import { createNetwork } from '../../../src/networks/network.ts';
import { batchOf } from '../../../src/networks/train.ts';
import { float64 } from '../../../src/networks/arithmetic.ts';
import type { Domain } from '../../../src/surfaces/types.ts';
import { dataOf } from '../run/data.ts';
import type { RunSpec, Track } from '../run/types.ts';
import { networkOf } from '../run/data.ts';
import { pcaPlane, pointsPlane, projectOn, randomPlane, type Plane } from './plane.ts';
import type { Landscape, LandscapeSpec, PlanePath } from './types.ts';

/** Of a track what a plane needs. */
export type Trace = Pick<Track, 'count' | 'weights' | 'trainLoss'>;

/** From coarse to fine. */
export const SIZES = [17, 51, 101] as const;
/** Around the paths, of their own extent. */
const MARGIN = 0.25;

const rowsOf = ({ count, weights }: Trace) => {
  const size = weights.length / count;
  return Array.from({ length: count }, (_, row) => weights.subarray(row * size, (row + 1) * size));
};

function planeOf(spec: LandscapeSpec, run: RunSpec, traces: readonly Trace[]): Plane {
  const about = rowsOf(traces[spec.about]!);
  const end = about.at(-1)!;
  if (spec.kind === 'random') return randomPlane(networkOf(run, dataOf(run)), end, spec.seed);
  const ends = traces.map((trace) => rowsOf(trace).at(-1)!);
  if (spec.kind === 'points' && ends.length >= 2) {
    const others = ends.filter((_, place) => place !== spec.about);
    return pointsPlane(end, others[0]!, others[1] ?? about[0]!);
  }
  return pcaPlane(traces.flatMap(rowsOf));
}

/** A square around what is to be seen, so that both axes have one scale. */
function domainOf({ kind, u, v }: Plane, paths: readonly PlanePath[], zoom: number): Domain {
  const alphas = paths.flatMap(({ alpha }) => [...alpha]).filter(Number.isFinite);
  const betas = paths.flatMap(({ beta }) => [...beta]).filter(Number.isFinite);
  const between = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
  const [[a0, a1], [b0, b1]] =
    kind === 'random'
      ? ([
          [-1, 1],
          [-1, 1],
        ] as const)
      : [between(alphas), between(betas)];
  const length = (w: Float64Array) => Math.sqrt(w.reduce((sum, value) => sum + value * value, 0));
  const [across, up] = kind === 'points' ? [1, length(u) / length(v)] : [1, 1];
  const half = (Math.max(a1 - a0, (b1 - b0) / up) * (0.5 + MARGIN) || 1) * zoom;
  const [a, b] = [(a0 + a1) / 2, (b0 + b1) / 2];
  return [a - half * across, a + half * across, b - half * up, b + half * up];
}

/** The loss over a plane through the weights, coarse to fine; `tell` gets each, `pause` is awaited now and then. */
export async function landscapeOf(
  spec: LandscapeSpec,
  run: RunSpec,
  traces: readonly Trace[],
  tell: (landscape: Landscape) => void | Promise<void>,
  pause: () => Promise<void>,
): Promise<void> {
  const began = performance.now();
  const data = dataOf(run);
  const network = createNetwork({ ...networkOf(run, data), dropout: 0 });
  const batch = batchOf(data.train, float64);
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
  const weights = new Float64Array(plane.origin.length);
  let since = performance.now();
  for (const size of SIZES) {
    const loss = new Float64Array(size * size);
    for (let row = 0, at = 0; row < size; row++) {
      const beta = b0 + ((b1 - b0) * row) / (size - 1);
      for (let column = 0; column < size; column++, at++) {
        const alpha = a0 + ((a1 - a0) * column) / (size - 1);
        for (let i = 0; i < weights.length; i++)
          weights[i] = plane.origin[i]! + alpha * plane.u[i]! + beta * plane.v[i]!;
        loss[at] = network.loss(weights, batch);
        if (performance.now() - since < 30) continue;
        await pause();
        since = performance.now();
      }
    }
    const milliseconds = performance.now() - began;
    await tell({
      spec,
      size,
      domain,
      loss,
      paths,
      explained: plane.explained,
      milliseconds,
      backend: 'float64',
      deviation: 0,
    });
  }
}
