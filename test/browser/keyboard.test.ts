import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fragmentOf, openApp, stepOf, visit } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';
import { fromTheTop, offered, repeats, unnamed, walk, watchFocus, type Stop } from './stops.ts';

const browser = useBrowser();

describe('with the relief', () => {
  let page: Page;
  beforeAll(async () => {
    // A run that has events, a link with notices: as many kinds of controls as there are.
    const link = 'v=1&play=0&swarm=0&sel=adam&o=sgd;lr:1.5&c=-10,40,1,0,0,0&nosuch=1';
    page = await openApp(browser(), link, { reducedMotion: 'reduce' });
    await page.locator('.chart svg').first().waitFor();
    await watchFocus(page);
  });
  afterAll(async () => {
    expectClean(page);
    await closePage(page);
  });

  test('Tab walks through the whole page in its order and back: every stop is told, seen and outlined', async () => {
    const folds = page.locator('button.section[aria-expanded=false]');
    while ((await folds.count()) > 0) await folds.first().click();
    const count = await offered(page);
    expect(count).toBeGreaterThan(80);
    await fromTheTop(page);
    const stops = await walk(page, 'Tab', count);
    // All of them and none twice: there is no trap.
    expect([stops.length, await repeats(page)]).toEqual([count, 0]);
    const panels = stops.map(({ panel }) => panel).filter((panel, i, all) => panel !== all[i - 1]);
    expect(panels).toEqual(['page', 'header', 'view', 'say', 'formula', 'parameters', 'badge', 'transport']);
    expect(stops.filter(({ outlined, inSight }) => !outlined || !inSight)).toEqual([]);
    expect(await unnamed(page)).toEqual([]);
    const back = await walk(page, 'Shift+Tab', count - 1);
    const names = (list: readonly Stop[]) => list.map(({ what }) => what);
    expect(names(back)).toEqual(names(stops).slice(0, -1).toReversed());
    expect(back.filter(({ outlined, inSight }) => !outlined || !inSight)).toEqual([]);
  });

  test('the camera: Shift and arrows turn it, Page Up and Page Down zoom, the page’s keys go on', async () => {
    const view = () => page.evaluate(() => window.koubai!.scene!.camera().world.join());
    let before = await view();
    await page.locator('canvas').focus();
    for (const [key, camera] of [
      ['Shift+ArrowRight', '-5,40,1,0,0,0'],
      ['Shift+ArrowUp', '-5,45,1,0,0,0'],
      ['PageUp', '-5,45,1.1,0,0,0'],
      ['PageDown', '-5,45,1,0,0,0'],
    ] as const) {
      await page.keyboard.press(key);
      await expect.poll(() => fragmentOf(page)).toContain(`&c=${camera}`);
      await expect.poll(view).not.toBe(before);
      before = await view();
    }
    await page.keyboard.press('ArrowRight');
    expect(await stepOf(page)).toBe(1);
  });
});

