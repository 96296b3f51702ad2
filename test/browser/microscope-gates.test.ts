import { expect, test } from 'vitest';
import { brokenDrawing, fragmentOf } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { violations } from './violations.ts';

const browser = useBrowser();

test('a plane is tilted by mouse and keys, right or wrong told at each corner; then the fold, whose identity stays flat', async () => {
  const page = await openPage(browser(), '#v=1&scene=microscope&vw=gates&lang=en&play=0', {
    reducedMotion: 'reduce',
    drawn: true,
  });
  const right = page.locator('[data-pane=one] [data-value=right]');
  await expect.poll(() => right.innerText(), { timeout: 30_000 }).toBe('4 of 4');
  const bias = page.locator('[data-handle=b]');
  await bias.waitFor();
  await expect.poll(() => bias.getAttribute('aria-valuenow')).toBe('-0.7');
  // Up: above every corner's 0 it says 1 everywhere.
  const box = (await bias.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y - 60, { steps: 3 });
  await page.mouse.move(x, y - 140, { steps: 3 });
  await page.mouse.up();
  expect(Number(await bias.getAttribute('aria-valuenow'))).toBeGreaterThan(0.1);
  await expect.poll(() => right.innerText()).not.toBe('4 of 4');
  await expect.poll(() => page.locator('#summary').innerText()).toMatch(/At \(0, 0\) it says 1: wrong\./);
  // The weights stay what they are, and the link says it.
  await expect.poll(() => fragmentOf(page)).toMatch(/gb=0\.\d+/);
  expect(await fragmentOf(page)).not.toMatch(/g[12]=/);
  // A key is the handle's alone: the clock stays.
  await bias.focus();
  const before = Number(await bias.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowUp');
  await expect.poll(async () => Number(await bias.getAttribute('aria-valuenow'))).toBeCloseTo(before + 0.05, 9);
  await page.keyboard.press('Home');
  await expect.poll(() => right.innerText()).toBe('3 of 4');
  await page.keyboard.press('End');
  await expect.poll(() => right.innerText()).toBe('1 of 4');
  expect(await page.evaluate(() => window.koubai!.scene!.t())).toBe(0);
  expect(await brokenDrawing(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await page.locator('input[value=layers]').check();
  await expect.poll(() => page.locator('[data-value=bend]').allInnerTexts()).toEqual(['0 %', '10 %']);
  expect(await page.locator('[data-value=right]').allInnerTexts()).toEqual(['3 of 4', '4 of 4']);
  await expect.poll(() => page.locator('.scrub').getAttribute('max')).toBe('12');
  await page.locator('.scrub').fill('12');
  await page.locator('[data-follows=corner0]').first().waitFor();
  await expect
    .poll(() => page.locator('[data-follows=corner0]').allInnerTexts())
    .toEqual(['(0, 0) → 1 ✗', '(0, 0) → 0 ✓']);
  expect(await brokenDrawing(page)).toEqual([]);
  expectClean(page);
  await closePage(page);
}, 60_000);
