import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localCrew } from '../../src/jobs/crew/local.ts';
import { trainDo } from '../../src/jobs/trainDo.ts';
import { encodeMaps } from '../../src/registration/do/maps.ts';
import { defaultTraining, type DoTraining } from '../../src/registration/do/types.ts';
import { root } from '../../tools/ensure.mjs';
import { readSpot } from '../registration/spot.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { servePage, type ServedPage } from './servePage.ts';

/* Training in the page’s workers: the minified build under the policy. */

let served: ServedPage;
beforeAll(async () => {
  served = await servePage(root, 'training-page');
});
afterAll(() => served.close());
const browser = useBrowser();

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test('one seed (5), one result: a page with two workers, one with three, and Node on one thread, bit for bit', async () => {
  const asked: Partial<DoTraining> = { samples: 300, maps: 3, seed: 5 };
  const checksum = sha256(readFileSync('assets/clouds/spot.obj'));
  const model = { name: 'spot.obj', checksum, shape: readSpot() };
  const here = await trainDo({ ...defaultTraining, ...asked }, model, localCrew());
  const page = await openPage(browser(), '', { base: served.url });
  for (const workers of [2, 3]) {
    const { sha256: there, errors } = await page.evaluate(([spec, count]) => trainingPage.train(spec, count), [
      asked,
      workers,
    ] as const);
    expect(errors).toEqual(here.errors);
    expect(there).toBe(sha256(encodeMaps(here)));
  }
  expectClean(page);
  await closePage(page);
});

test('cancelled in the midst of a map: an AbortError within a second of the click', async () => {
  const page = await openPage(browser(), '', { base: served.url });
  const { name, seconds } = await page.evaluate(() => trainingPage.cancelAt({ samples: 2000, maps: 4 }, 0.3));
  expect(name).toBe('AbortError');
  // Alone on two cores it takes some 20 ms; the bound leaves room for a machine that does much else.
  expect(seconds).toBeLessThan(1);
  expectClean(page);
  await closePage(page);
});
