import { ContextLostError, openBackend, type Backend } from './backend.ts';
import { createChooser } from './choose.ts';
import { createKernelCache } from './kernelCache.ts';
import { loadGpu, type GpuConstructor } from './library.ts';
import { deviationsOf, failedClasses, selfTestTolerances } from './selfTest.ts';
import type {
  BackendId,
  BackendReport,
  Choice,
  DeviceReport,
  FunctionClass,
  GpuMode,
  KernelKind,
  KernelProgram,
  KernelRequest,
} from './types.ts';

export interface KernelRun {
  /** Four floats a cell; the caller's own. */
  readonly data: Float32Array<ArrayBuffer>;
  readonly backend: BackendId;
  readonly milliseconds: number;
}

export interface Device {
  run(request: KernelRequest): Promise<KernelRun>;
  report(): DeviceReport;
  /** For tests: what a driver does under memory pressure. */
  loseContext(): void;
  close(): void;
}

export interface DeviceOptions {
  readonly modes: readonly GpuMode[];
  readonly thread: DeviceReport['thread'];
  /** `webgl2`, `webasm`, `cpu` or `float64`; anything else is reported as unavailable. */
  readonly override?: string | undefined;
  /** Stands in for gpu.js in tests. */
  readonly load?: () => Promise<GpuConstructor>;
}

interface Candidate {
  readonly backend: Backend;
  readonly unfit: readonly FunctionClass[];
}

/** What a page may try, in a worker. Not `cpu`: gpu.js builds it with `new Function`, which the policy forbids. */
export const PAGE_MODES: readonly GpuMode[] = ['webgl2', 'webasm'];
export const NODE_MODES: readonly GpuMode[] = ['webasm', 'cpu'];

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Opens every backend of this machine, tests its numbers against float64 and runs each kernel on the fastest that passed. */
export async function openDevice({ modes, thread, override, load = loadGpu }: DeviceOptions): Promise<Device> {
  const incidents: string[] = [];
  const candidates = new Map<GpuMode, Candidate>();
  const reports = new Map<BackendId, BackendReport>();
  const cache = createKernelCache();
  const chooser = createChooser(cache, override);
  /** Kernels that a backend could not build or run, by `id source`. */
  const refused = new Set<string>();

  let Gpu: GpuConstructor | null = null;
  try {
    Gpu = await load();
  } catch (error) {
    incidents.push(`gpu.js could not be loaded: ${messageOf(error)}`);
  }
  for (const id of modes) open(id);
  reports.set('float64', { id: 'float64', available: true, deviation: {} });

  function open(id: GpuMode): void {
    candidates.delete(id);
    let backend: Backend | null = null;
    try {
      if (!Gpu) throw new Error('gpu.js could not be loaded');
      backend = openBackend(Gpu, id);
      const deviation = deviationsOf(backend);
      const unfit = failedClasses(deviation);
      const available = !unfit.includes('arithmetic');
      const reason = unfit
        .map((name) => `${name} is off by ${deviation[name].toExponential(1)} (allowed: ${selfTestTolerances[name]})`)
        .join(', ');
      if (available) candidates.set(id, { backend, unfit });
      else backend.close();
      reports.set(id, { id, available, deviation, ...(reason && { reason }) });
    } catch (error) {
      backend?.close();
      reports.set(id, { id, available: false, deviation: {}, reason: messageOf(error) });
    }
  }

  const fit = (program: KernelProgram): Backend[] =>
    [...candidates.values()]
      .filter(({ backend, unfit }) => {
        const works = !program.classes.some((name) => unfit.includes(name));
        return works && !refused.has(`${backend.id} ${program.source}`);
      })
      .map(({ backend }) => backend);

  function handle(error: unknown, { id }: Backend, program: KernelProgram): void {
    if (error instanceof ContextLostError) {
      cache.drop(id, false);
      open(id);
      const back = candidates.has(id) ? 'opened again' : `not to be had again (${reports.get(id)?.reason ?? ''})`;
      incidents.push(`${id}: the context was lost and ${back}`);
    } else {
      refused.add(`${id} ${program.source}`);
      incidents.push(`${id}: a ${program.kind} kernel failed: ${messageOf(error)}`);
    }
  }

  const chosen = new Map<KernelKind, Choice>();
  function done(
    { kind }: KernelProgram,
    choice: Omit<Choice, 'backend' | 'milliseconds'>,
    backend: BackendId,
    compute: () => Float32Array<ArrayBuffer>,
  ): KernelRun {
    const begin = performance.now();
    const data = compute();
    const milliseconds = performance.now() - begin;
    const measured = choice.candidates.find(({ backend: id }) => id === backend)?.milliseconds;
    chosen.set(kind, { ...choice, backend, milliseconds: measured ?? milliseconds });
    return { data, backend, milliseconds };
  }

  return {
    async run(request) {
      const { program, output, args } = request;
      const failed = (backend: Backend, error: unknown) => handle(error, backend, program);
      // Each failure takes a backend away, for this kernel or for good, except a lost context that came back.
      for (let attempt = 0; attempt < 2 * modes.length; attempt++) {
        const { backend, ...choice } = chooser.choose(request, fit(program), failed);
        if (!backend) break;
        try {
          const kernel = cache.get(backend, program, output, args);
          return done(program, choice, backend.id, () => kernel.run(args));
        } catch (error) {
          failed(backend, error);
        }
      }
      const { backend: _, ...choice } = chooser.choose(request, [], failed);
      return done(program, choice, 'float64', request.float64);
    },
    report: () => ({
      backends: [...reports.values()],
      chosen: { surface: chosen.get('surface') ?? null, swarm: chosen.get('swarm') ?? null },
      override: overrideReport(override, reports),
      kernelsBuilt: cache.built,
      thread,
      incidents: [...incidents],
    }),
    loseContext: () => candidates.get('webgl2')?.backend.loseContext(),
    close() {
      for (const { backend } of candidates.values()) {
        cache.drop(backend.id, true);
        backend.close();
      }
      candidates.clear();
    },
  };
}

function overrideReport(
  asked: string | undefined,
  reports: ReadonlyMap<string, BackendReport>,
): DeviceReport['override'] {
  if (asked === undefined) return null;
  const report = reports.get(asked);
  if (report?.available) return { asked, honoured: true };
  const reason =
    report?.reason ??
    (asked === 'cpu' ? 'gpu.js builds its cpu kernels with new Function, which the page forbids' : '');
  return { asked, honoured: false, reason: reason || 'there is no such backend here' };
}
