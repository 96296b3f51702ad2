import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { experimentOn } from '../../src/experiments/index.ts';
import { rateOf } from '../../src/experiments/rates.ts';
import { closedForm } from '../runs/bowl.ts';
import { atRest, brokenDrawing, dotsOf, fragmentOf, openApp, stepOf, visit } from './app.ts';
import { closePage, complaints, useBrowser } from './harness.ts';
import { projector } from './layout/picture.ts';

const browser = useBrowser();
let page: Page;
beforeAll(async () => {
  page = await openApp(browser(), 'v=1&t=0&swarm=0', { viewport: { width: 1000, height: 640 } });
});
afterAll(() => closePage(page));

let complained = 0;
afterEach(() => {
  const news = complaints(page).slice(complained);
  complained += news.length;
  expect(news).toEqual([]);
});

const button = (name: string): Locator => page.getByRole('button', { name, exact: true });
const rate = (optimizer: string): Locator =>
  page.getByRole('textbox', { name: `Value of ${optimizer}: Learning rate` });
const slider = (optimizer: string): Locator => page.getByRole('slider', { name: `${optimizer}: Learning rate` });
const counter = (): Promise<string | null> => page.locator('.counter').textContent();
const address = expect.poll.bind(null, () => fragmentOf(page)) as () => ReturnType<typeof expect.poll>;
/** Nothing has the focus, so that keys are the page's. */
const blur = () => page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());

