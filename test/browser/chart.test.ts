import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { recordsOf } from '../../scenes/optimizers/runs/runViews.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import { openApp, visit } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';

/** The loss chart and the data table at work, in the minified build. */
const browser = useBrowser();
let page: Page;
beforeAll(async () => {
  page = await openApp(browser(), 'v=1&view=book&t=0', { viewport: { width: 1280, height: 720 } });
});
// What the pointer rests on is read.
afterEach(() => page.mouse.move(0, 0));
afterAll(() => closePage(page));

const chart = '.chart svg[role="slider"]';

async function shownStep(): Promise<string> {
  return (await page.locator('.counter').textContent()) ?? '';
}

/** Place of a step on the chart, from the numbers along its axis. */
async function placeOf(step: number): Promise<readonly [x: number, y: number]> {
  const box = await page.locator(chart).boundingBox();
  const numbers = await page.locator('.chart-axes > text[text-anchor="middle"]').evaluateAll((texts) =>
    texts.map((text) => {
      const { left, right } = text.getBoundingClientRect();
      return { value: Number(text.textContent), at: (left + right) / 2 };
    }),
  );
  const [first, last] = [numbers[0]!, numbers.at(-1)!];
  return [first.at + ((step - first.value) / (last.value - first.value)) * (last.at - first.at), (box?.y ?? 0) + 50];
}

test('pointing at the chart reads every run at that step; pressing and dragging goes there', async () => {
  await visit(page, 'v=1&view=book&t=18');
  await page.locator(chart).waitFor();
  await page.mouse.move(...(await placeOf(7)));
  const readout = page.locator('.chart-readout');
  await readout.waitFor();
  expect(await readout.locator('.chart-readout-step').textContent()).toBe('update 7');
  const values = await readout.locator('.chart-readout-value').allTextContents();
  const runs = recordsOf(resolve({}));
  expect(values).toHaveLength(4);
  // All in one form: as many decimals as leave the smallest three significant digits.
  const at7 = runs.map(({ record }) => record.f[7] ?? NaN);
  const decimals = 2 - Math.floor(Math.log10(Math.min(...at7)));
  expect(values).toEqual(at7.map((f) => `f = ${f.toFixed(decimals)}`));
  expect(await shownStep()).toBe('18 / 30');
  await page.mouse.down();
  expect(await shownStep()).toBe('7 / 30');
  await page.mouse.move(...(await placeOf(22)));
  expect(await shownStep()).toBe('22 / 30');
  await page.mouse.up();
  await page.mouse.move(...(await placeOf(3)));
  expect(await shownStep()).toBe('22 / 30');
  expectClean(page);
});

test('by keyboard: arrows read without moving the clock, Enter goes there, Escape ends reading', async () => {
  await visit(page, 'v=1&view=book&t=10');
  const spoken = async () => {
    const slider = page.locator(chart);
    return [await slider.getAttribute('aria-valuenow'), await slider.getAttribute('aria-valuetext')];
  };
  // Unread, it stands where the clock does.
  expect(await spoken()).toEqual(['10', expect.stringContaining('10')]);
  await page.locator(chart).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowLeft');
  expect(await page.locator('.chart-readout-step').textContent()).toBe('update 11');
  expect(await spoken()).toEqual(['11', expect.stringContaining('11')]);
  expect(await shownStep()).toBe('10 / 30');
  await page.keyboard.press('Enter');
  expect(await shownStep()).toBe('11 / 30');
  await page.keyboard.press('Escape');
  expect(await page.locator('.chart-readout').count()).toBe(0);
  await page.keyboard.press('Home');
  await page.keyboard.press('Escape');
  expect(await spoken()).toEqual(['11', expect.stringContaining('11')]);
  expect(await page.locator(chart).getAttribute('aria-label')).toContain('SGD goes from 6.45 to');
});

test("the dots stand at the clock's step and on their lines", async () => {
  await visit(page, 'v=1&view=book&t=12');
  await page.locator(chart).waitFor();
  const [x] = await placeOf(12);
  const heads = await page.locator('.chart [data-part="head"]').evaluateAll((all) =>
    all.map((head) => {
      const { left, right } = head.getBoundingClientRect();
      return (left + right) / 2;
    }),
  );
  expect(heads).toHaveLength(4);
  for (const at of heads) expect(Math.abs(at - x)).toBeLessThan(1);
});

test('the data table holds the very doubles of the record, every row of every run', async () => {
  await visit(page, 'v=1&view=book&t=5');
  await page.getByRole('button', { name: 'Data table' }).click();
  await page.locator('td[data-row="30"]').first().waitFor();
  const cells = await page
    .locator('td[data-run]')
    .evaluateAll((all) =>
      all.map((cell) => [
        cell.getAttribute('data-run'),
        Number(cell.getAttribute('data-row')),
        cell.getAttribute('data-column'),
        Number(cell.textContent),
      ]),
    );
  const expected = Array.from({ length: 31 }, (_, row) =>
    recordsOf(resolve({})).flatMap(({ id, record: { x, f } }) => [
      [id, row, 'x', x[2 * row]],
      [id, row, 'y', x[2 * row + 1]],
      [id, row, 'f', f[row]],
    ]),
  ).flat();
  expect(cells.map(([run, row, column]) => [run, row, column])).toEqual(expected.map((cell) => cell.slice(0, 3)));
  // Bowl and rules use only + − × ÷ √, which every engine rounds alike; but Adam's βᵗ is a power, which V8's versions round
  // differently by an ulp: 1e-12 there.
  cells.forEach(([run, , , value], k) => {
    const wanted = expected[k]?.[3] as number;
    if (run === 'adam') expect(Math.abs((value as number) - wanted)).toBeLessThanOrEqual(1e-12);
    else expect(value).toBe(wanted);
  });
  const caption = await page.locator('.table-room caption').textContent();
  expect(caption).toContain('x^2/anisotropy + y^2');
  expectClean(page);
});
