import { afterEach, expect, test } from 'vitest';
import { createJobs, type Jobs, type WorkerFate } from '../../src/jobs/client.ts';
import { gridFloat64 } from '../../src/jobs/grid.ts';
import type { WorkerApi } from '../../src/jobs/runner.ts';
import { swarmFloat64 } from '../../src/jobs/swarm.ts';
import type { DeviceReport } from '../../src/gpu/types.ts';
import { surfaceSpec, swarmSpec } from '../gpu/specs.ts';
import { asWorker, LiveWorker, never } from './liveWorker.ts';

/* A worker that came up and dies; real ones run in test/browser. */

const report: DeviceReport = {
  backends: [{ id: 'float64', available: true, deviation: {} }],
  chosen: { surface: null, swarm: null },
  override: null,
  kernelsBuilt: 0,
  thread: 'worker',
  incidents: ['its own'],
};
/** `busy`: its jobs never end. */
function apiOf(busy: boolean, opens: boolean): WorkerApi {
  return {
    open: () => (opens ? Promise.resolve() : never()),
    grid: (spec) =>
      busy ? never() : Promise.resolve({ spec, texels: gridFloat64(spec), backend: 'live', milliseconds: 1 }),
    swarm: (spec) =>
      busy ? never() : Promise.resolve({ spec, positions: swarmFloat64(spec), backend: 'live', milliseconds: 1 }),
    basin: never,
    report: () => Promise.resolve(report),
    loseContext: () => Promise.resolve(),
  };
}

let jobs: Jobs | null = null;
afterEach(() => jobs?.dispose());

/** Workers as they are asked for: the first `busy` of them never finish a job, only the first `opening` ever come up. */
function open(busy: number, opening = Infinity) {
  const workers: LiveWorker[] = [];
  const fates: WorkerFate[] = [];
  jobs = createJobs({
    spawn: () => {
      const worker = new LiveWorker(apiOf(workers.length < busy, workers.length < opening));
      workers.push(worker);
      return asWorker(worker);
    },
    onWorker: (fate) => fates.push(fate),
  });
  return { jobs, workers, fates };
}

const grid = { surface: surfaceSpec('bowl'), size: 8 };
const swarm = swarmSpec('bowl', 'sgd', 'torch', { lr: 0.1 }, { count: 8, step: 3 });

/** Lets the opened worker be asked before it dies. */
const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

test('a worker that dies under two jobs is replaced once; both come out of the new one', async () => {
  const { jobs, workers, fates } = open(1);
  const results = Promise.all([jobs.grid(grid), jobs.swarm(swarm)]);
  await soon();
  workers[0]!.die('out of memory');
  const [heights, flock] = await results;
  expect([heights.backend, flock.backend]).toEqual(['live', 'live']);
  expect(heights.texels).toEqual(gridFloat64(grid));
  expect(flock.positions).toEqual(swarmFloat64(swarm));
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  expect(fates).toEqual(['restarted']);
  expect((await jobs.report()).incidents).toEqual(['the worker died: out of memory', 'its own']);
});

test('a worker that died at rest is replaced by the next job', async () => {
  const { jobs, workers, fates } = open(0);
  await jobs.grid(grid);
  workers[0]!.die('');
  expect(fates).toEqual([]);
  expect((await jobs.grid(grid)).backend).toBe('live');
  expect(workers.length).toBe(2);
  expect(fates).toEqual(['restarted']);
});

test('at its third death it is given up: float64 on this thread, to the bit', async () => {
  const { jobs, workers, fates } = open(3);
  const result = jobs.swarm(swarm);
  for (let i = 0; i < 3; i++) {
    await soon();
    expect(workers.length).toBe(i + 1);
    workers[i]!.die('killed');
  }
  const { backend, positions } = await result;
  expect(backend).toBe('float64');
  expect(positions).toEqual(swarmFloat64(swarm));
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, true, true]);
  expect(fates).toEqual(['restarted', 'restarted', 'given-up']);
  const { thread, incidents } = await jobs.report();
  expect(thread).toBe('main');
  expect(incidents).toEqual([...Array<string>(3).fill('the worker died: killed'), 'no worker: killed']);
});

test('one that does not come up again is given up at once', async () => {
  const { jobs, workers, fates } = open(1, 1);
  const result = jobs.grid(grid);
  await soon();
  workers[0]!.die('killed');
  await soon();
  workers[1]!.die('no memory');
  expect((await result).backend).toBe('float64');
  expect(fates).toEqual(['restarted', 'given-up']);
  expect((await jobs.report()).incidents).toEqual(['the worker died: killed', 'no worker: no memory']);
});

test('dispose while it restarts ends the new worker too', async () => {
  const { jobs, workers } = open(2);
  const result = jobs.grid(grid);
  await soon();
  workers[0]!.die('killed');
  await soon();
  jobs.dispose();
  await expect(result).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, true]);
});
