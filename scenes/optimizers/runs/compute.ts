import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DeviceReport } from '../../../src/gpu/types.ts';
import type { Jobs } from '../../../src/jobs/client.ts';

/** What the page's machine is doing, for the badge and for inspection, and what became of its jobs. */
export interface Compute {
  /** The first picture stands: what may come after it (panel, chart, gpu.js) is fetched now. */
  readonly pictured: boolean;
  /** No kernels will run on this page: no WebGL2, nothing to draw with them. */
  readonly noDevice: boolean;
  readonly report: DeviceReport | null;
  readonly swarm: {
    readonly count: number;
    readonly name: string;
    /** How far the kernel's particle 0 is from the float64 path at the same step, in units of the domain; null where one of them has ended. */
    readonly particle0Distance: number | null;
  } | null;
  /** Why a grid or a swarm could not be computed, which costs it and not the picture; null: nothing is wrong. */
  readonly problem: unknown;
  /** How often the reader has asked to try again. */
  readonly tries: number;
}

export type ComputeStore = StoreApi<Compute>;

export function createComputeStore(): ComputeStore {
  return createStore<Compute>(() => ({
    pictured: false,
    noDevice: false,
    report: null,
    swarm: null,
    problem: null,
    tries: 0,
  }));
}

/** Resolves when the first picture stands, if kernels will run at all. */
export function untilPictured(compute: ComputeStore): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { pictured, noDevice } = compute.getState();
      if (!pictured || noDevice) return;
      end();
      resolve();
    };
    const end = compute.subscribe(look);
    look();
  });
}

/**
 * Asks the jobs by `ask`, now, at every call of `again`, and when the reader tries again; `show` gets each answer. A failure is told in
 * `problem`.
 */
export function follow<T>(
  compute: ComputeStore,
  ask: (signal: AbortSignal) => Promise<T>,
  show: (answer: T) => void,
): { again(): void; end(): void } {
  const stop = new AbortController();
  const { signal } = stop;
  const again = () => {
    ask(signal).then(
      (answer) => {
        if (!signal.aborted) show(answer);
      },
      (error: unknown) => {
        if (!signal.aborted && (error as Error).name !== 'AbortError') compute.setState({ problem: error });
      },
    );
  };
  const unsubscribe = compute.subscribe((now, before) => {
    if (now.tries !== before.tries) again();
  });
  again();
  return {
    again,
    end() {
      unsubscribe();
      stop.abort();
    },
  };
}

export function tryAgain(compute: ComputeStore): void {
  compute.setState(({ tries }) => ({ problem: null, tries: tries + 1 }));
}

/** Asks the device for its report again whenever the swarm was computed, which is when it may have changed. */
export function keepReport(compute: ComputeStore, jobs: Pick<Jobs, 'report'>): { dispose(): void } {
  let gone = false;
  let busy = false;
  const ask = () => {
    if (busy) return;
    busy = true;
    jobs.report().then(
      (report) => {
        busy = false;
        if (!gone) compute.setState({ report });
      },
      () => {
        busy = false;
      },
    );
  };
  ask();
  const end = compute.subscribe((now, before) => {
    if (now.swarm !== before.swarm) ask();
  });
  return {
    dispose() {
      gone = true;
      end();
    },
  };
}
