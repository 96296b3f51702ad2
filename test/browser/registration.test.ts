import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { bounds } from '../../src/clouds/spacing.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { shipped } from './registration.ts';

const browser = useBrowser();

/** `window.koubai.scene` of scenes/registration/View.tsx. */
interface InspectedPanes {
  t(): number;
  runs(): readonly {
    readonly method: string;
    readonly steps: number | null;
    readonly errors: readonly number[];
    readonly fitness: readonly number[];
    readonly poses: readonly number[];
  }[];
  frames(): number;
  memory(): { readonly geometries: number; readonly textures: number };
}
type Inspecting = { koubai?: { scene?: InspectedPanes } };

const fragmentOf = (more: string) => `#v=1&scene=registration${more}`;

/** Opens the scene and waits until every pane has its run and the first picture is drawn. */
async function open(more: string, options: Parameters<typeof openPage>[2] = {}): Promise<Page> {
  const page = await openPage(browser(), fragmentOf(more), options);
  await ready(page);
  return page;
}

async function ready(page: Page): Promise<void> {
  await page.waitForFunction(
    () => {
      const { koubai } = window as unknown as Inspecting;
      // Another scene's inspection knows no boxes.
      const runs = koubai?.scene && 'boxes' in koubai.scene ? koubai.scene.runs() : [];
      const drawn = (koubai?.scene?.frames() ?? 0) > 0;
      return drawn && runs.length > 0 && runs.every(({ steps }) => steps !== null);
    },
    undefined,
    { timeout: 60_000 },
  );
}

const runsOf = (page: Page) => page.evaluate(() => (window as unknown as Inspecting).koubai!.scene!.runs());
const stepOf = (page: Page) => page.evaluate(() => (window as unknown as Inspecting).koubai!.scene!.t());
const numberIn = (page: Page, pane: number, value: string) =>
  page.locator(`[data-pane='${pane}'] [data-value='${value}']`).innerText();

test('opens clean under the policy; plain ICP fails, robust ICP and DO succeed; the numbers are the records’ own', async () => {
  const page = await open('&t=20', { drawn: true });
  const runs = await runsOf(page);
  expect(runs.map(({ method }) => method)).toEqual(['icp-point', 'icp-robust', 'do']);
  expect(runs.map(({ errors }) => errors.at(-1)! < 0.05)).toEqual([false, true, true]);
  expect(await page.locator('.pane h2').allInnerTexts()).toEqual([
    'ICP (point-to-point), no distance limit',
    'Robust ICP, annealed',
    'Discriminative Optimization (DO)',
  ]);
  for (const step of [20, 7, 0]) {
    await page.locator('.scrub').fill(String(step));
    await page.waitForFunction((t) => (window as unknown as Inspecting).koubai!.scene!.t() === t, step);
    for (const [k, { errors, fitness }] of runs.entries()) {
      const shown = Number.parseFloat(await numberIn(page, k, 'error'));
      expect(shown).toBeCloseTo(100 * errors[Math.min(step, errors.length - 1)]!, errors[step]! > 0.1 ? 0 : 1);
      // Written to two decimals: of 0.605 either neighbour.
      const fitnessShown = Number(await numberIn(page, k, 'fitness'));
      expect(Math.abs(fitnessShown - fitness[Math.min(step, fitness.length - 1)]!)).toBeLessThanOrEqual(0.005 + 1e-9);
    }
  }
  expectClean(page);
  await closePage(page);
}, 90_000);

test('the list of questions unfolds inside the window, each of the four to be pressed', async () => {
  const page = await open('&t=0', { viewport: { width: 1280, height: 720 } });
  for (const size of [
    { width: 1280, height: 720 },
    { width: 1024, height: 768 },
    { width: 390, height: 844 },
  ]) {
    await page.setViewportSize(size);
    // On a phone it stands in the sheet of words.
    if (size.width < 720) await page.locator('.say h2 button').click();
    await page.locator('.tour-toggle').click();
    const boxes = await page
      .locator('.tour-list li')
      .evaluateAll((items) => items.map((item) => item.getBoundingClientRect().toJSON() as DOMRect));
    expect(boxes).toHaveLength(4);
    expect(boxes.filter(({ top, bottom }) => top < 0 || bottom > size.height)).toEqual([]);
    await page.locator('.tour-toggle').click();
  }
  expectClean(page);
  await closePage(page);
});

