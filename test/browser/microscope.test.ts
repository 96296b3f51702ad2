import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { brokenDrawing, fragmentOf } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';

const browser = useBrowser();
/** Quick to train. */
const QUICK = 'n=200&k=80&lr=0.1&a=relu';

const valueIn = (page: Page, pane: string, value: string) =>
  page.locator(`[data-pane=${pane}] [data-value=${value}]`).innerText();
const rested = (page: Page) => page.locator('.mic-progress').waitFor({ state: 'detached', timeout: 90_000 });

test('trains both nets from load, tells each ridge in words, prunes by a key, and reads out what is pointed at', async () => {
  const page = await openPage(browser(), `#v=1&scene=microscope&lang=en&t=40&${QUICK}`, {
    reducedMotion: 'reduce',
    drawn: true,
  });
  await page.locator('[data-pane=with] [data-value=update]').waitFor({ timeout: 60_000 });
  await rested(page);
  await expect.poll(() => valueIn(page, 'with', 'update')).toBe('80');
  expect(Number(await valueIn(page, 'with', 'loss'))).toBeLessThan(Number(await valueIn(page, 'net0', 'loss')));
  await expect
    .poll(() => page.locator('#summary').innerText())
    .toMatch(
      /without batch norm: loss [\d.]+.*Layer 3: std [\d.×⁻⁰-⁹]+, [\d.]+ % of neurons dead.*with batch norm.*Layer 5/s,
    );
  expect(await brokenDrawing(page)).toEqual([]);
  await page.keyboard.press('x');
  await expect.poll(() => valueIn(page, 'with', 'pruned')).toMatch(/^[\d.]+ → [\d.]+$/);
  expect(await fragmentOf(page)).toContain('pr=1');
  // A sheet is somewhere on the way up through the pane.
  const box = (await page.locator('[data-pane=with]').boundingBox())!;
  for (let part = 0.75; part > 0.4 && (await page.locator('.point-readout').count()) === 0; part -= 0.03)
    await page.mouse.move(box.x + 0.4 * box.width, box.y + part * box.height);
  expect(await page.locator('.point-readout').innerText()).toMatch(/layer \d[\s\S]*share of values here/);
  await page.keyboard.press('b');
  await expect.poll(() => page.locator('.pane').count()).toBe(1);
  expectClean(page);
  await closePage(page);
}, 120_000);
