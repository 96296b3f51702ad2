import { proxy, type Remote } from 'comlink';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askingWorker, askOnce, type Asker } from '../../src/jobs/asking.ts';
import { createJobs, type WorkerFate } from '../../src/jobs/client.ts';
import { gridFloat64 } from '../../src/jobs/grid.ts';
import type { WorkerApi } from '../../src/jobs/runner.ts';
import { silences } from '../../src/jobs/silence.ts';
import { surfaceSpec } from '../gpu/specs.ts';
import { asWorker, LiveWorker, never } from './liveWorker.ts';

/* A worker that never answers left "Reading …" for ever. */

interface Api {
  open(): Promise<void>;
  work(onPart?: (part: number) => void): Promise<string>;
}

/** Workers as they are asked for: `mute` of them never finish a job, of these `deaf` do not even come up. */
function workersOf(mute: number, deaf = 0) {
  const workers: LiveWorker[] = [];
  let part: ((part: number) => void) | undefined;
  const spawn = () => {
    const number = workers.length;
    const api: Api = {
      open: () => (number < deaf ? never() : Promise.resolve()),
      work: (onPart) => {
        part = onPart;
        return number < mute ? never() : Promise.resolve(`answer of ${number}`);
      },
    };
    const worker = new LiveWorker(api);
    workers.push(worker);
    return asWorker(worker);
  };
  return { workers, spawn, progress: () => part?.(0.5) };
}

const greet = (api: Remote<Api>) => api.open();
const work = (api: Remote<Api>) => api.work();
/** Messages go through real channels; only timers are false. */
const delivered = async () => {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setImmediate(resolve));
};
const passed = async (milliseconds: number) => {
  await delivered();
  await vi.advanceTimersByTimeAsync(milliseconds);
  await delivered();
};
const silent = () => silences.getState().length;

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
afterEach(() => vi.useRealTimers());

describe('a worker that is asked and says nothing', () => {
  let asker: Asker<Api> | null = null;
  afterEach(() => {
    asker?.dispose();
    expect(silent()).toBe(0);
  });

  it('is said to be silent after ten seconds, not before, and is not ended by itself', async () => {
    const { workers, spawn } = workersOf(1);
    asker = askingWorker<Api>({ spawn, greet });
    const answer = asker.ask(work);
    answer.catch(() => undefined);
    await passed(9900);
    expect(silent()).toBe(0);
    await passed(200);
    expect(silent()).toBe(1);
    await passed(600_000);
    expect([silent(), workers.length, workers[0]!.terminated]).toEqual([1, 1, false]);
  });

  it('started anew, another one answers; nobody is told that one died, and three times are no failure', async () => {
    const { workers, spawn } = workersOf(3);
    let deaths = 0;
    asker = askingWorker<Api>({ spawn, greet, onDeath: () => deaths++ });
    const answer = asker.ask(work);
    for (let time = 1; time <= 3; time++) {
      await passed(10_100);
      silences.getState()[0]!.startAnew();
      await passed(0);
      expect(workers[time - 1]!.terminated).toBe(true);
    }
    await expect(answer).resolves.toBe('answer of 3');
    expect([silent(), deaths]).toEqual([0, 0]);
    workers[3]!.die('of its own');
    const next = asker.ask(work);
    await passed(0);
    await expect(next).resolves.toBe('answer of 4');
    expect(deaths).toBe(1);
  });

  it('one that does not even come up, too', async () => {
    const { spawn } = workersOf(1, 1);
    asker = askingWorker<Api>({ spawn, greet });
    const answer = asker.ask(work);
    await passed(10_100);
    expect(silent()).toBe(1);
    silences.getState()[0]!.startAnew();
    await passed(0);
    await expect(answer).resolves.toBe('answer of 1');
  });

  it('progress is a sign of life, and takes the notice back', async () => {
    const { spawn, progress } = workersOf(1);
    asker = askingWorker<Api>({ spawn, greet });
    const answer = asker.ask((api, heard) => api.work(proxy(heard)));
    answer.catch(() => undefined);
    await passed(9000);
    progress();
    await passed(9000);
    expect(silent()).toBe(0);
    await passed(2000);
    expect(silent()).toBe(1);
    progress();
    await passed(0);
    expect(silent()).toBe(0);
  });

  it('nothing is said of one that nobody asks, nor after the machine slept', async () => {
    const { spawn } = workersOf(0);
    asker = askingWorker<Api>({ spawn, greet });
    const first = asker.ask(work);
    await passed(0);
    await first;
    await passed(60_000);
    expect(silent()).toBe(0);
    asker.dispose();
    const mute = workersOf(1);
    asker = askingWorker<Api>({ spawn: mute.spawn, greet });
    asker.ask(work).catch(() => undefined);
    await passed(0);
    vi.setSystemTime(Date.now() + 3_600_000);
    await passed(10_100);
    expect(silent()).toBe(0);
    await passed(10_100);
    expect(silent()).toBe(1);
  });
});