test('keyboard: the ends of the record, a verdict in every pane, another method in the selected one, all in one picture', async () => {
  const page = await open('&t=0');
  await page.keyboard.press('End');
  await page.waitForFunction(() => document.querySelectorAll('.pane [data-verdict]').length === 3, undefined, {
    timeout: 60_000,
  });
  const verdicts = await page
    .locator('.pane [data-verdict]')
    .evaluateAll((all) => all.map((one) => one.dataset['verdict']));
  expect(verdicts[0]).not.toBe('good');
  expect(verdicts.slice(1)).toEqual(['good', 'good']);
  const steps = Math.max(...(await runsOf(page)).map((run) => run.steps!));
  expect(await stepOf(page)).toBe(steps);
  await page.keyboard.press('1');
  await page.locator('.pane-settings select').first().selectOption('gicp');
  await page.waitForFunction(() => {
    const [first] = (window as unknown as Inspecting).koubai!.scene!.runs();
    return first?.method === 'gicp' && first.steps !== null;
  });
  expect(await page.locator('.pane h2').first().innerText()).toBe('GICP, no distance limit');
  expect(page.url()).toContain('m=gicp~icp-robust~do');
  await page.keyboard.press('o');
  await page.waitForFunction(() => document.querySelectorAll('.pane').length === 1);
  expect(await page.locator('.pane h2').count()).toBe(3);
  expectClean(page);
  await closePage(page);
}, 90_000);

test('a slider makes the scene anew, the picture staying until then; presets and links say the same', async () => {
  const page = await open('&t=5');
  const before = await runsOf(page);
  await page.locator('[data-preset=missing]').click();
  await page.waitForFunction(
    (error) => (window as unknown as Inspecting).koubai!.scene!.runs()[0]?.errors.at(-1) !== error,
    before[0]!.errors.at(-1),
  );
  await ready(page);
  await page.waitForFunction(() => !document.querySelector('.panes')!.textContent.includes('computing'));
  const missing = await runsOf(page);
  expect(missing.map(({ errors }) => errors.at(-1)! < 0.05)).toEqual([false, false, true]);
  const link = page.url();
  expect(link).toContain('p=missing:0.7');
  // One key press on a slider: no pane is emptied, and in the end all runs are others.
  const outliers = page.locator('.range-control input[type=range]').nth(1);
  await page.evaluate(() => {
    const state = window as unknown as { emptied: boolean };
    state.emptied = false;
    new MutationObserver(() => {
      state.emptied ||= document.querySelectorAll('.pane-numbers').length < 3;
    }).observe(document.querySelector('.panes')!, { subtree: true, childList: true });
  });
  await outliers.focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(
    (poses) => (window as unknown as Inspecting).koubai!.scene!.runs().every((run, k) => run.poses.at(-5) !== poses[k]),
    missing.map(({ poses }) => poses.at(-5)),
  );
  expect(await page.evaluate(() => (window as unknown as { emptied: boolean }).emptied)).toBe(false);
  await closePage(page);
  // The link alone gives the same runs, to the last bit.
  const again = await openPage(browser(), new URL(link).hash);
  await ready(again);
  expect(await runsOf(again)).toEqual(missing);
  await closePage(again);
}, 120_000);

test('a phone in the dark, in Japanese: two panes one above the other, tabs pick which; nothing sticks out', async () => {
  const page = await open('&t=30', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'dark',
    locale: 'ja',
    hasTouch: true,
  });
  const panes = () => page.locator('.pane').evaluateAll((all) => all.map((pane) => pane.dataset['pane']));
  expect(await panes()).toEqual(['0', '2']);
  await page.locator('.pane-tabs button').nth(1).tap();
  expect(await panes()).toContain('1');
  expect(await page.locator('.pane').count()).toBe(2);
  expect(await page.locator('.pane h2').first().innerText()).toMatch(/ICP/);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  const boxes = await page
    .locator('.pane')
    .evaluateAll((all) => all.map((pane) => pane.getBoundingClientRect().toJSON()));
  for (const box of boxes as DOMRect[]) {
    expect(box.width).toBeGreaterThan(300);
    expect(box.height).toBeGreaterThan(110);
  }

  // A finger reads a point: which, where, and how far its match is; it stays when the finger is gone, and goes by a tap beside.
  const readout = page.locator('.point-readout');
  const read = (id: string) => readout.locator(`[data-readout=${id}]`).innerText();
  const numbersOf = (text: string) => text.replaceAll('−', '-').split(', ').map(Number.parseFloat);
  const { vertices } = (await shipped('spot.obj')).mesh!;
  const { largestDimension } = bounds(vertices);
  for (const [k, { x, y, width, height }] of (boxes as DOMRect[]).entries()) {
    await page.touchscreen.tap(x + width / 2, y + height / 2);
    await readout.waitFor();
    expect(await readout.locator('.point-readout-title').innerText()).toMatch([/ICP$/, /^DO$/][k]!);
    const [place, match] = [numbersOf(await read('point')), numbersOf(await read('match'))];
    const apart = Math.hypot(...place.map((value, axis) => value - match[axis]!));
    // In whole percents; the target is sampled from the model.
    expect(Math.abs(Number.parseFloat(await read('distance')) / 100 - apart / largestDimension)).toBeLessThan(0.01);
    await page.touchscreen.tap(x + 6, y + height - 6);
    await readout.waitFor({ state: 'detached' });
  }
  expectClean(page);
  await closePage(page);
}, 60_000);
