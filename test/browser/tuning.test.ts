import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decode } from '../../scenes/optimizers/state/url.ts';
import { fragmentOf, openApp } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';

const browser = useBrowser();
let page: Page;
const overrides = async () => decode(await fragmentOf(page)).overrides;
const rateOf = async (id: string) => (await overrides()).runs?.[id]?.params?.['lr'];
const best = (name: string) => page.locator('.tune-best', { hasText: name });

beforeAll(async () => {
  page = await openApp(browser(), 'v=1&t=2&lang=en', { reducedMotion: 'reduce', hasTouch: true });
});
afterAll(async () => {
  expectClean(page);
  await closePage(page);
});

test('each optimizer’s best rate, adopted by a tap and a key on its name, another one by a click on its dot', async () => {
  await page.getByRole('radio', { name: 'Tuning' }).check();
  await expect.poll(() => page.locator('.tune-best').count()).toBe(4);
  // Opened before any other figure it has its styles: card and hairlines, not SVG's own black.
  const ground = page.locator('.tune-chart .plan-ground');
  expect(await ground.evaluate((rect) => getComputedStyle(rect).fill)).not.toBe('rgb(0, 0, 0)');
  await best('SGD').tap();
  // Of sixty in equal ratios the one that keeps below 1, where it would fly off.
  await expect.poll(() => rateOf('sgd')).toBeCloseTo(0.76, 1);
  await best('AdaGrad').press('Enter');
  await expect.poll(() => rateOf('adagrad')).toBeGreaterThan(0);
  const found = await rateOf('sgd');
  const dots = page.locator('.tune-chart [data-run=sgd] .tune-dot');
  const { x, y, width, height } = (await dots.first().boundingBox())!;
  const [cx, cy] = [x + width / 2, y + height / 2];
  await page.mouse.move(cx, cy);
  const title = page.locator('[data-view=tune] svg > text').first();
  await expect.poll(() => title.textContent()).toMatch(/η = [\d.×⁻¹⁻⁰-⁹]+: f = /);
  await page.mouse.click(cx, cy);
  // The first dot is the smallest rate of all.
  await expect.poll(() => rateOf('sgd')).toBeLessThan(found! / 100);
  expect((await overrides()).view).toBe('tune');
});
