import { wrap } from 'comlink';
import { createJobs, type Jobs } from '../../../src/jobs/client.ts';
import { tilesOf } from '../../../src/basins/cells.ts';
import { TILE } from '../../../src/jobs/basin.ts';
import { gridFloat64 } from '../../../src/jobs/grid.ts';
import type { BasinTilesSpec, GridSpec, SwarmSpec } from '../../../src/jobs/specs.ts';
import { swarmFloat64 } from '../../../src/jobs/swarm.ts';
import type { LandscapeOff } from './landscapeWorker.ts';
import { timeCase } from './timeCase.ts';
import { deviations, largestMagnitude, largestOf, medianOf } from '../../gpu/specs.ts';

/* A page of nothing but the jobs, for tests and benchmarks to drive in a minified build under the policy. */

interface Off {
  readonly backend: string;
  readonly median: number;
  readonly most: number;
}

let jobs: Jobs | null = null;

function opened(): Jobs {
  if (!jobs) throw new Error('open the jobs first');
  return jobs;
}

const page = {
  timeCase,
  /** In a worker: gpu.js finds no float textures on the page's own thread. */
  async landscapeOff(...asked: Parameters<LandscapeOff>): ReturnType<LandscapeOff> {
    const worker = new Worker(new URL('./landscapeWorker.ts', import.meta.url), { type: 'module' });
    try {
      return await wrap<LandscapeOff>(worker)(...asked);
    } finally {
      worker.terminate();
    }
  },
  jobs: opened,
  /** Milliseconds of whole maps and of the first coarse one of 64², on one backend. */
  async timeBasin(mode: string, spec: BasinTilesSpec, runs: number) {
    const own = createJobs({ override: mode });
    const coarse = { ...spec.basin, size: 64 };
    const timed = async (work: BasinTilesSpec) => {
      const begin = performance.now();
      return { found: await own.basin(work), ms: performance.now() - begin };
    };
    // The first compiles the kernel.
    await timed({ basin: coarse, tiles: tilesOf(coarse, TILE) });
    const { ms: coarseMs } = await timed({ basin: coarse, tiles: tilesOf(coarse, TILE) });
    const all = [];
    for (let run = 0; run < runs; run++) all.push(await timed(spec));
    own.dispose();
    const { labels, minima } = all[0]!.found;
    return { milliseconds: all.map(({ ms }) => ms), coarseMs, labels: Array.from(labels), minima };
  },
  open(override?: string): Jobs {
    jobs?.dispose();
    jobs = createJobs({ override });
    return jobs;
  },
  /** Against float64, relative to the largest height and the largest slope of the grid; the worse of the two. */
  async gridOff(spec: GridSpec): Promise<Off> {
    const { texels, backend } = await opened().grid(spec);
    const exact = gridFloat64(spec);
    const [f, g] = [[0], [1, 2]].map((columns) =>
      deviations(texels, exact, columns, largestMagnitude(exact, columns)),
    ) as [Float64Array, Float64Array];
    return {
      backend,
      median: Math.max(medianOf(f), medianOf(g)),
      most: Math.max(largestOf(f), largestOf(g)),
    };
  },
  /** Against float64, relative to `scale`. */
  async swarmOff(spec: SwarmSpec, scale: number): Promise<Off> {
    const { positions, backend } = await opened().swarm(spec);
    const off = deviations(positions, swarmFloat64(spec), [0, 1, 2, 3], scale);
    return { backend, median: medianOf(off), most: largestOf(off) };
  },
};

export type GpuPage = typeof page;

declare global {
  var gpuPage: GpuPage;
}

globalThis.gpuPage = page;
