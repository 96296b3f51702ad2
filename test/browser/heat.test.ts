import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decode } from '../../scenes/optimizers/state/url.ts';
import { fragmentOf, openApp } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';

const browser = useBrowser();
let page: Page;
const paramsOf = async () => decode(await fragmentOf(page)).overrides.runs?.['momentum']?.params ?? {};
const map = () => page.locator('.heat-map');
const ground = async () => (await map().locator('.plan-ground').boundingBox())!;

beforeAll(async () => {
  page = await openApp(browser(), 'v=1&t=2&view=heat&sel=momentum&lang=en', {
    reducedMotion: 'reduce',
    hasTouch: true,
  });
  await map().waitFor();
});
afterAll(async () => {
  expectClean(page);
  await closePage(page);
});

test('pointing at a cell tells its run, a click adopts it, and the keyboard does both', async () => {
  const { x, y, width, height } = await ground();
  // The upper right corner is beyond the edge of stability.
  await page.mouse.move(x + width - 3, y + 3);
  await expect.poll(() => page.locator('[data-view=heat]').textContent()).toContain('diverges at update');
  expect(await map().locator('.heat-edge').count()).toBe(1);
  expect(await paramsOf()).toEqual({});
  await page.mouse.click(x + width / 2, y + height / 2);
  await expect.poll(paramsOf).toMatchObject({ momentum: expect.closeTo(0.5, 1) as number });
  const clicked = await paramsOf();
  await page.mouse.move(0, 0);
  await map().focus();
  for (const key of ['ArrowRight', 'ArrowUp', 'Enter']) await page.keyboard.press(key);
  await expect.poll(paramsOf).not.toEqual(clicked);
  const typed = await paramsOf();
  expect(typed['lr']).toBeGreaterThan(clicked['lr']!);
  expect(typed['momentum']! - clicked['momentum']!).toBeCloseTo(0.99 / 63, 3);
  await page.keyboard.press('Escape');
});

test('a tap picks a cell without adopting it, and the button that stands there then does', async () => {
  const before = await paramsOf();
  const adopt = page.getByRole('button', { name: 'Use these values' });
  expect(await adopt.count()).toBe(0);
  const { x, y, width, height } = await ground();
  await page.touchscreen.tap(x + width / 4, y + height * 0.75);
  await adopt.waitFor();
  expect(await paramsOf()).toEqual(before);
  await adopt.tap();
  await expect.poll(paramsOf).toMatchObject({ momentum: expect.closeTo(0.25, 1) as number });
  expect((await paramsOf())['lr']).toBeLessThan(before['lr']!);
});
