import { afterEach, expect, test } from 'vitest';
import { createJobs, type Jobs, type JobsOptions } from '../../src/jobs/client.ts';
import { gridFloat64 } from '../../src/jobs/grid.ts';
import { swarmFloat64 } from '../../src/jobs/swarm.ts';
import { surfaceSpec, swarmSpec } from '../gpu/specs.ts';

/* The worker itself runs in test/browser/gpu.test.ts; here is what happens without one. */

let jobs: Jobs | null = null;
afterEach(() => jobs?.dispose());

function open(options: JobsOptions): Jobs {
  jobs = createJobs(options);
  return jobs;
}

const noWorker = () => {
  throw new Error('workers are switched off');
};
const spec = { surface: surfaceSpec('bowl'), size: 24 };

test('without a worker: float64 on this thread, to the bit, and the report says so', async () => {
  const { grid, swarm, report, kernelsBuilt } = open({ spawn: noWorker });
  const result = await grid(spec);
  expect(result.spec).toBe(spec);
  expect(result.backend).toBe('float64');
  expect(result.texels).toEqual(gridFloat64(spec));
  const flock = swarmSpec('beale', 'nadam', 'torch', { lr: 0.01 }, { count: 100, step: 12 });
  expect((await swarm(flock)).positions).toEqual(swarmFloat64(flock));
  expect(await report()).toMatchObject({
    backends: [{ id: 'float64', available: true }],
    chosen: { surface: { backend: 'float64', why: 'only' }, swarm: { backend: 'float64', why: 'only' } },
    thread: 'main',
    incidents: ['no worker: workers are switched off'],
  });
  expect(await kernelsBuilt()).toBe(0);
});

test('without a worker an override that needs one is reported', async () => {
  const { grid, report } = open({ spawn: noWorker, override: 'webgl2' });
  await grid(spec);
  expect((await report()).override).toEqual({ asked: 'webgl2', honoured: false, reason: 'kernels need a worker' });
});

/** A worker that never answers and dies when told to. */
class MuteWorker extends EventTarget {
  terminated = false;
  postMessage() {
    /* says nothing */
  }
  terminate() {
    this.terminated = true;
  }
  die(message: string) {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

test('a worker whose script does not load gives way to this thread', async () => {
  const worker = new MuteWorker();
  const { grid, report } = open({ spawn: () => worker as unknown as Worker });
  const result = grid(spec);
  worker.die('');
  expect((await result).backend).toBe('float64');
  expect(worker.terminated).toBe(true);
  expect((await report()).incidents).toEqual(['no worker: its script could not be loaded']);
});

test('dispose lets go of what is under way and refuses what comes later', async () => {
  const worker = new MuteWorker();
  const { grid, dispose } = open({ spawn: () => worker as unknown as Worker });
  const result = grid(spec);
  dispose();
  expect(worker.terminated).toBe(true);
  await expect(result).rejects.toMatchObject({ name: 'AbortError' });
  await expect(grid(spec)).rejects.toMatchObject({ name: 'AbortError' });
});

test('a formula that is none rejects with its error', async () => {
  const { grid } = open({ spawn: noWorker });
  await expect(grid({ ...spec, surface: { ...spec.surface, formula: 'x +' } })).rejects.toMatchObject({
    name: 'FormulaError',
  });
});
