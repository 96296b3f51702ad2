import type { Choice, DeviceReport } from '../gpu/types.ts';
import { basinFloat64, labelled } from './basin.ts';
import { fillGridRows } from './grid.ts';
import { abortError } from './newestWins.ts';
import type { Runner } from './runner.ts';
import { swarmMover } from './swarm.ts';

/** How long the page may stand still at a time. */
const SLICE_MILLISECONDS = 8;

/** Without a worker: float64 in slices on the page's own thread, where kernels would block it. `reason`: why there is no worker. */
export function createMainRunner(reason: string, override: string | undefined): Runner {
  const chosen: { surface: Choice | null; swarm: Choice | null } = { surface: null, swarm: null };
  const why = override === undefined ? 'only' : override === 'float64' ? 'override' : 'override-unavailable';

  /** Calls `fill(i, i + chunk)` over 0 … count, pausing between slices; answers the milliseconds that it computed. */
  async function inSlices(
    kind: 'surface' | 'swarm',
    count: number,
    chunk: number,
    signal: AbortSignal,
    fill: (from: number, to: number) => void,
  ): Promise<number> {
    let total = 0;
    for (let i = 0; i < count;) {
      const begin = performance.now();
      for (; i < count && performance.now() - begin < SLICE_MILLISECONDS; i += chunk) {
        fill(i, Math.min(i + chunk, count));
      }
      total += performance.now() - begin;
      await new Promise((resume) => setTimeout(resume));
      if (signal.aborted) throw abortError('aborted');
    }
    chosen[kind] = { backend: 'float64', milliseconds: total, why, candidates: [] };
    return total;
  }

  return {
    async grid(spec, signal) {
      const texels = new Float32Array(spec.size * spec.size * 4);
      const milliseconds = await inSlices('surface', spec.size, 1, signal, (from, to) => {
        fillGridRows(spec, texels, from, to);
      });
      return { spec, texels, backend: 'float64', milliseconds };
    },
    async swarm(spec, signal) {
      const positions = new Float32Array(spec.count * 4);
      const move = swarmMover(spec);
      const milliseconds = await inSlices('swarm', spec.count, 32, signal, (from, to) => {
        move(from, to, positions.subarray(4 * from, 4 * to));
      });
      return { spec, positions, backend: 'float64', milliseconds };
    },
    async basin(spec, signal) {
      const exact = basinFloat64(spec);
      const milliseconds = await inSlices('swarm', exact.count, 1, signal, exact.fill);
      return { ...labelled(spec, exact.ends), backend: 'float64', milliseconds };
    },
    report: () =>
      Promise.resolve({
        backends: [{ id: 'float64', available: true, deviation: {} }],
        chosen: { ...chosen },
        override:
          override === undefined
            ? null
            : override === 'float64'
              ? { asked: override, honoured: true }
              : { asked: override, honoured: false, reason: 'kernels need a worker' },
        kernelsBuilt: 0,
        thread: 'main',
        incidents: [`no worker: ${reason}`],
      } satisfies DeviceReport),
    loseContext: () => Promise.resolve(),
    close: () => undefined,
  };
}
