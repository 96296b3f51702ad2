import type { Device } from '../gpu/device.ts';
import { landscapeKernelOf } from '../gpu/landscapeKernel.ts';
import type { BackendId, Evaluator } from '../networks/landscape/evaluator.ts';
import { largestDeviation, lossesAt, placesToCheck } from '../networks/landscape/deviation.ts';
import { createGrid, problemOf, type GridSpec, type LandscapeGrid, type Points } from '../networks/landscape/grid.ts';
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
  readonly milliseconds: number;
}

interface Measured {
  readonly backend: BackendId;
  readonly millisecondsPerPoint: number;
}

/** What is known of the computation while it goes on, and who else may be asked about places of the same plane. */
export interface LandscapeBy extends Pick<LandscapeResult, 'backend' | 'deviation' | 'milliseconds'> {
  /** Quick: who computes the coarse picture. */
  readonly evaluator: Evaluator;
  /** float64. */
  readonly reference: Evaluator;
}

export interface FillOptions {
  /** Awaited now and then; whoever no longer wants the landscape rejects it. */
  readonly pause: () => Promise<void>;
  /** Hears of each stride at which the grid is whole: see `LandscapeGrid`. */
  readonly onStride?: (grid: LandscapeGrid, by: LandscapeBy) => void | Promise<void>;
  readonly share?: readonly [number, number];
}

/** Milliseconds between two pauses. */
const BUDGET = 25;
/** Milliseconds that the rest of a landscape must still take for a device to be asked for: opening one costs about as much. */
const WORTH = 1000;
/** Largest relative difference from float64 that a kernel may have to be taken, unless the other's is larger: what is wanted of every backend. */
const TRUST = 1e-5;

/**
 * Fills landscapes: the coarse picture at once by SIMD (float64 where the engine has none), the rest by what measures faster, that or a GPU.js kernel where there is a device and
 * the net suits one. `device`: asked for when the first landscape comes that is `worth` one. A kind of net is measured once. A kernel that fails is not tried again, and its points
 * are computed by the other. It is compared with float64 before it fills anything, so that a device that is lost later takes no finished landscape with it.
 */
export function openLandscapes(
  device: () => Promise<Device | null>,
  { worth = WORTH, trust = TRUST, backend: own = simdLandscape, now = () => performance.now() } = {},
) {
  const measured = new Map<string, readonly Measured[]>();

  async function fill(spec: GridSpec, samples: Samples, options: FillOptions): Promise<LandscapeResult> {
    const { pause, onStride, share = [0, 1] } = options;
    const begun = now();
    const problem = problemOf(spec, samples);
    const reference = float64Evaluator(problem);
    const evaluator = own(problem) ?? reference;
    const places = placesToCheck(spec);
    const right = lossesAt(reference, places);
    let deviation = evaluator.backend === 'float64' ? 0 : largestDeviation(right, lossesAt(evaluator, places));
    const grid = createGrid(spec, samples, { evaluator, now, share });
    const key = JSON.stringify([spec.network, samples.count]);
    let gpu: GpuEvaluator | null = null;
    let decided = false;
    let told = 0;
    let spent = 0;

    /** The kernel, where it is the faster one. */
    async function faster(): Promise<GpuEvaluator | null> {
      const perPoint = spent / grid.done;
      const known = measured.get(key);
      if (known ? known[0]?.backend !== 'gpu' : perPoint * (spec.size ** 2 / share[1] - grid.done) < worth) return null;
      const opened = landscapeKernelOf(spec.network) && (await device());
      const kernel = opened && gpuLandscape(problem, opened);
      if (!kernel) return null;
      const theirs = await lossesByGpu(kernel, places).catch(() => null);
      if (!theirs) measured.set(key, [mine(evaluator, perPoint)]);
      const off = theirs ? largestDeviation(right, theirs) : Infinity;
      // Of these weights alone: another net of its kind may suit the kernel.
      if (!(off <= Math.max(trust, deviation))) return null;
      const found = known ?? (await measure(kernel, grid, evaluator, perPoint, now));
      measured.set(key, found);
      // Its points of the measurement stay, whoever goes on.
      deviation = Math.max(deviation, off);
      return found[0]?.backend === 'gpu' ? kernel : null;
    }

    while (grid.stride !== 1) {
      const start = now();
      if (told > 0 && !decided) {
        gpu = await faster();
        decided = true;
      } else if (!gpu) {
        grid.step(BUDGET);
        spent += now() - start;
      } else if (!(await byGpu(gpu, grid, evaluator))) {
        gpu = null;
        measured.set(key, [mine(evaluator, spent / grid.done)]);
      }
      await pause();
      if (grid.stride === told) continue;
      told = grid.stride;
      const backend = gpu ? 'gpu' : evaluator.backend;
      await onStride?.(grid, { backend, deviation, milliseconds: now() - begun, evaluator, reference });
    }
    const backend = gpu ? 'gpu' : evaluator.backend;
    return { loss: grid.loss, backend, candidates: measured.get(key) ?? [], deviation, milliseconds: now() - begun };
  }
  return { fill };
}

const mine = ({ backend }: Evaluator, millisecondsPerPoint: number): Measured => ({ backend, millisecondsPerPoint });

/** Three batches: the first compiles the kernel, of the others the better one counts. They are points of the grid like any others. */
async function measure(
  gpu: GpuEvaluator,
  grid: LandscapeGrid,
  evaluator: Evaluator,
  own: number,
  now: () => number,
): Promise<readonly Measured[]> {
  let best = Infinity;
  for (let batch = 0; batch < 3 && grid.stride !== 1; batch++) {
    const [before, start] = [grid.done, now()];
    if (!(await byGpu(gpu, grid, evaluator))) return [mine(evaluator, own)];
    if (batch > 0) best = Math.min(best, (now() - start) / (grid.done - before));
  }
  const theirs: Measured = { backend: 'gpu', millisecondsPerPoint: best };
  return best < own ? [theirs, mine(evaluator, own)] : [mine(evaluator, own), theirs];
}

/** The next points of a grid by the kernel; false, and by the other, where it fails. */
async function byGpu(gpu: GpuEvaluator, grid: LandscapeGrid, evaluator: Evaluator): Promise<boolean> {
  const points = grid.ask(gpu.batch);
  const losses = await lossesByGpu(gpu, points).catch(() => null);
  grid.answer(losses ?? lossesAt(evaluator, points));
  return losses !== null;
}

async function lossesByGpu(gpu: GpuEvaluator, { alpha, beta }: Points): Promise<Float64Array> {
  const losses = new Float64Array(alpha.length);
  for (let from = 0; from < losses.length; from += gpu.batch) {
    const to = Math.min(from + gpu.batch, losses.length);
    await gpu.evaluate(alpha.subarray(from, to), beta.subarray(from, to), losses.subarray(from, to), to - from);
  }
  return losses;
}