describe('keys', () => {
  // The flat figures draw fast, and the keys are the same.
  beforeAll(() => visit(page, 'v=1&view=book&swarm=0&t=10'));

  test('arrows step, Home and End go to the ends, a space plays and pauses', async () => {
    await blur();
    const presses = [
      ['ArrowRight', '11 / 30'],
      ['ArrowRight', '12 / 30'],
      ['ArrowLeft', '11 / 30'],
      ['Home', '0 / 30'],
      ['ArrowLeft', '0 / 30'],
      ['End', '30 / 30'],
      ['ArrowRight', '30 / 30'],
    ] as const;
    for (const [key, shown] of presses) {
      await page.keyboard.press(key);
      expect([key, await counter()]).toEqual([key, shown]);
    }
    // At the end, play starts over.
    await page.keyboard.press(' ');
    await button('Pause').waitFor();
    await expect.poll(() => stepOf(page)).toBeGreaterThan(0.5);
    await page.keyboard.press(' ');
    await button('Play').waitFor();
    const rested = await stepOf(page);
    await page.waitForTimeout(300);
    expect(await stepOf(page)).toBe(rested);
    expect(rested).toBeLessThan(15);
  });

  test('letters switch: loop, speed, views, height, swarm, plan, selection', async () => {
    await visit(page, 'v=1&view=book&t=3');
    await blur();
    const presses = [
      ['l', 'v=1&view=book&t=3&loop=1'],
      ['L', 'v=1&view=book&t=3'],
      ['+', 'v=1&view=book&t=3&sp=2'],
      ['-', 'v=1&view=book&t=3'],
      ['-', 'v=1&view=book&t=3&sp=0.5'],
      ['=', 'v=1&view=book&t=3'],
      ['h', 'v=1&view=book&h=log&t=3'],
      ['h', 'v=1&view=book&t=3'],
      ['s', 'v=1&view=book&swarm=0&t=3'],
      ['p', 'v=1&view=book&plan=0&swarm=0&t=3'],
      ['4', 'v=1&sel=adam&view=book&plan=0&swarm=0&t=3'],
      ['o', 'v=1&sel=adam&view=overlay&plan=0&swarm=0&t=3'],
      ['o', 'v=1&sel=adam&plan=0&swarm=0&t=3'],
      ['b', 'v=1&sel=adam&view=book&plan=0&swarm=0&t=3'],
    ] as const;
    for (const [key, shown] of presses) {
      await page.keyboard.press(key);
      await expect.poll(async () => [key, await fragmentOf(page)], { timeout: 4000 }).toEqual([key, shown]);
    }
  });

  test('? opens the help, d the data table; in a dialog the page does not listen, Escape closes it', async () => {
    for (const [key, heading] of [
      ['?', 'How to use it'],
      ['d', 'Data table'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('heading', { name: heading, exact: true }).waitFor();
      const before = await stepOf(page);
      await page.keyboard.press('End');
      expect(await stepOf(page)).toBe(before);
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({ state: 'detached' });
    }
  });

  test('a focused control keeps the keys it needs', async () => {
    await visit(page, 'v=1&view=book&swarm=0&t=5');
    await rate('SGD').click();
    await page.keyboard.press('End');
    await page.keyboard.press('ArrowLeft');
    expect(await stepOf(page)).toBe(5);
    // 1 % in three digits; back again it finds the default.
    await slider('SGD').focus();
    for (const [key, shown] of [
      ['ArrowLeft', '0.941'],
      ['ArrowLeft', '0.932'],
      ['ArrowRight', '0.941'],
      ['ArrowRight', '0.95'],
      ['Shift+ArrowRight', '0.9509'],
      ['Shift+ArrowLeft', '0.95'],
    ] as const) {
      await page.keyboard.press(key);
      expect([key, await rate('SGD').inputValue()]).toEqual([key, shown]);
    }
    expect(await stepOf(page)).toBe(5);
    // A space on a button is that button's click, once.
    await button('One step forward').focus();
    await page.keyboard.press(' ');
    expect(await counter()).toBe('6 / 30');
    expect(await button('Play').count()).toBe(1);
    // On the scrubber arrows go from iterate to iterate.
    await page.getByRole('slider', { name: 'Step', exact: true }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await counter()).toBe('7 / 30');
    await page.keyboard.press('Home');
    expect(await counter()).toBe('0 / 30');
  });
});

describe('the panel', () => {
  beforeAll(() => visit(page, 'v=1&view=book&swarm=0&t=10'));

  test('a slider drags plainly, finely with Shift and finely far from its track; the limit of stability is marked', async () => {
    const sgd = slider('SGD');
    const { x, y, width, height } = (await sgd.boundingBox())!;
    const middle = y + height / 2;
    // The knob's middle at η = 1, where the mark stands: 5/6 of its way.
    const one = x + 8 + (5 / 6) * (width - 16);
    expect(await sgd.getAttribute('title')).toContain('Stable below η = 1 ');
    const value = async () => Number(await rate('SGD').inputValue());
    /** From the middle of the track to η = 1, then twice by `way`. */
    const drag = async (shift: boolean, away: number, way: number) => {
      await page.mouse.move(x + width / 2, middle);
      await page.mouse.down();
      await page.mouse.move(one, middle);
      if (shift) await page.keyboard.down('Shift');
      await page.mouse.move(one + way, middle + away);
      const before = await value();
      await page.mouse.move(one + 2 * way, middle + away);
      const after = await value();
      await page.mouse.up();
      if (shift) await page.keyboard.up('Shift');
      return [before, after] as const;
    };
    const [before, plain] = await drag(false, 0, 1);
    expect(before).toBeGreaterThan(1);
    expect(before).toBeLessThan(1.15);
    expect(plain / before - 1).toBeGreaterThan(0.03);
    for (const [shift, away] of [
      [true, 0],
      [false, -180],
    ] as const) {
      const [from, to] = await drag(shift, away, 1);
      expect(to / from - 1).toBeGreaterThan(0);
      expect(to / from - 1).toBeLessThan(0.006);
    }
    // What was dragged last stays when the hand lets go, and is in the link.
    const last = await value();
    await address().toBe(`v=1&view=book&swarm=0&t=10&o=sgd;lr:${last}`);
    await rate('SGD').fill('1.2');
    await rate('SGD').press('Enter');
    await expect
      .poll(() => sgd.getAttribute('aria-valuetext'))
      .toBe('1.2 (beyond the limit of stability, 1) (forecast: ends higher than it began)');
  });

  test('a typed learning rate counts to its last digit', async () => {
    await rate('SGD').fill('0.4375');
    await rate('SGD').press('Enter');
    await address().toBe('v=1&view=book&swarm=0&t=10&o=sgd;lr:0.4375');
    const [, first] = await dotsOf(page, 'sgd');
    // 2 · (1 − 2 · 0.4375) in powers of two: exact.
    expect(first![1]).toBe(0.25);
    expect(await slider('SGD').getAttribute('aria-valuetext')).toBe('0.4375');
  });

  test.each([
    ['abc', 'Enter a number, such as 0.01 or 1e-3.'],
    ['0.1.2', 'Enter a number, such as 0.01 or 1e-3.'],
    ['-1', 'Must be at least 0.'],
  ])('an invalid entry (%s) says why, changes nothing, and Escape takes it back', async (typed, why) => {
    const before = [await rate('Adam').inputValue(), await fragmentOf(page)];
    await rate('Adam').fill(typed);
    await rate('Adam').press('Enter');
    expect(await rate('Adam').getAttribute('aria-invalid')).toBe('true');
    const described = await rate('Adam').getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).textContent()).toBe(why);
    await page.waitForTimeout(600);
    await rate('Adam').press('Escape');
    expect(await rate('Adam').getAttribute('aria-invalid')).toBe('false');
    expect([await rate('Adam').inputValue(), await fragmentOf(page)]).toEqual(before);
  });

  test.each(['at rest', 'playing'])(
    'dragging a slider %s keeps the step and whether it plays; the path follows',
    async (how) => {
      await visit(page, 'v=1&view=book&swarm=0&sp=0.25&t=10');
      await blur();
      if (how === 'playing') await page.keyboard.press(' ');
      const box = (await slider('SGD').boundingBox())!;
      const from = await stepOf(page);
      await page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2);
      await page.mouse.down();
      const seen = new Set<number>();
      for (let i = 0; i < 12; i++) {
        await page.mouse.move(box.x + box.width * (0.8 - i / 40), box.y + box.height / 2);
        const lr = Number(await rate('SGD').inputValue());
        const [, first] = await dotsOf(page, 'sgd');
        // In the very event that moved the slider, not a frame later.
        expect(first![1]).toBe(Math.fround(2 - lr * (2 * 2)));
        seen.add(lr);
      }
      await page.mouse.up();
      expect(seen.size).toBeGreaterThan(8);
      const to = await stepOf(page);
      if (how === 'at rest') expect(to).toBe(from);
      else {
        expect(to).toBeGreaterThan(from);
        // Less than 0.25 of the speed for ten seconds: it went on, and did not start over.
        expect(to).toBeLessThan(from + 6.5);
        expect(await button('Pause').count()).toBe(1);
        await page.keyboard.press(' ');
      }
    },
  );

  test('optimizers: off and on, six at most, one added from the list', async () => {
    await visit(page, 'v=1&view=book&swarm=0&t=10');
    const show = (name: string) => page.getByLabel(`Draw the path of ${name}`, { exact: true });
    const ids = () => page.evaluate(() => window.koubai!.scene!.runs().map(({ id }) => id));
    await show('Momentum').uncheck();
    await expect.poll(ids).toEqual(['sgd', 'adagrad', 'adam']);
    await address().toBe('v=1&view=book&swarm=0&t=10&o=-momentum');
    await show('Momentum').check();
    for (const name of ['Lion', 'AdamW'])
      await page.getByRole('combobox', { name: 'Add an optimizer…' }).selectOption(name);
    await expect.poll(ids).toEqual(['sgd', 'momentum', 'adagrad', 'adam', 'adamw', 'lion']);
    await page.getByRole('combobox', { name: 'Add an optimizer…' }).selectOption('NAdam');
    await page.getByText('At most 6 paths at once. Switch one off first.').waitFor();
    expect(await ids()).toHaveLength(6);
    expect(await button('AdamW').getAttribute('aria-pressed')).toBe('true');
    for (const name of ['SGD', 'Momentum', 'AdaGrad', 'Adam', 'AdamW', 'Lion']) await show(name).uncheck();
    await expect.poll(ids).toEqual([]);
    expect(await page.locator('.say').textContent()).toContain('Choose a method');
    await address().toMatch(/-sgd/);
  });

  test('book or PyTorch: the semantics bring their own defaults', async () => {
    await visit(page, 'v=1&view=book&swarm=0&t=10');
    await button('Adam').click();
    await page.getByRole('button', { name: 'Adam settings' }).click();
    const eps = page.getByRole('textbox', { name: 'Value of Guard against division by 0' });
    expect(Number(await eps.inputValue())).toBe(1e-7);
    const rules = page.getByRole('radiogroup', { name: 'Adam as in' });
    await rules.getByRole('radio', { name: 'PyTorch' }).check();
    await expect.poll(async () => Number(await eps.inputValue())).toBe(1e-8);
    expect(await rate('Adam').inputValue()).toBe('0.3');
    expect(await page.getByRole('textbox', { name: 'Value of Weight decay' }).inputValue()).toBe('0');
    await address().toBe('v=1&sel=adam&view=book&swarm=0&t=10&o=adam.torch');
    await rules.getByRole('radio', { name: 'Book' }).check();
    await address().toBe('v=1&sel=adam&view=book&swarm=0&t=10');
  });

  test('another surface plays from its own start with its own learning rates', async () => {
    await visit(page, 'v=1&view=book&swarm=0&t=30&o=sgd;lr:0.5,adam;beta1:0.5');
    await page.getByRole('combobox', { name: 'Surface' }).selectOption('Rosenbrock');
    await button('Pause').waitFor();
    const experiment = experimentOn('rosenbrock');
    const { start, steps } = experiment;
    await expect.poll(counter).toMatch(new RegExp(`^\\d+ / ${steps}$`));
    expect(await rate('SGD').inputValue()).toBe(String(rateOf(experiment, 'sgd')));
    const [first] = await dotsOf(page, 'sgd');
    expect(first!.slice(0, 2)).toEqual(start.map(Math.fround));
    await address().toBe('v=1&s=rosenbrock&view=book&swarm=0&o=adam;beta1:0.5');
    await page.keyboard.press(' ');
  });
});

