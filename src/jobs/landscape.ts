import type { Device } from '../gpu/device.ts';
import type { BackendId, Evaluator } from '../networks/landscape/evaluator.ts';
import { largestDeviation, lossesAt, placesToCheck } from '../networks/landscape/deviation.ts';
import { createGrid, problemOf, type GridSpec, type LandscapeGrid } from '../networks/landscape/grid.ts';
import { float64Evaluator } from '../networks/landscape/reference.ts';
import type { Samples } from '../networks/types.ts';
import { simdLandscape } from './landscapeBackend.ts';
import { gpuLandscape, type GpuEvaluator } from './landscapeGpu.ts';

export interface LandscapeResult {
  readonly loss: Float64Array;
  /** Who computed it, or all of it beyond the coarse picture. */
  readonly backend: BackendId;
  /** What was measured to choose it, fastest first; empty where there was no choice. */
  readonly candidates: readonly Measured[];
  /** Largest relative difference from float64 at a dozen places. */
  readonly deviation: number;
  /** Of the losses, without the comparison. */
  readonly milliseconds: number;
}

interface Measured {
  readonly backend: BackendId;
  readonly millisecondsPerPoint: number;
}

export interface FillOptions {
  /** Awaited now and then; whoever no longer wants the landscape rejects it. */
  readonly pause: () => Promise<void>;
  /** Hears of each stride at which the grid is whole: see `LandscapeGrid`. */
  readonly onStride?: (grid: LandscapeGrid) => void | Promise<void>;
  readonly share?: readonly [number, number];
}

/** Milliseconds between two pauses. */
const BUDGET = 25;

/**
 * Fills landscapes: the coarse picture at once by SIMD (float64 where the engine has none), the rest by what measures faster, that or a GPU.js kernel where there is a device and
 * the net suits one. A kind of net is measured once. A kernel that fails is not tried again, and its points are computed by the other.
 */
export function openLandscapes(device: Device | null) {
  const measured = new Map<string, readonly Measured[]>();

  async function fill(
    spec: GridSpec,
    samples: Samples,
    { pause, onStride, share }: FillOptions,
  ): Promise<LandscapeResult> {
    const now = () => performance.now();
    const begun = now();
    const problem = problemOf(spec, samples);
    const evaluator = simdLandscape(problem) ?? float64Evaluator(problem);
    const grid = createGrid(spec, samples, { evaluator, now, ...(share && { share }) });
    const gpu = device && gpuLandscape(problem, device);
    const key = JSON.stringify([spec.network, samples.count]);
    let told = 0;
    let spent = 0;
    while (grid.stride !== 1) {
      const known = measured.get(key);
      if (gpu && grid.stride > 0 && !known) measured.set(key, await measure(gpu, grid, evaluator, spent / grid.done));
      else if (gpu && grid.stride > 0 && known?.[0]?.backend === 'gpu') {
        if (!(await byGpu(gpu, grid, evaluator))) measured.set(key, [mine(evaluator, spent / grid.done)]);
      } else {
        const start = now();
        grid.step(BUDGET);
        spent += now() - start;
      }
      await pause();
      if (grid.stride === told) continue;
      told = grid.stride;
      await onStride?.(grid);
    }
    const milliseconds = now() - begun;
    const candidates = measured.get(key) ?? [];
    const [first] = candidates;
    const places = placesToCheck(spec);
    let own = lossesAt(evaluator, places);
    if (gpu && first?.backend === 'gpu') own = await lossesByGpu(gpu, places.alpha, places.beta);
    const deviation = largestDeviation(lossesAt(float64Evaluator(problem), places), own);
    return { loss: grid.loss, backend: first?.backend ?? evaluator.backend, candidates, deviation, milliseconds };
  }
  return { fill };
}

const mine = ({ backend }: Evaluator, millisecondsPerPoint: number): Measured => ({ backend, millisecondsPerPoint });

/** Two batches: the first compiles the kernel, the second counts. They are points of the grid like any others. */
async function measure(
  gpu: GpuEvaluator,
  grid: LandscapeGrid,
  evaluator: Evaluator,
  own: number,
): Promise<readonly Measured[]> {
  let best = Infinity;
  for (let batch = 0; batch < 2 && grid.stride !== 1; batch++) {
    const [before, start] = [grid.done, performance.now()];
    if (!(await byGpu(gpu, grid, evaluator))) return [mine(evaluator, own)];
    if (batch > 0) best = (performance.now() - start) / (grid.done - before);
  }
  const theirs: Measured = { backend: 'gpu', millisecondsPerPoint: best };
  return best < own ? [theirs, mine(evaluator, own)] : [mine(evaluator, own), theirs];
}

/** The next points of a grid by the kernel; false, and by the other, where it fails. */
async function byGpu(gpu: GpuEvaluator, grid: LandscapeGrid, evaluator: Evaluator): Promise<boolean> {
  const points = grid.ask(gpu.batch);
  const losses = await lossesByGpu(gpu, points.alpha, points.beta).catch(() => null);
  grid.answer(losses ?? lossesAt(evaluator, points));
  return losses !== null;
}

async function lossesByGpu(gpu: GpuEvaluator, alpha: Float64Array, beta: Float64Array): Promise<Float64Array> {
  const losses = new Float64Array(alpha.length);
  for (let from = 0; from < losses.length; from += gpu.batch) {
    const to = Math.min(from + gpu.batch, losses.length);
    await gpu.evaluate(alpha.subarray(from, to), beta.subarray(from, to), losses.subarray(from, to), to - from);
  }
  return losses;
}