test('at 200 % (a window of 640 × 360), every stop is still seen', async () => {
  const page = await openApp(browser(), 'v=1&play=0&view=book', { viewport: { width: 640, height: 360 } });
  await watchFocus(page);
  const stops = await walk(page, 'Tab', await offered(page));
  expect(stops.filter(({ outlined, inSight }) => !outlined || !inSight)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
  expectClean(page);
  await closePage(page);
});

describe('one control of each kind, by keys alone', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openApp(browser(), 'v=1&play=0&view=book&swarm=0&t=3', { reducedMotion: 'reduce' });
    await watchFocus(page);
  });
  afterAll(async () => {
    expectClean(page);
    await closePage(page);
  });

  const focusOn = (role: 'button' | 'checkbox' | 'combobox' | 'radio' | 'slider' | 'textbox', name: string) =>
    page.getByRole(role, { name, exact: true }).focus();
  const press = (key: string) => page.keyboard.press(key);
  const address = () => expect.poll(() => fragmentOf(page), { timeout: 5000 });
  const focusName = () =>
    page.evaluate(() => document.activeElement!.getAttribute('aria-label') ?? document.activeElement!.textContent);

  test('the skip link leads to the parameters, not to another link', async () => {
    const before = await fragmentOf(page);
    await fromTheTop(page);
    await press('Tab');
    expect(await focusName()).toBe('Skip to the controls');
    await press('Enter');
    expect(await page.evaluate(() => document.activeElement!.closest('#parameters') !== null)).toBe(true);
    expect(await fragmentOf(page)).toBe(before);
  });

  test('button, toggle, radio, checkbox, list, number, slider, scrub', async () => {
    await focusOn('button', 'One step forward');
    await press('Enter');
    await press(' ');
    await address().toBe('v=1&view=book&swarm=0&t=5');
    await focusOn('button', 'Loop');
    await press(' ');
    await address().toBe('v=1&view=book&swarm=0&t=5&loop=1');
    await press('Enter');
    await focusOn('radio', 'As in the book');
    await press('ArrowRight');
    await address().toBe('v=1&view=overlay&swarm=0&t=5');
    await press('ArrowLeft');
    await focusOn('checkbox', 'Draw the path of AdaGrad');
    await press(' ');
    await address().toBe('v=1&view=book&swarm=0&t=5&o=-adagrad');
    await press(' ');
    await address().toBe('v=1&view=book&swarm=0&t=5');
    await focusOn('combobox', 'Speed');
    await press('ArrowDown');
    await address().toBe('v=1&view=book&swarm=0&t=5&sp=2');
    await press('ArrowUp');
    await focusOn('textbox', 'Start x');
    await press('Control+A');
    await page.keyboard.type('-5');
    await press('Enter');
    await address().toMatch(/&x=-5,2&/);
    await focusOn('slider', 'Adam: Learning rate');
    const before = await page.getByRole('slider', { name: 'Adam: Learning rate' }).getAttribute('aria-valuetext');
    await press('ArrowRight');
    await address().toMatch(/&o=adam;lr:/);
    expect(await page.getByRole('slider', { name: 'Adam: Learning rate' }).getAttribute('aria-valuetext')).not.toBe(
      before,
    );
    await focusOn('slider', 'Step');
    await press('End');
    expect(await page.locator('.counter').textContent()).toBe('30 / 30');
    await press('ArrowLeft');
    expect(await page.locator('.counter').textContent()).toBe('29 / 30');
  });

  test('the chart is read and followed', async () => {
    await visit(page, 'v=1&view=book&swarm=0&t=3');
    await page.locator('.chart svg').first().focus();
    await press('ArrowRight');
    await press('ArrowRight');
    const readout = page.locator('.chart').getByRole('status');
    await expect.poll(() => readout.textContent()).toMatch(/5/);
    expect(await page.locator('.counter').textContent()).toBe('3 / 30');
    await press('Enter');
    await expect.poll(() => page.locator('.counter').textContent()).toBe('5 / 30');
  });

  test('disclosures: the badge opens, Tab goes into it, Escape closes it and gives the focus back', async () => {
    const open = () => page.locator('.badge').evaluate((badge) => (badge as HTMLDetailsElement).open);
    await page.locator('.badge > summary').focus();
    await press('Enter');
    expect(await open()).toBe(true);
    await press('Tab');
    expect(await page.evaluate(() => document.activeElement!.closest('.badge-details') !== null)).toBe(true);
    await press('Escape');
    expect(await open()).toBe(false);
    expect(await page.evaluate(() => document.activeElement!.matches('.badge > summary'))).toBe(true);
    // It lies over the cards: it does not stay over what has the focus.
    await press('Enter');
    await press('Shift+Tab');
    expect(await open()).toBe(false);
  });

  test.each([
    ['Help and keys', 'Close'],
    ['Data table', 'Close'],
  ])('dialog "%s": the focus goes in, stays in, and comes back', async (opener, first) => {
    await focusOn('button', opener);
    for (const way of ['Escape', 'Enter'] as const) {
      await press('Enter');
      await page.locator('dialog[open] :is(kbd, td)').first().waitFor();
      expect(await focusName()).toBe(first);
      const count = await offered(page, 'dialog');
      const stops = await walk(page, 'Tab', 2 * count);
      expect(stops.length).toBeGreaterThanOrEqual(count);
      expect(await page.evaluate(() => window.stops.every(({ element }) => element.closest('dialog')))).toBe(true);
      expect(stops.filter(({ outlined, inSight }) => !outlined || !inSight)).toEqual([]);
      // Once by the dialog's own button.
      if (way === 'Enter') await page.locator('dialog[open]').getByRole('button', { name: 'Close' }).focus();
      await press(way);
      await page.locator('dialog').waitFor({ state: 'detached' });
      expect(await focusName()).toContain(opener);
    }
  });
});