describe('the picture', () => {
  beforeAll(async () => {
    await visit(page, 'v=1&swarm=0&t=10');
    await atRest(page);
  });

  /** Lies inside the bowl, where nothing stands before it. */
  const place = [2, 0.8] as const;

  test('hover reads x, y, f and |∇f| of the very point under the pointer', async () => {
    const { onSurface } = await projector(page);
    const { x, y } = onSurface(...place);
    await page.mouse.move(x - 3, y);
    await page.mouse.move(x, y);
    const readout = page.locator('.point-readout');
    await readout.waitFor();
    const values = (await readout.locator('dd').allTextContents()).map((text) => text.replaceAll('−', '-'));
    const [px, py] = values[0]!.split(',').map(Number) as [number, number];
    // The pointer stands on whole pixels, some 0.03 of the domain's units each.
    expect(Math.hypot(px - place[0], py - place[1])).toBeLessThan(0.05);
    const digits = (value: number) => Number(value.toPrecision(3));
    expect(digits(Number(values[1]))).toBeCloseTo(px ** 2 / 20 + py ** 2, 2);
    expect(Number(values[2])).toBeCloseTo(Math.hypot(px / 10, 2 * py), 2);
    await page.mouse.move(x, 5);
    await readout.waitFor({ state: 'detached' });
  });

  test('a click on the surface reads; “Start here”, or Alt and a click, begins there: every path, the address, the fields', async () => {
    await visit(page, 'v=1&swarm=0&t=10');
    await atRest(page);
    const { onSurface } = await projector(page);
    const { x, y } = onSurface(...place);
    const length = await page.evaluate(() => history.length);
    const before = await fragmentOf(page);
    await page.mouse.click(x, y);
    await page.locator('.point-readout.pinned').waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.point-readout').waitFor({ state: 'detached' });
    expect(await fragmentOf(page)).toBe(before);
    await page.keyboard.down('Alt');
    await page.mouse.click(x, y);
    await page.keyboard.up('Alt');
    await address().toMatch(/^v=1&x=[\d.,-]+&swarm=0&t=10$/);
    const start = /x=([\d.-]+),([\d.-]+)/
      .exec(await fragmentOf(page))!
      .slice(1)
      .map(Number) as [number, number];
    expect(Math.hypot(start[0] - place[0], start[1] - place[1])).toBeLessThan(0.05);
    for (const id of ['sgd', 'momentum', 'adagrad', 'adam']) {
      // The address is written before a slow machine has drawn.
      await expect.poll(async () => (await dotsOf(page, id))[0]!.slice(0, 2)).toEqual(start.map(Math.fround));
    }
    expect(await page.getByRole('textbox', { name: 'Start x' }).inputValue()).toBe(String(start[0]));
    expect(await stepOf(page)).toBe(10);
    expect(await page.evaluate(() => history.length)).toBe(length + 1);
    await page.goBack();
    await expect.poll(async () => (await dotsOf(page, 'sgd'))[0]!.slice(0, 2)).toEqual([-7, 2]);
    await page.mouse.click(x, y);
    await page.locator('.point-readout .button').click();
    await expect.poll(async () => (await dotsOf(page, 'sgd'))[0]!.slice(0, 2)).toEqual(start.map(Math.fround));
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await dotsOf(page, 'sgd'))[0]!.slice(0, 2)).toEqual([-7, 2]);
  });

  test('pointing at a dot says which optimizer and step; a double click comes closer, M to where they end and back', async () => {
    await visit(page, 'v=1&t=12&swarm=0&lang=en');
    await atRest(page);
    const { onSurface } = await projector(page);
    const [dx, dy] = (await dotsOf(page, 'sgd'))[4]!;
    const dot = onSurface(dx, dy);
    await page.mouse.move(dot.x + 3, dot.y - 3);
    const readout = page.locator('.point-readout');
    await expect.poll(() => readout.textContent()).toMatch(/SGD.*update 4/);
    const values = (await readout.locator('dd').allTextContents()).map((text) => text.replaceAll('−', '-'));
    expect(Number(values[1])).toBeCloseTo(dx ** 2 / 20 + dy ** 2, 2);
    // The same numbers on the flat plan.
    await page.keyboard.press('b');
    const ground = (await page.locator('[data-plan="sgd"] .plan-ground').boundingBox())!;
    await page.mouse.move(ground.x + ground.width * ((dx + 10) / 20), ground.y + ground.height * ((10 - dy) / 20));
    await expect.poll(() => readout.textContent()).toMatch(/SGD.*update 4/);
    expect((await readout.locator('dd').allTextContents()).map((text) => text.replaceAll('−', '-'))).toEqual(values);
    await page.keyboard.press('b');
    await page.mouse.dblclick(dot.x, dot.y);
    await expect.poll(() => fragmentOf(page)).toMatch(/[&]c=[^&]*/);
    expect(await fragmentOf(page)).not.toMatch(/[&]x=/);
    const rect = () => page.evaluate(() => window.koubai!.scene!.rect());
    const whole = await rect();
    await blur();
    await page.keyboard.press('m');
    await expect.poll(async () => (await rect())[1] - (await rect())[0]).toBeLessThan((whole[1] - whole[0]) / 4);
    await page.keyboard.press('m');
    await expect.poll(rect).toEqual(whole);
  });

  test('a click on a name selects its optimizer; on any label the start stays', async () => {
    await visit(page, 'v=1&t=30&swarm=0');
    await atRest(page);
    const before = page.url();
    const start = page.locator('.labels > [data-id="start"]');
    const name = page.locator('.labels > [data-id="head-adam"]');
    for (const label of [start, name]) {
      const { x, y, width, height } = (await label.boundingBox())!;
      await page.mouse.click(x + width / 2, y + height / 2);
      // The place beneath would be taken over at once.
      await page.waitForTimeout(600);
      expect(new URL(page.url()).hash.includes('&x=')).toBe(false);
    }
    expect(page.url()).not.toBe(before);
    expect(new URL(page.url()).hash).toContain('sel=adam');
  });

  test('the start dragged by the mouse takes the paths and the address along, and the camera stays', async () => {
    await visit(page, 'v=1&swarm=0&t=10');
    await atRest(page);
    const { onSurface } = await projector(page);
    const camera = () => page.evaluate(() => window.koubai!.scene!.camera().world);
    const before = await camera();
    const from = onSurface(-7, 2);
    const to = onSurface(-4, 1);
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    for (let i = 1; i <= 5; i++) {
      await page.mouse.move(from.x + ((to.x - from.x) * i) / 5, from.y + ((to.y - from.y) * i) / 5);
    }
    const [dragged] = await dotsOf(page, 'sgd');
    expect(Math.hypot(dragged![0] + 4, dragged![1] - 1)).toBeLessThan(0.08);
    await page.mouse.up();
    const [first, second] = await dotsOf(page, 'sgd');
    const starts = async () => {
      const [, x, y] = /&x=([\d.-]+),([\d.-]+)/.exec(await fragmentOf(page)) ?? [];
      return [Number(x), Number(y)] as const;
    };
    // On a slow machine a pause within the drag has been written, too: the last place is what comes to stand there.
    await expect.poll(async () => (await starts()).map(Math.fround)).toEqual(first!.slice(0, 2));
    const start = await starts();
    expect(await fragmentOf(page)).toMatch(/^v=1&x=[\d.,-]+&swarm=0&t=10$/);
    // One update of SGD at 0.95 from there.
    expect(second![0]).toBeCloseTo(start[0] * (1 - 0.95 / 10), 5);
    expect(second![1]).toBeCloseTo(start[1] * (1 - 2 * 0.95), 5);
    expect(await camera()).toEqual(before);
  });

  test('a drag beside the start turns the camera and moves nothing else', async () => {
    await visit(page, 'v=1&swarm=0&t=10');
    await atRest(page);
    const { onSurface } = await projector(page);
    const { x, y } = onSurface(5, -1);
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let i = 1; i <= 4; i++) await page.mouse.move(x + 20 * i, y + 4 * i);
    await page.mouse.up();
    await address().toMatch(/^v=1&swarm=0&c=-?[\d.]+,[\d.]+,1,0,0,0&t=10$/);
    expect((await dotsOf(page, 'sgd'))[0]!.slice(0, 2)).toEqual([-7, 2]);
  });

  test('behind a flat figure the relief draws not a frame, playing or not', async () => {
    await visit(page, 'v=1&view=book');
    await page.waitForTimeout(300);
    const frames = () => page.evaluate(() => window.koubai!.scene!.frames());
    const before = await frames();
    await expect.poll(() => stepOf(page)).toBeGreaterThan(1.5);
    await slider('SGD').focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(200);
    expect(await frames()).toBe(before);
    await visit(page, 'v=1&swarm=0&t=10');
    await expect.poll(frames).toBeGreaterThan(before);
  });
});

