import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { decode } from '../../scenes/optimizers/state/url.ts';
import { toOklab } from '../../src/math/oklab.ts';
import { plainBasins, plainMinima } from '../basins/plain.ts';
import { fragmentOf, openApp, visit } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';
import { readPng } from './relief/png.ts';

/* The map of where starts end, flat: what is drawn against paths by hand, and mouse, finger and keys. */

const browser = useBrowser();
let page: Page;
const link = 'v=1&t=0&s=himmelblau&view=book&o=sgd;lr:0.01,-momentum,-adagrad&sel=sgd&lang=en';
const overrides = async () => decode(await fragmentOf(page)).overrides;
const ground = (id: string) => page.locator(`[data-plan=${id}] .plan-ground`);

beforeAll(async () => {
  page = await openApp(browser(), link, {
    reducedMotion: 'reduce',
    hasTouch: true,
  });
});
afterAll(async () => {
  expectClean(page);
  await closePage(page);
});

/** Degrees of the hue of an sRGB colour, 0 … 255. */
function hueOf(rgb: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = rgb.map((c) => c / 255);
  const [, a, bb] = toOklab([r, g, b]);
  return (Math.atan2(bb, a) * 180) / Math.PI;
}

const apart = (a: number, b: number) => Math.abs(((a - b + 540) % 360) - 180);

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of the processor's time. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

/** Of the longest task on a page's main thread while something happens: its milliseconds of the processor's, which a busy machine does not lengthen. */
async function longestTask(happens: () => Promise<unknown>): Promise<number> {
  await browser().startTracing(page, { categories: ['toplevel', '__metadata'] });
  await happens();
  const { traceEvents } = JSON.parse((await browser().stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const main = new Set(traceEvents.filter(({ args }) => args.name === 'CrRendererMain').map(thread));
  const tasks = traceEvents
    .filter((event) => event.name.endsWith('RunTask') && main.has(thread(event)))
    // Not what was at work when the trace began or ended.
    .flatMap(({ tdur }) => tdur ?? []);
  expect(tasks.length).toBeGreaterThan(100);
  return Math.max(...tasks) / 1000;
}

test('by key it is there: each optimizer’s own, and its hues are those of where paths by hand end', async () => {
  await visit(page, link);
  const legend = page.locator('.basin-card');
  const longest = await longestTask(async () => {
    await page.keyboard.press('w');
    await legend.locator('[data-done=true]').waitFor();
  });
  // While two maps of 1024² starts fill in.
  expect(longest).toBeLessThan(50);
  expect(await page.locator('image[data-basins]').count()).toBe(2);
  const listed = await legend.locator('.basin-shares li').evaluateAll((rows) =>
    rows.map((row) => ({
      letter: row.querySelector('b')!.textContent,
      colour: getComputedStyle(row.querySelector('i')!).backgroundColor.match(/\d+/g)!.map(Number),
    })),
  );
  expect(listed.map(({ letter }) => letter).toSorted()).toEqual(['A', 'B', 'C', 'D']);
  // What lies over the map is not its colour.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('[data-plan] :is(path, text, line, circle) { visibility: hidden }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  const box = (await ground('sgd').boundingBox())!;
  const picture = readPng(await page.screenshot());
  const side = 64;
  const { labels } = plainBasins(side, 500, 0.01);
  const same = (cell: number) =>
    [-side, -1, 0, 1, side].every(
      (step) => labels[cell + 3 * step] === labels[cell] && labels[cell + step] === labels[cell],
    );
  const checked = new Set<number>();
  for (let row = 4; row < side; row += 7) {
    for (let column = 4; column < side; column += 7) {
      const cell = row * side + column;
      if (!same(cell)) continue;
      const at = [box.x + ((column + 0.5) / side) * box.width, box.y + (1 - (row + 0.5) / side) * box.height] as const;
      const drawn = hueOf(picture.at(Math.floor(at[0]), Math.floor(at[1])));
      const [nearest] = listed.toSorted((a, b) => apart(hueOf(a.colour), drawn) - apart(hueOf(b.colour), drawn));
      expect([column, row, nearest!.letter]).toEqual([column, row, 'ABCD'[labels[cell]!]]);
      checked.add(labels[cell]!);
    }
  }
  expect(checked.size).toBe(plainMinima.length);
});

test('a click, and a tap, start there; the buttons look closer about the start', async () => {
  await visit(page, `${link}&drape=basins`);
  await page.locator('image[data-basins=sgd]').waitFor();
  const box = (await ground('sgd').boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.75, box.y + box.height * 0.25);
  await expect.poll(overrides).toMatchObject({ start: [expect.closeTo(3, 0), expect.closeTo(3, 0)] });
  await page.touchscreen.tap(box.x + box.width * 0.25, box.y + box.height * 0.75);
  await expect.poll(overrides).toMatchObject({ start: [expect.closeTo(-3, 0), expect.closeTo(-3, 0)] });
  await page.getByRole('button', { name: 'Zoom in' }).press('Enter');
  await expect.poll(overrides).toHaveProperty('zoom');
  const { zoom = [0, 0, 0, 0], start = [0, 0] } = await overrides();
  expect([zoom[1] - zoom[0], zoom[3] - zoom[2]]).toEqual([expect.closeTo(4, 9), expect.closeTo(4, 9)]);
  expect([(zoom[0] + zoom[1]) / 2, (zoom[2] + zoom[3]) / 2]).toEqual([
    expect.closeTo(start[0], 9),
    expect.closeTo(start[1], 9),
  ]);
  await page.getByRole('button', { name: 'All of it' }).tap();
  await expect.poll(overrides).not.toHaveProperty('zoom');
  await page.keyboard.press('w');
  await expect.poll(() => page.locator('image[data-basins]').count()).toBe(0);
});
