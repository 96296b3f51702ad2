import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { chooseScene, computedBy, fragmentOf, openApp, visit } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';

const browser = useBrowser();

/** What of the page tells which scene is open, and that there is one only. */
const look = (page: Page) =>
  page.evaluate(() => ({
    current: document.querySelector<HTMLElement>('.scene-switch [aria-current]')?.dataset['scene'],
    canvases: document.querySelectorAll('canvas').length,
    headers: document.querySelectorAll('.header').length,
    language: document.documentElement.lang,
    theme: document.documentElement.dataset['theme'],
    notices: document.querySelector('.notices')?.textContent ?? null,
  }));

/** Waits for the optimizers' panel and first picture. */
async function atOptimizers(page: Page): Promise<void> {
  await page.waitForFunction(
    () => document.querySelector('.optimizers') !== null && (window.koubai?.scene?.frames() ?? 0) > 0,
    undefined,
    { timeout: 60_000 },
  );
}

/** Waits until the registration scene's methods have run: their records say how far the clock goes. */
async function atRegistration(page: Page): Promise<void> {
  await page.locator('.scene-switch [data-scene=registration][aria-current]').waitFor({ timeout: 60_000 });
  await expect.poll(() => lastStep(page), { timeout: 60_000 }).toBeGreaterThan(1);
  await page.locator('canvas').waitFor();
}

/** The clock's last step as the transport says it. */
const lastStep = async (page: Page): Promise<number> =>
  Number(/\/\s*([\d,]+)/.exec((await page.locator('.counter').textContent()) ?? '')?.[1]?.replace(',', '') ?? NaN);

const choose = (page: Page, scene: 'optimizers' | 'registration') => chooseScene(page, scene);

test('from scene to scene by hand: the address follows, language and theme come along, the way back finds all as it was left', async () => {
  const page = await openApp(browser(), 'v=1&s=beale&t=3&lang=en', { reducedMotion: 'reduce' });
  expect(await look(page)).toMatchObject({ current: 'optimizers', canvases: 1, language: 'en', theme: 'light' });
  await page.click('.language-switch [lang=ja]');
  // As the device, light, dark.
  await page.locator('.theme-button').click();
  await page.locator('.theme-button').click();
  await expect.poll(() => look(page)).toMatchObject({ language: 'ja', theme: 'dark' });

  await choose(page, 'registration');
  await atRegistration(page);
  expect(await look(page)).toEqual({
    current: 'registration',
    canvases: 1,
    headers: 1,
    language: 'ja',
    theme: 'dark',
    notices: null,
  });
  expect(await fragmentOf(page)).toBe('v=1&scene=registration&lang=ja&theme=dark');
  expect(await page.evaluate(() => (document.activeElement as HTMLElement).dataset['scene'])).toBe('registration');

  await page.keyboard.press('End');
  const last = await lastStep(page);
  await expect.poll(() => fragmentOf(page)).toBe(`v=1&scene=registration&t=${last}&lang=ja&theme=dark`);

  await choose(page, 'optimizers');
  await atOptimizers(page);
  expect(await fragmentOf(page)).toBe('v=1&s=beale&t=3&lang=ja&theme=dark');
  await choose(page, 'registration');
  await atRegistration(page);
  expect(await fragmentOf(page)).toBe(`v=1&scene=registration&t=${last}&lang=ja&theme=dark`);
  expect(await page.locator('.counter').textContent()).toContain(`${last} /`);
  expectClean(page);
  await closePage(page);
});

