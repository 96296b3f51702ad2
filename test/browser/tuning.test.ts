import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decode } from '../../scenes/optimizers/state/url.ts';
import { fragmentOf, openApp } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';

const browser = useBrowser();
let page: Page;
const runs = async () => decode(await fragmentOf(page)).overrides.runs;
const map = () => page.locator('.heat-map');
const titles = () => page.locator('[data-view] .plan-title').allTextContents();

beforeAll(async () => {
  page = await openApp(browser(), 'v=1&t=2&view=heat&sel=momentum&lang=en', { reducedMotion: 'reduce' });
  await map().waitFor();
});
afterAll(async () => {
  expectClean(page);
  await closePage(page);
});

test('the heat map: pointing replays a cell’s run, a click adopts it, and the keyboard does both', async () => {
  const box = (await map().locator('.plan-ground').boundingBox())!;
  const before = await titles();
  // The upper right corner is beyond the edge of stability.
  await page.mouse.move(box.x + box.width - 3, box.y + 3);
  await expect.poll(titles).not.toEqual(before);
  expect(await page.locator('[data-view="heat"]').textContent()).toContain('diverges at update');
  expect(await map().locator('.heat-edge').count()).toBe(1);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(runs).toMatchObject({ momentum: { params: { momentum: expect.closeTo(0.5, 1) as number } } });
  const clicked = (await runs())!['momentum']!.params!;
  await page.mouse.move(0, 0);
  await map().focus();
  for (const key of ['ArrowRight', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  const typed = async () => (await runs())!['momentum']!.params!;
  await expect.poll(typed).not.toEqual(clicked);
  const now = await typed();
  expect(now['lr']).toBeGreaterThan(clicked['lr']!);
  expect(now['momentum']! - clicked['momentum']!).toBeCloseTo(0.99 / 63, 3);
});

test('the tuning: each optimizer’s best, adopted by a click on its name', async () => {
  await page.getByRole('radio', { name: 'Tuning' }).check();
  await expect.poll(() => page.locator('.tune-best').count()).toBe(4);
  await page.locator('.tune-best', { hasText: 'SGD' }).click();
  // Of sixty in equal ratios the one that keeps below 1, where it would fly off.
  await expect.poll(runs).toMatchObject({ sgd: { params: { lr: expect.closeTo(0.76, 1) as number } } });
  expect(decode(await fragmentOf(page)).overrides.view).toBe('tune');
});
