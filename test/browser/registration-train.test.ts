import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { localCrew } from '../../src/jobs/crew/local.ts';
import { trainDo } from '../../src/jobs/trainDo.ts';
import { decodeMaps } from '../../src/registration/do/maps.ts';
import { defaultTraining } from '../../src/registration/do/types.ts';
import { spotModel } from '../jobs/registrationScene.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';
import { computed, openRegistration, saved } from './registration.ts';

/* Training in the scene: progress map by map, cancelled and gone on with, used by DO, kept, taken away and read again. */

const browser = useBrowser();

const outcome = (page: Page) => page.getAttribute('.train-progress', 'data-outcome');
const mapsDone = async (page: Page) => Number(await page.getAttribute('.train-progress', 'data-map'));
const verdictsOf = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('.pane')].map((pane) => pane.textContent));

test('DO is trained, cancelled and gone on with; its pane uses the maps, a file holds them', async () => {
  const page = await openRegistration(browser(), 'm=do&play=0&t=9', { reducedMotion: 'reduce' });
  await computed(page);
  const train = page.locator('.train');
  await train.getByLabel('Seed').fill('7');
  await train.getByLabel('Seed').press('Enter');
  await train.getByRole('button', { name: 'Train' }).click();
  await expect.poll(() => mapsDone(page), { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
  await train.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => outcome(page)).toBe('cancelled');
  const stoppedAt = await mapsDone(page);
  expect(stoppedAt).toBeLessThan(10);
  // The checkpoint is kept, and says how far it is.
  await train.locator('summary').click();
  await expect
    .poll(() => train.locator('li').allTextContents())
    .toEqual([expect.stringMatching(/^spot\.obj, 600 scenes × \d of 10 maps, seed 7 \(unfinished\)/)]);

  const before = await verdictsOf(page);
  await train.getByRole('button', { name: 'Train' }).click();
  await expect.poll(() => outcome(page), { timeout: 90_000 }).toBe('done');
  expect(await train.locator('li').allTextContents()).toEqual([
    expect.stringMatching(/^spot\.obj, 600 scenes × 10 maps, seed 7in use/),
  ]);
  expect(await train.locator('.train-curve path').getAttribute('d')).toMatch(/^M0 0\.00 (L[\d.]+ [\d.]+ ?){10}$/);
  // Another pose than that of the shipped maps.
  await computed(page);
  await expect.poll(async () => JSON.stringify(await verdictsOf(page))).not.toBe(JSON.stringify(before));

  // The very maps that Node trains for this model and seed: the training that was cut in two is no other one.
  const { name, bytes } = await saved(page, () => train.getByRole('button', { name: 'Save as a file' }).click());
  expect(name).toBe('spot-do.bin');
  const maps = decodeMaps(new Uint8Array(bytes));
  const training = { ...defaultTraining, samples: 600, maps: 10, seed: 7 };
  expect(maps.training).toEqual(training);
  const here = await trainDo(training, { ...(await spotModel()), checksum: maps.model.checksum }, localCrew());
  // Math.sin, exp and pow differ by an ulp between engines.
  here.errors.forEach((error, i) => expect(maps.errors[i]).toBeCloseTo(error, 6));
  const scale = Math.max(...here.maps[0]!.map(Math.abs));
  here.maps[0]!.forEach((value, i) => expect(Math.abs(value - maps.maps[0]![i]!) / scale).toBeLessThan(1e-6));

  // Back to those that ship, then the file is read: the same again, of another page or day.
  await train.getByRole('button', { name: 'Back to the built-in maps' }).click();
  await expect.poll(async () => JSON.stringify(await verdictsOf(page))).toBe(JSON.stringify(before));
  await page.setInputFiles('.train input[type=file]', { name, mimeType: 'application/octet-stream', buffer: bytes });
  await expect.poll(() => train.locator('li').allTextContents()).toEqual([expect.stringContaining('in use')]);
  await page.setInputFiles('.train input[type=file]', {
    ...{ name: 'broken.bin', mimeType: 'application/octet-stream' },
    buffer: bytes.subarray(0, 1000),
  });
  await expect.poll(() => train.locator('[role=alert]').textContent()).toMatch(/^broken\.bin cannot be read/);
  await train.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => train.locator('li').count()).toBe(0);
  expectClean(page);
  await closePage(page);
});
