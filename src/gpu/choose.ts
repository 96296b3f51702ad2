import type { Backend } from './backend.ts';
import type { KernelCache } from './kernelCache.ts';
import type { BackendId, Choice, KernelRequest } from './types.ts';

const RUNS = 4;
/** A backend that has taken this long is measured well enough. */
const ENOUGH_MILLISECONDS = 60;
/** Overheads rule below, throughput above. */
const LARGE_CELLS = 16_384;

export interface Decision extends Omit<Choice, 'backend' | 'milliseconds'> {
  /** null: float64. */
  readonly backend: Backend | null;
}

export interface Chooser {
  /** The backend for this request among those fit for it. `onFailure` hears of those that fail while they are measured. */
  choose(
    request: KernelRequest,
    fit: readonly Backend[],
    onFailure: (backend: Backend, error: unknown) => void,
  ): Decision;
}

/**
 * Chooses a backend for each kind of kernel, class of functions and order of size, by measuring the first kernel of
 * its sort on every backend: which one is faster depends on the sort, not on the device (against a GL in software,
 * webasm wins by 4 at arithmetic and loses by 2 at sin and cos). The answer is kept: later kernels are built once.
 */
export function createChooser(cache: KernelCache, override: string | undefined): Chooser {
  const measured = new Map<string, Choice['candidates']>();

  function timeOf(backend: Backend, { program, output, args, probe }: KernelRequest): number {
    const load = probe?.() ?? args;
    const kernel = cache.get(backend, program, output, load);
    let best = Infinity;
    let total = 0;
    // The first run uploads and, on webasm, still runs unoptimised code: the best of a few counts.
    for (let run = 0; run < RUNS && total < ENOUGH_MILLISECONDS; run++) {
      const begin = performance.now();
      kernel.run(load);
      const milliseconds = performance.now() - begin;
      best = Math.min(best, milliseconds);
      total += milliseconds;
    }
    return best;
  }

  return {
    choose(request, fit, onFailure) {
      if (override === 'float64') return { backend: null, why: 'override', candidates: [] };
      const asked = fit.find(({ id }) => id === override);
      if (asked) return { backend: asked, why: 'override', candidates: [] };
      const unheard = override === undefined ? null : 'override-unavailable';
      if (fit.length < 2) return { backend: fit[0] ?? null, why: unheard ?? 'only', candidates: [] };

      const { kind, classes } = request.program;
      const cells = request.output.reduce((product, side) => product * side, 1);
      const sort = `${kind} ${classes.join()} ${cells > LARGE_CELLS} ${fit.map(({ id }) => id).join()}`;
      let candidates = measured.get(sort);
      if (!candidates) {
        const times: { backend: BackendId; milliseconds: number }[] = [];
        for (const backend of fit) {
          try {
            times.push({ backend: backend.id, milliseconds: timeOf(backend, request) });
          } catch (error) {
            onFailure(backend, error);
          }
        }
        candidates = times.sort((a, b) => a.milliseconds - b.milliseconds);
        if (candidates.length === fit.length) measured.set(sort, candidates);
      }
      const fastest = fit.find(({ id }) => id === candidates[0]?.backend) ?? null;
      return { backend: fastest, why: unheard ?? 'measured', candidates };
    },
  };
}
