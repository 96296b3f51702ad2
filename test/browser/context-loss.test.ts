import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { computedBy, openApp, stepOf, visit } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';
import { bareCanvas, screenshot, settled } from './relief/page.ts';
import type { Picture } from './relief/png.ts';

/* A driver takes contexts away under memory pressure, at a reset, or when a laptop changes its GPU; a worker dies of memory. */

const browser = useBrowser();
const calm = { viewport: { width: 760, height: 520 }, reducedMotion: 'reduce' } as const;
/** What Chromium says of a loss that is meant, and of a canvas that is let go with its context lost already. */
const told = [/CONTEXT_LOST_WEBGL/, /loseContext: context already lost/];

const breakContext = (page: Page, how: 'loseContext' | 'restoreContext' | 'loseKernelContext'): Promise<void> =>
  page.evaluate((name) => (window.koubai!.scene as unknown as Record<typeof name, () => Promise<void>>)[name](), how);
const notice = (page: Page, text: RegExp) => page.locator('.interruption').filter({ hasText: text });

/** Pixels of two pictures that differ by more than antialiasing may: an eighth of a channel. */
function apart(a: Picture, b: Picture): number {
  let count = 0;
  for (let y = 0; y < a.height; y++) {
    for (let x = 0; x < a.width; x++) {
      const [p, q] = [a.at(x, y), b.at(x, y)];
      if (p.some((channel, k) => Math.abs(channel - q[k]!) > 32)) count++;
    }
  }
  return count;
}

/** Names, places and colours of the labels over the canvas. */
const labelsOf = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.labels > [data-id]')].map((label) => {
      const { left, top } = label.getBoundingClientRect();
      return `${label.dataset['id']} ${label.hidden ? 'hidden' : `${left} ${top} ${label.textContent}`}`;
    }),
  );

/** Follows `link` at step 7 and waits for swarm and rest. */
async function swarmBack(page: Page, link: string): Promise<Picture> {
  await visit(page, link);
  await expect.poll(() => computedBy(page)).toMatch(/^webgl2, 4096 starts/);
  await settled(page, 7);
  return screenshot(page);
}

test('contexts lost and given back, the scene’s and the kernels’: the same pixels, swarm, camera and labels included', async () => {
  const link = 'v=1&t=7&c=40,35,1.2,0,0,0&lang=en';
  const page = await openApp(browser(), link, { ...calm, drawn: true, search: '?gpu=webgl2&quality=high' });
  await expect.poll(() => computedBy(page), { timeout: 60_000 }).toMatch(/^webgl2, 4096 starts/);
  await bareCanvas(page);
  // What is compared must show the swarm: a picture without it is another one.
  await visit(page, `${link}&swarm=0`);
  await settled(page, 7);
  const without = await screenshot(page);
  // Labels keep a place that still fits, so leaders tell what was shown before: compared apart from the kernels' return.
  const bare = await swarmBack(page, `${link}&labels=0`);
  const before = await swarmBack(page, link);
  expect(apart(before, without)).toBeGreaterThan(500);

  const labels = await labelsOf(page);
  await breakContext(page, 'loseContext');
  await notice(page, /interrupted the 3D view/).waitFor({ state: 'attached' });
  await breakContext(page, 'restoreContext');
  await notice(page, /interrupted the 3D view/).waitFor({ state: 'detached' });
  await settled(page, 7);
  expect(apart(before, await screenshot(page))).toBeLessThan(20);
  expect(await labelsOf(page)).toEqual(labels);

  await breakContext(page, 'loseKernelContext');
  // Another surface and another step, so that both kernels must run again, and what was on the old context is let go.
  await visit(page, 'v=1&s=himmelblau&t=3&lang=en');
  await settled(page, 3);
  expect(apart(bare, await swarmBack(page, `${link}&labels=0`))).toBeLessThan(20);
  expectClean(page, told);
  await closePage(page);
});

test('a context that never comes back: the card says so, chart, steps and numbers go on', async () => {
  const page = await openApp(browser(), 'v=1&t=7&swarm=0&lang=en', { reducedMotion: 'reduce' });
  await settled(page, 7);
  await breakContext(page, 'loseContext');
  await notice(page, /interrupted the 3D view/).waitFor();
  const step = page.getByRole('slider', { name: 'Step', exact: true });
  await step.press('ArrowRight');
  expect(await stepOf(page)).toBe(8);
  await page.locator('.no-webgl').waitFor({ timeout: 30_000 });
  expect(await page.locator('.no-webgl h2').textContent()).toBe('The 3D view stopped');
  expect(await page.locator('.interruption').count()).toBe(0);
  await step.press('ArrowRight');
  await expect.poll(() => page.evaluate(() => location.hash)).toContain('t=9');
  expect(await page.locator('.chart-slot svg').first().isVisible()).toBe(true);
  await page.getByRole('button', { name: 'See the book’s figure' }).click();
  await expect.poll(() => page.locator('.no-webgl').isVisible()).toBe(false);
  expectClean(page, [...told, /page error: the WebGL context was lost and did not come back/]);
  await closePage(page);
});

test('a worker that dies is started again and says so; at the third death the page computes, and says that', async () => {
  const page = await openApp(browser(), 'v=1&t=3&lang=en', {
    ...calm,
    search: '?gpu=webasm',
    before: () => {
      const workers: Worker[] = [];
      Object.assign(globalThis, { koubaiWorkers: workers });
      globalThis.Worker = class extends Worker {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          workers.push(this);
        }
      };
    },
  });
  await expect.poll(() => computedBy(page), { timeout: 60_000 }).toMatch(/^webasm, 4096 starts/);
  const kill = (count: number) =>
    page.evaluate((expected) => {
      const { koubaiWorkers: workers } = globalThis as unknown as { koubaiWorkers: Worker[] };
      if (workers.length !== expected) throw new Error(`${workers.length} workers`);
      workers.at(-1)!.terminate();
      workers.at(-1)!.dispatchEvent(new ErrorEvent('error', { message: 'killed' }));
    }, count);
  const next = page.getByRole('slider', { name: 'Step', exact: true });
  for (let death = 1; death <= 3; death++) {
    await kill(death);
    await next.press('ArrowRight');
    await notice(page, death < 3 ? /was restarted/ : /computed in the page itself/).waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Dismiss this notice' }).click();
    const backend = death < 3 ? /^webasm, 4096 starts/ : /^float64, 4096 starts/;
    await expect.poll(() => computedBy(page), { timeout: 30_000 }).toMatch(backend);
    // The report comes from what computes now: it is open again.
    await page.evaluate(() => window.koubai!.scene!.kernelsBuilt());
    await settled(page, 3 + death);
  }
  expect(await page.locator('.interruption').count()).toBe(0);
  expectClean(page);
  await closePage(page);
});
