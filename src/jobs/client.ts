import type { DeviceReport } from '../gpu/types.ts';
import { createMainRunner } from './mainRunner.ts';
import { abortError, newestWins } from './newestWins.ts';
import type { Runner } from './runner.ts';
import type { GridResult, GridSpec, SwarmResult, SwarmSpec } from './specs.ts';
import { openWorkerRunner, WorkerBrokenError } from './workerRunner.ts';

export interface Jobs {
  /** Rejects with an AbortError when the signal aborts, a newer grid takes its place, or the jobs are disposed of. */
  grid(spec: GridSpec, signal?: AbortSignal): Promise<GridResult>;
  swarm(spec: SwarmSpec, signal?: AbortSignal): Promise<SwarmResult>;
  /** What computes here and why. */
  report(): Promise<DeviceReport>;
  /** Kernels compiled so far: dragging a slider or the clock must not move it. */
  kernelsBuilt(): Promise<number>;
  /** For tests: takes the worker's GL context away, as a driver may. */
  loseContext(): Promise<void>;
  dispose(): void;
}

export interface JobsOptions {
  /** `webgl2`, `webasm` or `float64` instead of the measured choice. */
  readonly override?: string | undefined;
  readonly spawn?: () => Worker;
}

const spawnWorker = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/**
 * The page's jobs. The worker, and with it gpu.js, is loaded by the first call. Where no worker can be had, or it dies,
 * the jobs run in float64 on this thread, in slices, and the report says so.
 */
export function createJobs({ override, spawn = spawnWorker }: JobsOptions = {}): Jobs {
  const ending = new AbortController();
  let runner: Promise<Runner> | null = null;

  const degraded = (error: unknown): Runner => {
    if (error instanceof WorkerBrokenError) return createMainRunner(error.message, override);
    throw error;
  };
  const opened = (): Promise<Runner> => {
    if (ending.signal.aborted) throw abortError('the jobs were disposed of');
    runner ??= openWorkerRunner(spawn, override, ending.signal).catch(degraded);
    return runner;
  };
  /** Runs `job`, once more on this thread when the worker dies under it. */
  async function attempt<R>(job: (runner: Runner) => Promise<R>): Promise<R> {
    const opening = opened();
    const first = await opening;
    try {
      return await job(first);
    } catch (error) {
      const second = degraded(error);
      first.close();
      if (runner === opening) runner = Promise.resolve(second);
      return await job(await opened());
    }
  }

  /** Ends with the caller's signal or with `dispose`, after which a dead worker would never answer. */
  const untilDisposed = (signal?: AbortSignal): AbortSignal =>
    signal ? AbortSignal.any([signal, ending.signal]) : ending.signal;

  const grid = newestWins((spec: GridSpec, signal) => attempt((r) => r.grid(spec, signal)));
  const swarm = newestWins((spec: SwarmSpec, signal) => attempt((r) => r.swarm(spec, signal)));
  return {
    grid: (spec, signal) => grid(spec, untilDisposed(signal)),
    swarm: (spec, signal) => swarm(spec, untilDisposed(signal)),
    report: () => attempt((r) => r.report()),
    kernelsBuilt: async () => (await attempt((r) => r.report())).kernelsBuilt,
    loseContext: () => attempt((r) => r.loseContext()),
    dispose: () => ending.abort(),
  };
}