describe('a class asks for a larger learning rate', () => {
  const CUT = 8;
  const SIDE = 10;
  const events = () => page.locator('.events li').allTextContents();

  test.each([
    [1.02, 9, null],
    [1.05, 3, 17],
    [1.1, 2, 9],
  ])('SGD at %d: over the rim at step %i, left the map at %s', async (lr, rim, left) => {
    const path = closedForm(lr, 30);
    expect(path.findIndex(({ y, f }) => f > CUT && Math.abs(y) <= SIDE)).toBe(rim);
    expect(path.findIndex(({ y }) => Math.abs(y) > SIDE)).toBe(left ?? -1);
    await visit(page, `v=1&swarm=0&t=30&o=sgd;lr:${lr}`);
    const said = await events();
    expect(said[0]).toMatch(new RegExp(`^SGD: over the rim at update ${rim} \\(f\\s=\\s[\\d.]+\\)$`));
    expect(Number(/=\s([\d.]+)/.exec(said[0]!)?.[1])).toBeCloseTo(path[rim]!.f, 1);
    expect(said.slice(1)).toEqual(left === null ? [] : [`SGD: left the map at update ${left}`]);
    // The same is written at the place where it happened.
    await atRest(page);
    const notes = await page.locator('.labels > [data-label="event"]:not([hidden])').allTextContents();
    expect(notes.some((note) => note.includes('over the rim') || note.includes('left the map'))).toBe(true);
    // An event is a way to its step.
    await page.locator('.events button').first().click();
    expect(await counter()).toBe(`${rim} / 30`);
    expect(await brokenDrawing(page)).toEqual([]);
  });

  test('SGD at 10 diverges: said everywhere, and no NaN reaches a buffer or a drawing', async () => {
    const diverged = closedForm(10, 30).findIndex(({ f }) => f > 1e30);
    for (const view of ['relief', 'book', 'overlay']) {
      await visit(page, `v=1&swarm=0&t=30&o=sgd;lr:10&view=${view}`);
      expect(await events()).toContain(`SGD: diverged at update ${diverged}`);
      expect(await page.locator('.say').textContent()).toContain(`diverged at update ${diverged}`);
      await page.waitForTimeout(150);
      expect(await brokenDrawing(page)).toEqual([]);
    }
    const dots = await dotsOf(page, 'sgd');
    expect(dots).toHaveLength(diverged);
    expect(dots.flat().every(Number.isFinite)).toBe(true);
  });
});