test('back and forward go from scene to scene with what each showed', async () => {
  const page = await openApp(browser(), 'v=1&s=beale&t=3&lang=en', { reducedMotion: 'reduce' });
  await choose(page, 'registration');
  await atRegistration(page);
  await visit(page, 'v=1&scene=registration&seed=7&lang=en');
  await atRegistration(page);
  await page.goBack();
  await expect.poll(() => fragmentOf(page)).toBe('v=1&scene=registration&lang=en');
  await atRegistration(page);
  await page.goBack();
  await atOptimizers(page);
  expect(await fragmentOf(page)).toBe('v=1&s=beale&t=3&lang=en');
  expect(await look(page)).toMatchObject({ current: 'optimizers', canvases: 1 });
  expect(await page.locator('.counter').textContent()).toMatch(/^3 \//);
  await page.goForward();
  await atRegistration(page);
  await page.goForward();
  await expect.poll(() => fragmentOf(page)).toBe('v=1&scene=registration&seed=7&lang=en');
  await atRegistration(page);
  expect(await look(page)).toMatchObject({ current: 'registration', canvases: 1, notices: null });
  expectClean(page);
  await closePage(page);
});

test('a link opens its scene; what of it cannot be used is said; a scene that there is none of opens the first', async () => {
  const page = await openPage(browser(), '#v=1&scene=registration&seed=-1&t=2&lang=en', { reducedMotion: 'reduce' });
  await atRegistration(page);
  expect((await look(page)).notices).toContain('-1');
  expect(await page.locator('.counter').textContent()).toMatch(/^2 \//);
  await visit(page, 'v=1&scene=nowhere&s=beale&lang=en');
  await atOptimizers(page);
  expect(await look(page)).toMatchObject({ current: 'optimizers', canvases: 1 });
  expect((await look(page)).notices).toContain('nowhere');
  expectClean(page);
  await closePage(page);
});

test('where their row does not fit, the scenes fold into the name of the one on view: by mouse and by keys', async () => {
  const page = await openApp(browser(), 'v=1&t=3&lang=en', {
    reducedMotion: 'reduce',
    viewport: { width: 1900, height: 800 },
  });
  const button = page.locator('.scene-switch > button');
  const inRow = page.locator('.scene-row > a');
  expect(await button.count()).toBe(0);
  const scenes = await inRow.count();
  await page.setViewportSize({ width: 1000, height: 800 });
  await button.waitFor();
  expect(
    await page
      .locator('.help-button')
      .boundingBox()
      .then((box) => box!.x + box!.width),
  ).toBeLessThanOrEqual(1000);
  await button.focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('.scene-list > a').count()).toBe(scenes);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('.scene-list').count()).toBe(0);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await atRegistration(page);
  expect(await button.textContent()).toBe('Registration');
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
  expectClean(page);
  await closePage(page);
});

/** Drawing contexts that anything still holds on to, after a garbage collection. */
async function contextsAlive(page: Page): Promise<number> {
  const tools = await page.context().newCDPSession(page);
  const { result: prototype } = await tools.send('Runtime.evaluate', {
    expression: 'WebGL2RenderingContext.prototype',
  });
  const { objects } = await tools.send('Runtime.queryObjects', { prototypeObjectId: prototype.objectId! });
  const { result } = await tools.send('Runtime.callFunctionOn', {
    objectId: objects.objectId!,
    functionDeclaration: 'function () { return this.length; }',
    returnByValue: true,
  });
  await tools.detach();
  return result.value as number;
}

test('a scene that is left goes with its canvas, its context and its workers: turns add up to nothing', async () => {
  const page = await openApp(browser(), 'v=1&t=3&lang=en', { reducedMotion: 'reduce' });
  const thereAndBack = async () => {
    await choose(page, 'registration');
    await atRegistration(page);
    await choose(page, 'optimizers');
    await atOptimizers(page);
    // The kernels' worker comes a moment after the first picture.
    await expect.poll(() => computedBy(page), { timeout: 60_000 }).toMatch(/, 4096 starts/);
  };
  await thereAndBack();
  for (let turn = 0; turn < 3; turn++) await thereAndBack();
  // The relief's, and the worker of its kernels.
  await expect.poll(() => contextsAlive(page), { timeout: 10_000 }).toBe(1);
  await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBe(1);
  expect((await look(page)).canvases).toBe(1);
  expectClean(page);
  await closePage(page);
});
