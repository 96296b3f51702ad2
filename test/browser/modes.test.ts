import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { developmentPolicy } from '../../tools/policy.mjs';
import { createServer, listen } from '../../tools/serve.mjs';
import { atRest, computedBy, fragmentOf, openApp, stepOf } from './app.ts';
import type { PageOptions } from './chromium.ts';
import { startDevServer } from './devServer.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';

const browser = useBrowser();

/** Frames are drawn by software here: a small window, and the highest speed where the time is not what is tested. */
const small = { viewport: { width: 760, height: 520 } } as const;
const FAST = 'v=1&sp=16';

const badge = (page: Page) => page.locator('.badge summary');
const play = (page: Page) => page.getByRole('button', { name: 'Play', exact: true });

/** The smoke list: opens, plays by itself, ends at rest on the last step, says what computes it (null: nowhere), and nothing went wrong. */
async function smoke(
  open: Browser,
  backend: RegExp | null,
  options: Partial<PageOptions> & { readonly search?: string } = {},
) {
  const page = await openApp(open, FAST, { ...small, ...options });
  await expect.poll(() => stepOf(page), { timeout: 20_000 }).toBeGreaterThan(0);
  await expect.poll(() => stepOf(page), { timeout: 30_000 }).toBe(30);
  await play(page).waitFor();
  expect(await page.getByRole('button', { name: 'Loop' }).getAttribute('aria-pressed')).toBe('false');
  if (backend) await expect.poll(() => computedBy(page), { timeout: 20_000 }).toMatch(backend);
  await atRest(page);
  expect(await stepOf(page)).toBe(30);
  expect(await page.locator('.error-card, .no-webgl').count()).toBe(0);
  expectClean(page);
  return page;
}

describe('the smoke list', () => {
  test.each([
    ['webgl2', /^webgl2, 4096 starts$/],
    ['webasm', /^webasm, 4096 starts$/],
    ['float64', /^float64, 4096 starts$/],
  ])('with ?gpu=%s, which the badge tells and explains', async (gpu, backend) => {
    const page = await smoke(browser(), backend, { search: `?gpu=${gpu}`, drawn: gpu === 'webgl2' });
    await badge(page).click();
    const details = page.locator('.badge-details');
    expect(await details.textContent()).toContain('Requested in the address.');
    expect(await details.locator('[aria-pressed="true"]').count()).toBe(1);
    // Particle 0 starts where the paths start: at step 30 float32 has lost less than a millionth of the domain.
    const labels = await details.locator('dt').allTextContents();
    const at = labels.indexOf('Particle 0 from the float64 path');
    const shown = (await details.locator('dd').nth(at).textContent()) ?? '';
    const distance = Number(
      shown.replace('×10', 'e').replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (c) => '-0123456789'['⁻⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(c)]!),
    );
    expect(distance).toBeLessThan(2e-5);
    expectClean(page);
    await closePage(page);
  });

  test('by itself on a plain host without cross-origin isolation, under a sub-path', async () => {
    const server = createServer({ root: inject('appRoot'), base: '/some/path/', isolated: false });
    const port = await listen(server, 0);
    const base = `http://localhost:${port}/some/path/`;
    const page = await smoke(browser(), /^(webgl2|webasm), 4096 starts$/, { base });
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    await badge(page).click();
    expect(await page.locator('.badge-details').textContent()).toContain('The fastest measured.');
    await closePage(page);
    server.closeAllConnections();
    server.close();
  });

  test('embedded', async () => {
    const page = await smoke(browser(), null, { search: '?embed' });
    expect(await page.locator('[data-panel="parameters"], header').count()).toBe(0);
    await closePage(page);
  });

  describe('on the development server', () => {
    let dev: Awaited<ReturnType<typeof startDevServer>>;
    beforeAll(async () => {
      dev = await startDevServer();
    });
    afterAll(() => dev.stop());

    test('as it stands: isolated, without eval and other origins', async () => {
      const { headers } = await fetch(dev.url);
      expect(headers.get('content-security-policy')).toBe(developmentPolicy);
      expect(developmentPolicy).not.toMatch(/'unsafe-eval'|https?:|\*/);
      const page = await smoke(browser(), /^(webgl2|webasm)/, { base: dev.url });
      await page.waitForLoadState('networkidle');
      expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
      expectClean(page);
      await closePage(page);
    });
  });
});

test('the opening state plays its 30 updates in about 12 s, then the address names the last step', async () => {
  // The flat figures leave the browser time for all its frames; the clock is the same.
  const page = await openApp(browser(), 'v=1&view=book', small);
  /** When the page's counter shows a step, in the page's own milliseconds. */
  const passes = async (step: number): Promise<number> => {
    const shown = (n: number) =>
      parseInt(document.querySelector('.counter')?.textContent ?? '') >= n && performance.now();
    return (await (await page.waitForFunction(shown, step, { polling: 'raf' })).jsonValue()) as number;
  };
  const fifth = await passes(5);
  const last = await passes(30);
  // 25 steps of 0.4 s; a busy machine may lose frames, and a frame above a tenth of a second is not caught up.
  expect(last - fifth).toBeGreaterThan(9_500);
  expect(last - fifth).toBeLessThan(14_000);
  await expect.poll(() => fragmentOf(page)).toBe('v=1&view=book&t=30');
  await play(page).waitFor();
  expectClean(page);
  await closePage(page);
});

test('reduced motion: nothing plays by itself, until asked to', async () => {
  const page = await openApp(browser(), FAST, { ...small, reducedMotion: 'reduce' });
  await page.waitForTimeout(1000);
  expect(await stepOf(page)).toBe(0);
  await atRest(page);
  await play(page).click();
  await expect.poll(() => stepOf(page), { timeout: 30_000 }).toBe(30);
  expectClean(page);
  await closePage(page);
});

describe.each([
  ['--disable-3d-apis', 'no WebGL at all'],
  ['--disable-webgl2', 'WebGL 1 only'],
])('with %s: %s', (flag) => {
  const blind = useBrowser([flag]);

  test('a clear page says what to do; chart, numbers and the book view work', async () => {
    // High enough for the chart, which a low window folds away.
    const page = await openPage(blind(), `#${FAST}`, { viewport: { width: 760, height: 640 } });
    const alert = page.getByRole('alert');
    expect(await alert.getByRole('heading').first().textContent()).toContain('No WebGL2 here');
    for (const advice of ['hardware acceleration', 'driver', 'chrome://gpu']) {
      expect(await alert.textContent()).toContain(advice);
    }
    await expect.poll(() => page.locator('.counter').textContent(), { timeout: 20_000 }).toBe('30 / 30');
    await page.locator('.optimizers').waitFor();
    const line = page.locator('.chart-slot [data-part="line"][data-run="adam"]');
    expect(await line.getAttribute('d')).toMatch(/^M[\d.,]+(L[\d.,]+){30}$/);
    await page.getByRole('button', { name: 'Data table' }).click();
    const last = page.locator('dialog td[data-run="sgd"][data-row="30"]');
    // y = 2 · 0.9³⁰ with alternating sign, thirty roundings of float64.
    expect(Number(await last.nth(1).textContent())).toBeCloseTo(2 * (1 - 2 * 0.95) ** 30, 14);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'See the book’s figure' }).click();
    await page.locator('[data-part="dot"]').first().waitFor();
    expect(
      await page.locator('[data-part="head"][data-run], g[data-run] [data-part="head"]').count(),
    ).toBeGreaterThanOrEqual(4);
    expect(await badge(page).textContent()).toContain('float64');
    expectClean(page);
    await closePage(page);
  });
});
