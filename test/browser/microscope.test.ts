import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { brokenDrawing, fragmentOf } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { violations } from './violations.ts';

const browser = useBrowser();
/** Quick to train. */
const QUICK = 'n=200&k=80&lr=0.1&a=relu';

const valueIn = (page: Page, pane: string, value: string) =>
  page.locator(`[data-pane=${pane}] [data-value=${value}]`).innerText();
const rested = (page: Page) => page.locator('.training-progress').waitFor({ state: 'detached', timeout: 90_000 });

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

test('a digit is drawn with the pointer and read, asked about, nudged until it is read otherwise, and one that is misread looked at', async () => {
  const page = await openPage(browser(), '#v=1&scene=microscope&vw=digit&lang=en&t=3', {
    reducedMotion: 'reduce',
    drawn: true,
  });
  const reads = page.locator('[data-pane=digit] h2');
  await expect.poll(() => reads.innerText(), { timeout: 60_000 }).toBe('read as 3');
  expect(await brokenDrawing(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  const pad = (await page.locator('[data-pad]').boundingBox())!;
  const at = (x: number, y: number) => [pad.x + x * pad.width, pad.y + y * pad.height] as const;
  await page.mouse.move(...at(0.3, 0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.7, 0.2), { steps: 8 });
  await page.mouse.move(...at(0.45, 0.85), { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => reads.innerText()).toBe('read as 7');
  await expect.poll(() => fragmentOf(page)).toMatch(/&dr=[0-9a-z]{40,}/);
  await expect.poll(() => page.locator('#summary').innerText()).toMatch(/Layer 2: \d+ of 50 neurons are lit/);
  await page.getByRole('button', { name: 'Go there' }).click();
  await expect.poll(() => reads.innerText()).not.toBe('read as 7');
  await page.keyboard.press('e');
  await page.locator('.mic-digit-legend li').nth(2).waitFor();
  await page.getByText('Misread test digits').click();
  await page.locator('.mic-misread button').first().click();
  await expect.poll(() => page.locator('[data-pane=digit] .pane-way').innerText()).toMatch(/^test digit \d+, a \d$/);
  await expect.poll(() => fragmentOf(page)).not.toContain('dr=');
  expectClean(page);
  await closePage(page);
}, 90_000);
