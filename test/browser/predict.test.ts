import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { cards } from '../../scenes/optimizers/cards/index.ts';
import { runViewsOf } from '../../scenes/optimizers/runs/runViews.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import { decode } from '../../scenes/optimizers/state/url.ts';
import { fragmentOf, openApp, stepOf, visit } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';
import { projector } from './layout/picture.ts';

/* A prediction as a mark on the plan, by keyboard, mouse and touch; and whose history an embedded page writes. */

const browser = useBrowser();
const { link, mark } = cards.find(({ id }) => id === 'momentum')!;
const record = runViewsOf(resolve(decode(link).overrides)).find(({ id }) => id === mark!.run)!.record;
const [px, py] = [record.x[2 * mark!.step]!, record.x[2 * mark!.step + 1]!];

const handle = (page: Page) => page.locator('.mark-handle');
const marked = async (page: Page) =>
  (await handle(page).innerText())
    .replaceAll('−', '-')
    .match(/-?[\d.]+/g)!
    .map(Number) as [number, number];
const subtract = ([ax, ay]: readonly [number, number], [bx, by]: readonly [number, number]) => [ax - bx, ay - by];
const verdict = (page: Page) => page.locator('[data-mark-verdict]').getAttribute('data-mark-verdict');

test('the mark: arrow keys and Enter in the relief, a tap on the surface, a drag, a click on the book’s plan; the record judges', async () => {
  const page = await openApp(browser(), link, {
    viewport: { width: 1040, height: 600 },
    hasTouch: true,
    search: '?quality=low',
    reducedMotion: 'reduce',
  });
  await page.keyboard.press('ArrowRight');
  await page.getByRole('button', { name: 'Mark the place' }).press('Enter');
  // A prediction is made before the run.
  expect(await stepOf(page)).toBe(0);
  expect(await marked(page)).toEqual([-7, 2]);
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowDown');
  expect(await marked(page)).toEqual([-5.5, 1.95]);
  expect(await stepOf(page)).toBe(0);
  // Spoken at rest.
  await expect.poll(() => page.locator('.mark-task .visually-hidden').innerText()).toBe('Your mark: (−5.5, 1.95)');
  await page.keyboard.press('Enter');
  expect(await verdict(page)).toBe('waiting');
  await page.keyboard.press('End');
  await expect.poll(() => verdict(page)).toBe('wrong');

  await page.getByRole('button', { name: 'Move the mark' }).click();
  const { onSurface } = await projector(page);
  const to = onSurface(-3, -0.5);
  await page.touchscreen.tap(to.x, to.y);
  const near = async (x: number, y: number, pixel = 0.05) => {
    // A pixel of the relief is some 0.05 across, and more in depth.
    await expect.poll(async () => Math.hypot(...subtract(await marked(page), [x, y]))).toBeLessThan(3 * pixel);
  };
  await near(-3, -0.5);
  // Dragged from there to where the record is; the start stays, and so does the address.
  const place = onSurface(px, py);
  await page.mouse.move(to.x, to.y);
  await page.mouse.down();
  await page.mouse.move((to.x + place.x) / 2, (to.y + place.y) / 2);
  await page.mouse.move(place.x, place.y);
  await page.mouse.up();
  await near(px, py);
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('mark-handle');
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await expect.poll(() => verdict(page)).toBe('right');
  expect(await fragmentOf(page)).not.toMatch(/[&]x=/);

  // The same by a click on the flat plan.
  await visit(page, `${link}&view=book`);
  await page.getByRole('button', { name: 'Move the mark' }).click();
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowUp');
  await near(px, py + 2);
  // Another optimizer's plan is not asked.
  const other = (await page.locator('[data-plan="sgd"] .plan-ground').boundingBox())!;
  await page.mouse.click(other.x + other.width / 2, other.y + other.height / 2);
  await near(px, py + 2);
  const ground = (await page.locator('[data-plan="momentum"] .plan-ground').boundingBox())!;
  await page.mouse.click(ground.x + ground.width * ((px + 10) / 20), ground.y + ground.height * ((10 - py) / 20));
  await near(px, py, 20 / ground.width);
  expect(await page.locator('[data-guess]').count()).toBe(1);
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await expect.poll(() => verdict(page)).toBe('right');
  // Escape gives it up.
  await page.getByRole('button', { name: 'Move the mark' }).click();
  await page.keyboard.press('Escape');
  expect([await verdict(page), await page.locator('[data-guess]').count()]).toEqual(['open', 0]);
  // Nobody places a mark of a run that is switched off.
  await page.getByRole('button', { name: 'Mark the place' }).click();
  expect(await page.locator('[data-guess]').count()).toBe(1);
  const momentum = page.getByRole('checkbox', { name: 'Momentum', exact: false });
  await momentum.uncheck();
  expect([await page.locator('.mark-task').count(), await page.locator('[data-guess]').count()]).toEqual([0, 0]);
  await momentum.check();
  await page.getByRole('button', { name: 'Mark the place' }).waitFor();
  expect(await page.locator('[data-guess]').count()).toBe(0);
  expectClean(page);
  await closePage(page);
});

test('embedded, by ?embed or in a frame, it adds nothing to the page’s history; in a window of its own it does', async () => {
  const length = (page: Page) => page.evaluate(() => history.length);
  for (const search of ['?embed', '']) {
    const page = await openApp(browser(), 'v=1&view=book&swarm=0&play=0', { search });
    const before = await length(page);
    for (const [key, view] of [
      ['o', 'overlay'],
      ['b', 'book'],
      ['o', 'overlay'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => fragmentOf(page)).toContain(`view=${view}`);
    }
    expect(await length(page)).toBe(search === '' ? before + 3 : before);
    if (search === '') {
      const base = inject('appUrl');
      await page.evaluate((src) => {
        document.body.innerHTML = `<iframe src="${src}" width="900" height="600"></iframe>`;
      }, `${base}#v=1&view=book&swarm=0&play=0`);
      const frame = (await (await page.waitForSelector('iframe')).contentFrame())!;
      await frame.locator('.book-figure').waitFor();
      const framed = await length(page);
      await frame.getByRole('radio', { name: 'Overlay' }).check();
      await expect.poll(() => frame.evaluate(() => location.hash)).toContain('view=overlay');
      expect(await length(page)).toBe(framed);
    }
    expectClean(page);
    await closePage(page);
  }
});
