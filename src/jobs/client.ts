import type { DeviceReport } from '../gpu/types.ts';
import { createMainRunner } from './mainRunner.ts';
import { abortError, newestWins } from './newestWins.ts';
import { WorkerBrokenError, WorkerGivenUpError } from './remote.ts';
import { reopening } from './reopening.ts';
import type { Runner } from './runner.ts';
import type { BasinTilesResult, BasinTilesSpec, GridResult, GridSpec, SwarmResult, SwarmSpec } from './specs.ts';
import { openWorkerRunner } from './workerRunner.ts';

export interface Jobs {
  /** Rejects with an AbortError when the signal aborts, a newer grid takes its place, or the jobs are disposed of. */
  grid(spec: GridSpec, signal?: AbortSignal): Promise<GridResult>;
  swarm(spec: SwarmSpec, signal?: AbortSignal): Promise<SwarmResult>;
  /** A part of a basin map; newer ones wait for it, so that several maps may grow at once. */
  basin(spec: BasinTilesSpec, signal?: AbortSignal): Promise<BasinTilesResult>;
  /** What computes here and why. */
  report(): Promise<DeviceReport>;
  /** Kernels compiled so far: dragging a slider or the clock must not move it. */
  kernelsBuilt(): Promise<number>;
  /** For tests: takes the worker's GL context away, as a driver may. */
  loseContext(): Promise<void>;
  dispose(): void;
}

/** The worker died: another one does its jobs now, or, after too many, this thread does. */
export type WorkerFate = 'restarted' | 'given-up';

/** A worker that dies again and again is killed by what it is asked for. */
const RESTARTS = 2;

export interface JobsOptions {
  /** `webgl2`, `webasm` or `float64` instead of the measured choice. */
  readonly override?: string | undefined;
  readonly spawn?: () => Worker;
  /** Hears of a worker that came up and then died; one that never came up shows in the report alone. */
  readonly onWorker?: ((fate: WorkerFate) => void) | undefined;
}

const spawnWorker = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/**
 * The page's jobs. The worker, and with it gpu.js, is loaded by the first call. One that dies is replaced, twice; where no
 * worker can be had, or it dies for good, the jobs run in float64 on this thread, in slices. The report says so. One that is silent for ten
 * seconds is said to be (`silences`); given up by the visitor, another takes its place as often as they like.
 */
export function createJobs({ override, spawn = spawnWorker, onWorker }: JobsOptions = {}): Jobs {
  const ending = new AbortController();
  const deaths: string[] = [];

  const degraded = (error: unknown): Runner => {
    if (!(error instanceof WorkerBrokenError)) throw error;
    if (deaths.length > 0 && !ending.signal.aborted) onWorker?.('given-up');
    return createMainRunner(error.message, override);
  };
  const again = reopening(
    () => openWorkerRunner(spawn, override, ending.signal).catch(degraded),
    (dead, death) => {
      dead.close();
      if (death instanceof WorkerGivenUpError) return null;
      deaths.push(`the worker died: ${death.message}`);
      if (deaths.length > RESTARTS) return Promise.resolve(degraded(death));
      onWorker?.('restarted');
      return null;
    },
  );
  /** Runs `job`, again elsewhere when the worker dies under it. */
  async function attempt<R>(job: (runner: Runner) => Promise<R>): Promise<R> {
    if (ending.signal.aborted) throw abortError('the jobs were disposed of');
    return again(job);
  }
  const report = async (): Promise<DeviceReport> => {
    const own = await attempt((r) => r.report());
    return { ...own, incidents: [...deaths, ...own.incidents] };
  };

  /** Ends with the caller's signal or with `dispose`, after which a dead worker would never answer. */
  const untilDisposed = (signal?: AbortSignal): AbortSignal =>
    signal ? AbortSignal.any([signal, ending.signal]) : ending.signal;

  const grid = newestWins((spec: GridSpec, signal) => attempt((r) => r.grid(spec, signal)));
  const swarm = newestWins((spec: SwarmSpec, signal) => attempt((r) => r.swarm(spec, signal)));
  return {
    grid: (spec, signal) => grid(spec, untilDisposed(signal)),
    swarm: (spec, signal) => swarm(spec, untilDisposed(signal)),
    basin: async (spec, signal) => {
      const until = untilDisposed(signal);
      const result = await attempt((r) => r.basin(spec, until));
      if (until.aborted) throw abortError('aborted');
      return result;
    },
    report,
    kernelsBuilt: async () => (await report()).kernelsBuilt,
    loseContext: () => attempt((r) => r.loseContext()),
    dispose: () => ending.abort(),
  };
}
