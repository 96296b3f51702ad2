import { expect, test } from 'vitest';
import { newestWins } from '../../src/jobs/newestWins.ts';

/** A job that ends when told to. */
function controlled() {
  const started: number[] = [];
  const ends = new Map<number, (result: string) => void>();
  const job = newestWins<number, string>((spec) => {
    started.push(spec);
    return new Promise((resolve) => ends.set(spec, resolve));
  });
  return { job, started, end: (spec: number) => ends.get(spec)?.(`done ${spec}`) };
}

const aborted = { name: 'AbortError' };
const settle = () => new Promise((resolve) => setTimeout(resolve));

test('of many jobs the running one and the newest are computed, the others reject with an AbortError', async () => {
  const { job, started, end } = controlled();
  const results = [1, 2, 3, 4].map((spec) => job(spec));
  await Promise.all([
    expect(results[1]).rejects.toMatchObject(aborted),
    expect(results[2]).rejects.toMatchObject(aborted),
  ]);
  expect(started).toEqual([1]);
  end(1);
  expect(await results[0]).toBe('done 1');
  await settle();
  expect(started).toEqual([1, 4]);
  end(4);
  expect(await results[3]).toBe('done 4');
});

test('a signal takes a waiting job away and lets go of a running one, whose place stays taken until it ends', async () => {
  const { job, started, end } = controlled();
  const [running, waiting] = [new AbortController(), new AbortController()];
  const first = job(1, running.signal);
  const second = job(2, waiting.signal);
  waiting.abort();
  await expect(second).rejects.toMatchObject(aborted);
  running.abort();
  await expect(first).rejects.toMatchObject(aborted);
  const third = job(3);
  await settle();
  expect(started).toEqual([1]);
  end(1);
  await settle();
  expect(started).toEqual([1, 3]);
  end(3);
  expect(await third).toBe('done 3');
});

test('an aborted signal starts nothing', async () => {
  const { job, started } = controlled();
  await expect(job(1, AbortSignal.abort())).rejects.toMatchObject(aborted);
  expect(started).toEqual([]);
});

test('a failure reaches its caller and the queue goes on', async () => {
  const job = newestWins<number, number>((spec) =>
    spec === 1 ? Promise.reject(new Error('no')) : Promise.resolve(spec),
  );
  await expect(job(1)).rejects.toThrow('no');
  expect(await job(2)).toBe(2);
});

test('a signal that outlives its jobs keeps no listener of theirs', async () => {
  const { signal } = new AbortController();
  let listeners = 0;
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (...args: Parameters<typeof addEventListener>) => {
    listeners += 1;
    addEventListener.apply(signal, args);
  };
  signal.removeEventListener = (...args: Parameters<typeof removeEventListener>) => {
    listeners -= 1;
    removeEventListener.apply(signal, args);
  };
  const job = newestWins<number, number>((spec) => Promise.resolve(spec));
  await job(1, signal);
  await Promise.allSettled([job(2, signal), job(3, signal), job(4, signal)]);
  await settle();
  expect(listeners).toBe(0);
});
