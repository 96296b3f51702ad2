import { afterEach, expect, test } from 'vitest';
import type { PointCloud } from '../../src/clouds/types.ts';
import type { Kept, RegisterAsk, RegistrationWorkerApi } from '../../scenes/registration/jobs/api.ts';
import { createRegistrationJobs, type RegistrationJobs } from '../../scenes/registration/jobs/client.ts';
import { defaultRegisterSpec, type RegisterResult } from '../../src/registration/specs.ts';
import { asWorker, LiveWorker, never } from './liveWorker.ts';

/* What the page's side does with its worker; a real one runs in test/browser. */

let jobs: RegistrationJobs | null = null;
afterEach(() => jobs?.dispose());

const cloud = (x: number): PointCloud => ({ points: Float64Array.of(x, 0, 0) });
const ask = (source: string, target = 'model'): RegisterAsk => ({
  spec: defaultRegisterSpec,
  source,
  target,
  maps: null,
  record: false,
});

/** The sum of both clouds' first coordinates stands in for a registration: it tells which clouds the worker had. */
function resultOf(milliseconds: number): RegisterResult {
  return {
    targetFromSource: new Float64Array(16),
    iterations: 0,
    converged: true,
    fitness: 1,
    inlierRmse: 0,
    judgement: { verdict: 'good', reason: 'agrees', values: {}, alternatives: [] },
    chosen: { voxel: null, maxDistance: null },
    weighed: null,
    leftOut: null,
    milliseconds,
    record: null,
    working: null,
  };
}

/** Workers as they are asked for. A job whose source is `stuck` never ends in the first `mute` of them. */
function open(mute = 0) {
  const workers: LiveWorker[] = [];
  const sent: string[][] = [];
  const ran: string[][] = [];
  let restarts = 0;
  const spawn = () => {
    const number = workers.length;
    const kept = new Map<string, Kept>();
    const first = (id: string) => {
      const thing = kept.get(id);
      return thing?.kind === 'cloud' ? thing.cloud.points[0]! : NaN;
    };
    const [mySent, myRan]: [string[], string[]] = [[], []];
    const api: Omit<RegistrationWorkerApi, 'register'> & { register(ask: RegisterAsk): unknown } = {
      open: () => undefined,
      keep: (id, thing) => {
        mySent.push(id);
        kept.set(id, thing);
      },
      forget: (id) => {
        mySent.push(`-${id}`);
        kept.delete(id);
      },
      register: ({ source, target }) => {
        myRan.push(source);
        return source === 'stuck' && number < mute ? never() : resultOf(first(source) + first(target));
      },
    };
    const worker = new LiveWorker(api);
    workers.push(worker);
    sent.push(mySent);
    ran.push(myRan);
    return asWorker(worker);
  };
  jobs = createRegistrationJobs({ spawn, onRestart: () => restarts++ });
  jobs.put('model', cloud(1));
  for (const [i, id] of ['a', 'b', 'stuck'].entries()) jobs.put(id, cloud(10 * (i + 1)));
  return { jobs, workers, sent, ran, restarts: () => restarts };
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

test('a cloud goes to the worker once, again only when it is put anew, and leaves with forget', async () => {
  const { jobs, sent, workers } = open();
  expect(workers.length).toBe(0);
  expect((await jobs.register('left', ask('a'))).milliseconds).toBe(11);
  expect((await jobs.register('right', ask('a'))).milliseconds).toBe(11);
  expect(sent).toEqual([['a', 'model']]);
  jobs.put('a', cloud(70));
  expect((await jobs.register('left', ask('a'))).milliseconds).toBe(71);
  jobs.forget('a');
  expect((await jobs.register('left', ask('b'))).milliseconds).toBe(21);
  expect(sent).toEqual([['a', 'model', 'a', '-a', 'b']]);
  await expect(jobs.register('left', ask('a'))).rejects.toThrow('nothing was put to be kept as "a"');
});

test('in one lane the newest wins; lanes do not push each other out', async () => {
  const { jobs, ran } = open();
  const [first, replaced, newest, other] = [
    jobs.register('left', ask('a')),
    jobs.register('left', ask('stuck')),
    jobs.register('left', ask('b')),
    jobs.register('right', ask('b')),
  ];
  await expect(replaced).rejects.toMatchObject({ name: 'AbortError' });
  expect([(await first).milliseconds, (await newest).milliseconds, (await other).milliseconds]).toEqual([11, 21, 21]);
  expect(ran[0]!.toSorted()).toEqual(['a', 'b', 'b']);
});

test('an aborted job rejects at once; the worker at it is ended, and the other lane is served by the next one', async () => {
  const { jobs, workers, ran, sent, restarts } = open(1);
  const controller = new AbortController();
  const stuck = jobs.register('left', ask('stuck'), controller.signal);
  await soon();
  const other = jobs.register('right', ask('a'));
  controller.abort();
  await expect(stuck).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers[0]!.terminated).toBe(false);
  expect((await other).milliseconds).toBe(11);
  expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  expect(ran).toEqual([['stuck'], ['a']]);
  expect(sent[1]).toEqual(['a', 'model']);
  // Ended on purpose: nobody needs to hear of it.
  expect(restarts()).toBe(0);
});

test('an aborted job that ends soon by itself costs no worker', async () => {
  const { jobs, workers } = open();
  const controller = new AbortController();
  const first = jobs.register('left', ask('a'), controller.signal);
  controller.abort();
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect((await jobs.register('left', ask('b'))).milliseconds).toBe(21);
  expect(workers.length).toBe(1);
});

test('a worker that dies under a job is replaced, with its clouds; one that dies twice under it is enough', async () => {
  const { jobs, workers, restarts } = open(1);
  const result = jobs.register('left', ask('stuck'));
  await soon();
  workers[0]!.die('out of memory');
  expect((await result).milliseconds).toBe(31);
  expect(restarts()).toBe(1);
  jobs.dispose();

  const again = open(2);
  const hopeless = again.jobs.register('left', ask('stuck'));
  const settled = expect(hopeless).rejects.toThrow('died twice');
  for (const i of [0, 1]) {
    await soon();
    again.workers[i]!.die('out of memory');
  }
  await settled;
  expect((await again.jobs.register('left', ask('a'))).milliseconds).toBe(11);
});

test('without a worker the job says why, and the next one tries again', async () => {
  let tries = 0;
  jobs = createRegistrationJobs({
    spawn: () => {
      tries++;
      throw new Error('workers are switched off');
    },
  });
  jobs.put('model', cloud(1));
  for (const _ of [1, 2]) {
    await expect(jobs.register('left', ask('model'))).rejects.toMatchObject({
      name: 'WorkerBrokenError',
      message: 'workers are switched off',
    });
  }
  expect(tries).toBe(2);
});

test('dispose ends the worker, what waits for it, and refuses what comes later', async () => {
  const { jobs, workers } = open(1);
  const stuck = jobs.register('left', ask('stuck'));
  await soon();
  jobs.dispose();
  await expect(stuck).rejects.toMatchObject({ name: 'AbortError' });
  expect(workers[0]!.terminated).toBe(true);
  await expect(jobs.register('left', ask('a'))).rejects.toMatchObject({ name: 'AbortError' });
  // The job that was under way is given up a moment later: nobody would end another worker.
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(workers.length).toBe(1);
});
