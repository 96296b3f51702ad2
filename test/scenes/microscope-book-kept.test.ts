import { expect, test } from 'vitest';
import { createRuns, type Disk } from '../../scenes/microscope/book/run/runs.ts';
import { bytesIn } from '../../src/scene/results/room.ts';

interface Run {
  readonly weights: Float64Array;
}
const sized = (bytes: number): Run => ({ weights: new Float64Array(bytes / 8) });

/** A browser that has `room` bytes for all runs together. */
function diskOf(room = Infinity) {
  const all = new Map<string, unknown>();
  const bytes = () => [...all.values()].reduce<number>((sum, one) => sum + bytesIn(one), 0);
  const disk: Disk<Run> = {
    get: (key) => Promise.resolve(all.get(key) as Run | undefined),
    async set(key, run) {
      const before = all.get(key);
      all.set(key, run);
      if (bytes() <= room) return;
      if (before) all.set(key, before);
      else all.delete(key);
      throw new DOMException('', 'QuotaExceededError');
    },
    keys: () => Promise.resolve([...all.keys()]),
    delete: (keys) => Promise.resolve(keys.forEach((key) => all.delete(key))),
    update: (key, change) => Promise.resolve(void all.set(key, change(all.get(key)))),
  };
  return { all, disk, there: () => [...all.keys()].filter((key) => key !== 'list').sort() };
}

test('however many seeds are run, only the newest are kept, within their bytes; what other editions left goes', async () => {
  const { all, disk, there } = diskOf();
  all.set('of an older edition', sized(80));
  const runs = createRuns(disk, { most: 3, bytes: 400 });
  for (const key of ['a', 'b', 'c', 'd']) expect(await runs.keep(key, sized(80))).toBe(true);
  expect(there()).toEqual(['b', 'c', 'd']);
  // Kept again it is the newest.
  await runs.keep('b', sized(160));
  await runs.keep('e', sized(160));
  expect(there()).toEqual(['b', 'd', 'e']);
  await runs.keep('f', sized(320));
  expect(there()).toEqual(['f']);
  expect(await runs.get('f')).toEqual(sized(320));
  expect(await runs.keep('too large', sized(408))).toBe(false);
  await runs.forget('f');
  expect(there()).toEqual([]);
});

test('where the browser has less room the newest drives out all others; where it has none that is told', async () => {
  const { disk, there } = diskOf(200);
  const runs = createRuns(disk, { most: 3, bytes: 400 });
  await runs.keep('a', sized(80));
  await runs.keep('b', sized(80));
  expect(await runs.keep('c', sized(160))).toBe(true);
  expect(there()).toEqual(['c']);
  expect(await runs.keep('d', sized(240))).toBe(false);
  const denied = () => Promise.reject(new DOMException('', 'SecurityError'));
  const nowhere = createRuns<Run>(
    { get: denied, set: denied, keys: denied, delete: denied, update: denied },
    { most: 3, bytes: 400 },
  );
  expect([await nowhere.keep('a', sized(8)), await nowhere.get('a')]).toEqual([false, undefined]);
  await nowhere.forget('a');
});

test('what is forgotten while it is still being written stays forgotten', async () => {
  const { disk, there } = diskOf();
  const runs = createRuns(disk, { most: 3, bytes: 400 });
  await Promise.all([runs.keep('a', sized(80)), runs.forget('a')]);
  expect(there()).toEqual([]);
});