describe('the optimizers’ worker', () => {
  const grid = { surface: surfaceSpec('bowl'), size: 8 };
  const fates: WorkerFate[] = [];
  /** The first `deaf` do not come up, of the others the first `mute` never finish a grid. */
  function jobsOf(mute: number, deaf = 0) {
    const workers: LiveWorker[] = [];
    const spawn = () => {
      const number = workers.length;
      const api: Pick<WorkerApi, 'open' | 'grid'> = {
        open: () => (number < deaf ? never() : Promise.resolve()),
        grid: (spec) =>
          number < mute
            ? never()
            : Promise.resolve({ spec, texels: gridFloat64(spec), backend: `worker ${number}`, milliseconds: 1 }),
      };
      const worker = new LiveWorker(api);
      workers.push(worker);
      return asWorker(worker);
    };
    fates.length = 0;
    return { workers, jobs: createJobs({ spawn, onWorker: (fate) => fates.push(fate) }) };
  }

  it('is said to be silent, too; started anew four times it is no failure, and none runs on', async () => {
    const { workers, jobs } = jobsOf(4);
    const answer = jobs.grid(grid);
    for (let time = 1; time <= 4; time++) {
      await passed(9900);
      expect(silent()).toBe(0);
      await passed(200);
      expect(silent()).toBe(1);
      silences.getState()[0]!.startAnew();
      await passed(0);
    }
    expect((await answer).backend).toBe('worker 4');
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, true, true, true, false]);
    expect([silent(), ...fates]).toEqual([0]);
    jobs.dispose();
  });

  it('one that does not even come up is followed by another, not by this thread', async () => {
    const { workers, jobs } = jobsOf(1, 1);
    const answer = jobs.grid(grid);
    await passed(10_100);
    expect(silent()).toBe(1);
    silences.getState()[0]!.startAnew();
    await passed(0);
    expect((await answer).backend).toBe('worker 1');
    expect(workers).toHaveLength(2);
    jobs.dispose();
  });

  it('disposed of, nothing is said of it any more', async () => {
    const { jobs } = jobsOf(1);
    jobs.grid(grid).catch(() => undefined);
    await passed(10_100);
    expect(silent()).toBe(1);
    jobs.dispose();
    await passed(0);
    expect(silent()).toBe(0);
  });
});

describe('a worker for one call', () => {
  it('is said to be silent; started anew, another one is asked and answers', async () => {
    const { workers, spawn } = workersOf(1);
    const answer = askOnce<Api, string>(spawn, greet, work);
    await passed(10_100);
    expect(silent()).toBe(1);
    silences.getState()[0]!.startAnew();
    await passed(0);
    await expect(answer).resolves.toBe('answer of 1');
    expect([silent(), ...workers.map(({ terminated }) => terminated)]).toEqual([0, true, true]);
  });

  it('given up by its signal, nothing is said of it any more', async () => {
    const { spawn } = workersOf(1);
    const stop = new AbortController();
    const answer = askOnce<Api, string>(spawn, greet, work, stop.signal);
    answer.catch(() => undefined);
    await passed(10_100);
    stop.abort();
    await expect(answer).rejects.toThrow();
    await passed(0);
    expect(silent()).toBe(0);
  });
});
