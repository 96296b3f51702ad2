import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, visit } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';
import { settled } from './relief/page.ts';

const browser = useBrowser();
let page: Page;
beforeAll(async () => {
  page = await openApp(browser(), 'v=1&t=30', { viewport: { width: 1280, height: 720 } });
  await settled(page, 30);
});
afterAll(async () => {
  expectClean(page);
  await closePage(page);
});

const frames = () => page.evaluate(() => window.koubai!.scene!.frames());

test('the opening picture comes to rest: with swarm and labels nothing is drawn for a second; a step draws again', async () => {
  let [before, after] = [-1, 0];
  // Panel, chart and swarm arrive one after another; then it must be still.
  for (let tries = 0; tries < 20 && before !== after; tries++) {
    before = await frames();
    await page.waitForTimeout(1000);
    after = await frames();
  }
  expect(after).toBe(before);
  await page.getByRole('slider', { name: 'Step', exact: true }).press('ArrowLeft');
  await settled(page, 29);
  expect(await frames()).toBeGreaterThan(before);
});

const memory = () =>
  page.evaluate(() => ({ ...window.koubai!.scene!.memory(), programs: window.koubai!.scene!.programs() }));

const rounds = {
  'through another surface': ['v=1&s=rosenbrock&t=10', 'v=1&s=himmelblau&h=log&t=5'],
  'through the book view': ['v=1&view=book&t=29', 'v=1&view=overlay&t=29'],
  'through other looks': ['v=1&plan=0&labels=0&theme=dark&t=4', 'v=1&swarm=0&t=4', 'v=1&k=1000&n=300&t=4&o=lion,nadam'],
};

test.each(Object.entries(rounds))(
  '%s and back twice: geometries, textures and programs come back',
  async (_, links) => {
    const once = async () => {
      for (const link of [...links, 'v=1&t=30']) {
        await visit(page, link);
        const shown = await page.evaluate(() => document.querySelector('.relief:not([hidden])') !== null);
        if (shown) await settled(page, Number(/t=(\d+)/.exec(link)?.[1]));
      }
      return memory();
    };
    // What is made on first use stays: the first round only warms up.
    const first = await once();
    expect(first.geometries).toBeGreaterThan(0);
    expect(await once()).toEqual(first);
  },
  // Eight pictures of software WebGL: half a minute, on a busy machine four times that.
  240_000,
);