test('what is spoken: a whole play says that it plays and how it ended, a drag speaks once it rests', async () => {
  const page = await openApp(browser(), 'v=1&view=book&swarm=0&play=0&sp=4');
  const spoken = () => page.evaluate(() => window.spoken);
  const start = (await page.locator('#summary').textContent()) ?? '';
  await expect.poll(() => page.locator('#summary').textContent()).toMatch(/Update 0 of 30/);
  expect(start).not.toContain('Update 30');
  await page.evaluate(() => {
    window.spoken = [];
    // Whatever is announced by itself, wherever it stands.
    const live = '[role=status], [role=alert], [aria-live]:not([aria-live=off])';
    new MutationObserver((records) => {
      const regions = records.map(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest(live),
      );
      for (const region of new Set(regions)) if (region) window.spoken.push(region.textContent);
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
  });
  await page.getByRole('button', { name: 'Play', exact: true }).click();
  await expect.poll(() => page.locator('.counter').textContent(), { timeout: 20_000 }).toBe('30 / 30');
  await expect.poll(async () => (await spoken()).at(-1), { timeout: 5000 }).toMatch(/Update 30 of 30/);
  const whole = await spoken();
  expect(whole.length).toBeLessThanOrEqual(2);
  if (whole.length === 2) expect(whole[0]).toMatch(/Playing/);
  // Twenty moves of a slider, a twentieth of a second apart.
  await page.getByRole('slider', { name: 'SGD: Learning rate' }).focus();
  for (let i = 0; i < 20; i++) {
    await page.keyboard.press('ArrowLeft');
    await page.waitForTimeout(50);
  }
  await expect.poll(async () => (await spoken()).length, { timeout: 5000 }).toBeGreaterThan(whole.length);
  await page.waitForTimeout(800);
  expect((await spoken()).length - whole.length).toBeLessThanOrEqual(2);
  // The picture is described by what is spoken.
  expect(await page.evaluate(() => document.getElementById('summary')?.textContent)).toContain('SGD at (');
  expectClean(page);
  await closePage(page);
});

declare global {
  interface Window {
    spoken: string[];
  }
}

test('forced colours: what is chosen, pressed and focused is told by the system’s colours, hues stay', async () => {
  const page = await openApp(browser(), 'v=1&view=book&swarm=0&play=0&loop=1', { forcedColors: 'active' });
  const system = await page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement('i'));
    const colour = (name: string) => {
      probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
      return getComputedStyle(probe).color;
    };
    const found = { highlight: colour('Highlight'), canvas: colour('Canvas') };
    probe.remove();
    return found;
  });
  expect(system.highlight).not.toBe(system.canvas);
  const style = (selector: string, property: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property);
  expect(await style('.segmented input:checked + span', 'background-color')).toBe(system.highlight);
  expect(await style('.segmented input:not(:checked) + span', 'background-color')).not.toBe(system.highlight);
  expect(await style('.loop[aria-pressed=true]', 'background-color')).toBe(system.highlight);
  expect(await style('.language-switch [aria-pressed=false]', 'background-color')).not.toBe(system.highlight);
  expect(await style('.language-switch [aria-pressed=true]', 'background-color')).toBe(system.highlight);
  // The marks that tell the methods apart keep their hues.
  const hues = await page
    .locator('.optimizer .head-shape path')
    .evaluateAll((shapes) =>
      shapes.map((shape) => [getComputedStyle(shape).fill, getComputedStyle(shape).stroke].join()),
    );
  expect(new Set(hues).size).toBe(4);
  await watchFocus(page);
  const stops = await walk(page, 'Tab', await offered(page));
  expect(stops.filter(({ outlined }) => !outlined)).toEqual([]);
  for (const selector of ['.loop', '.speed', '.optimizer .slider', '.segmented input:checked']) {
    await page.locator(selector).first().focus();
    await page.keyboard.press('Shift');
    const drawn = selector.startsWith('.segmented') ? `${selector} + span` : selector;
    expect([selector, await style(drawn, 'outline-color')]).toEqual([selector, system.highlight]);
  }
  expectClean(page);
  await closePage(page);
});
