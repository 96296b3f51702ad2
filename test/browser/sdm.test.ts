import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { sdmParamsOf } from '../../src/sdm/params.ts';
import { koubaiHere } from '../cli/koubai.ts';
import { brokenDrawing, fragmentOf } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { violations } from './violations.ts';

const browser = useBrowser();

/** Opens the scene at rest on step 3, without what `link` says otherwise, and waits for its numbers and its panel. */
async function open(link = ''): Promise<Page> {
  const page = await openPage(browser(), `#v=1&scene=sdm${link}&t=3`);
  await page.locator('.pane h2').first().waitFor({ timeout: 30_000 });
  await page.locator('.formula-editor, .range-control').first().waitFor();
  await page.waitForFunction(() => (window.koubai?.scene?.frames() ?? 0) > 0);
  return page;
}

const numberIn = async (page: Page, pane: 'test' | 'newton', value: string): Promise<number> => {
  const shown = await page.locator(`[data-pane=${pane}] [data-value=${value}]`).innerText();
  const [, digits, power = '⁰'] = /^([\d.]+)(?:×10(\S+))?/.exec(shown)!;
  const exponent = [...power].map((c) => ('⁰¹²³⁴⁵⁶⁷⁸⁹'.includes(c) ? '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c) : '-')).join('');
  return Number(digits) * 10 ** Number(exponent);
};

test('its numbers are those of the command, in the panes at any step and in the table to the last digits', async () => {
  const page = await open('&h=cube&k=6&n=50');
  const { out } = await koubaiHere('sdm', '--function', 'cube', '--maps', '6', '--samples', '50', '--json');
  const told = JSON.parse(out) as Record<'maps' | 'trainError' | 'testError' | 'newtonError', readonly number[]>;
  for (const step of [3, 0, 6]) {
    await page.locator('.scrub').fill(String(step));
    await page.waitForFunction((t) => window.koubai!.scene!.t() === t, step);
    for (const [pane, errors] of [
      ['test', told.testError],
      ['newton', told.newtonError],
    ] as const)
      await expect.poll(() => numberIn(page, pane, 'error')).toBeCloseTo(Number(errors[step]!.toPrecision(3)), 9);
  }
  expect(await brokenDrawing(page)).toEqual([]);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('d');
  for (const [column, errors] of [
    ['train', told.trainError],
    ['test', told.testError],
  ] as const) {
    const cells = await page.locator(`dialog [data-column=${column}]`).allInnerTexts();
    expect(cells).toHaveLength(7);
    cells.forEach((cell, step) => expect(Number(cell)).toBe(Number(errors[step]!.toPrecision(6))));
  }
  expectClean(page);
  await closePage(page);
}, 60_000);

test('a formula of the reader’s own: a bad one is said at its place and changes nothing, a good one stands in the link; a target out of reach keeps the old picture', async () => {
  const page = await open('&h=own');
  const field = page.locator('.formula-editor input');
  // The frame's words: no other scene has been opened.
  expect(await page.locator('.formula-editor button').innerText()).toBe('Draw');
  const before = await fragmentOf(page);
  await field.fill('x^3 + z');
  expect(await page.locator('.formula-wrong').innerText()).toMatch(/Character 7: .*“z”/s);
  expect(await page.locator('.formula-editor button').isDisabled()).toBe(true);
  expect(await fragmentOf(page)).toBe(before);
  await field.fill('x^5 + x');
  await field.press('Enter');
  await expect.poll(() => fragmentOf(page)).toContain('fx=x%5E5%20%2B%20x');
  await expect.poll(() => page.locator('[data-pane=newton] .pane-way').innerText()).toContain('x⁵ + x');
  // A new formula plays from its start.
  await page.locator('.scrub').fill('10');
  await page.waitForFunction(() => window.koubai!.scene!.t() === 10);
  const shown = await page.locator('[data-pane=test] [data-value=error]').innerText();
  const target = page.getByRole('textbox', { name: /target/ });
  await target.fill('50');
  await target.press('Enter');
  const alert = page.locator('.clouds-notice');
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(
    /no x has h\(x\) = 50: h goes from −9\.\d+ to 9\.\d+\. Choose another target/,
  );
  expect(await page.locator('[data-pane=test] [data-value=error]').innerText()).toBe(shown);
  // Chart and table say that theirs is the old one; there is nothing to take away.
  expect(await page.locator('.chart-name').first().textContent()).toBe('From the previous run: error (RMS, log)');
  await page.getByRole('button', { name: 'Data table' }).click();
  expect(await page.locator('dialog caption').innerText()).toMatch(
    /^From the previous run: h\(x\) = x⁵ \+ x, y = 0\.5/,
  );
  await page.keyboard.press('Escape');
  await target.fill(String(sdmParamsOf('x^5 + x').target.default));
  await target.press('Enter');
  await alert.waitFor({ state: 'detached' });
  expect(await fragmentOf(page)).not.toContain('y=');
  expectClean(page);
  await closePage(page);
}, 60_000);

test('by keys: the next function with its own target, other starts; on to DO with the reader’s own language', async () => {
  const page = await open('&lang=ja');
  await page.keyboard.press('f');
  await expect.poll(() => page.locator('[data-pane=newton] .pane-way').innerText()).toContain('x³');
  await page.keyboard.press('s');
  await expect.poll(() => fragmentOf(page)).toMatch(/h=cube&s=2/);
  await page.locator('.sdm-aside a').click();
  await page.waitForFunction(() => location.hash.includes('scene=registration&m=do&lang=ja'));
  await page.locator('[data-scene=registration][aria-current]').waitFor({ timeout: 30_000 });
  expectClean(page);
  await closePage(page);
}, 60_000);
