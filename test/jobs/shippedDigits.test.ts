import { readFile } from 'node:fs/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { createDigits } from '../../src/jobs/shippedDigits.ts';

afterEach(() => vi.unstubAllGlobals());

test('all digits are one set, however often they are asked for; of some there is a copy', async () => {
  vi.stubGlobal('fetch', async (file: URL) => new Response(new Uint8Array(await readFile(file))));
  const digits = createDigits();
  const [all, again, most, some] = [await digits(Infinity), await digits(8000), await digits(2000), await digits(300)];
  expect(all.train.count).toBe(8000);
  // Whether they are the same objects: their numbers are too many for a message.
  expect([again.train === all.train, again.test === all.test]).toEqual([true, true]);
  // As many as there are to test on, but not to learn from.
  expect(most.test === all.test).toBe(true);
  expect([most.train.count, some.train.count, some.test.count]).toEqual([2000, 300, 300]);
  expect([...some.train.x]).toEqual([...all.train.x.subarray(0, some.train.x.length)]);
});
