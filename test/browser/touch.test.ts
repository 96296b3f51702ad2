import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atRest, fragmentOf, openApp, visit } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { projector } from './layout/picture.ts';

const browser = useBrowser();
const finger = { hasTouch: true, isMobile: true, reducedMotion: 'reduce' } as const;
/** CSS pixels: WCAG 2.5.5, and both big platforms. */
const FINGERTIP = 44;

/** What is there to be touched: how many, and which of them are smaller than a fingertip. A small box counts with its label. */
function targets(page: Page): Promise<{ readonly count: number; readonly small: readonly string[] }> {
  return page.evaluate((least) => {
    const seen = [
      ...document.querySelectorAll<HTMLElement>('a[href]:not(.skip), button, input, select, textarea, summary'),
    ]
      .filter((element) => element.checkVisibility() && !element.matches(':disabled'))
      .map((element) => ({
        name: `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`,
        box: (element.matches('[type=radio], [type=checkbox]')
          ? element.closest('label')!
          : element
        ).getBoundingClientRect(),
      }));
    return {
      count: seen.length,
      // Half a device pixel is the layout's rounding.
      small: seen
        .filter(({ box }) => Math.min(box.width, box.height) < least - 0.5)
        .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
    };
  }, FINGERTIP);
}

const devices = [
  ['a phone', 390, 844],
  ['the smallest phone', 320, 568],
  ['a phone lying', 844, 390],
  ['a tablet', 1024, 768],
] as const;

test.each(devices)('registration on %s, %d × %d: every target is as large as a fingertip', async (_, width, height) => {
  const page = await openPage(browser(), '#v=1&scene=registration&t=0', { viewport: { width, height }, ...finger });
  await page.locator('.counter', { hasText: /[1-9]/ }).waitFor();
  const fold = page.locator('.parameters .fold');
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.tap();
  await page.locator('.pane-list').waitFor();
  const model = await targets(page);
  await page.evaluate(() => (location.hash = '#v=1&scene=registration&data=own'));
  await page.locator('.own-slot').first().waitFor();
  const own = await targets(page);
  expect([model.count > 30, own.count > 10]).toEqual([true, true]);
  expect([...model.small, ...own.small]).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  expectClean(page);
  await closePage(page);
});

describe.each(devices)('%s, %d × %d', (_, width, height) => {
  test('every target is as large as a fingertip, and nothing scrolls sideways', async () => {
    const link = 'v=1&play=0&swarm=0&view=book&o=sgd;lr:1.5&nosuch=1';
    const page = await openApp(browser(), link, { viewport: { width, height }, ...finger });
    const tap = (selector: string) => page.locator(selector).tap();
    // The margin, where nothing but the picture is.
    const beside = () => page.touchscreen.tap(2, height / 2);
    const isShown = (selector: string) => page.locator(selector).isVisible();
    const found: Record<string, { readonly count: number; readonly small: readonly string[] }> = {};
    found['as opened'] = await targets(page);
    const fold = page.locator('.parameters .fold');
    // On a phone a notice opens the sheet of words, and the settings wait.
    if (!(await fold.isVisible())) await tap('.say h2 button');
    const wasOpen = (await fold.getAttribute('aria-expanded')) === 'true';
    if (!wasOpen) await fold.tap();
    const folds = page.locator('button.section[aria-expanded=false]');
    await folds.first().waitFor();
    while ((await folds.count()) > 0) await folds.first().tap();
    found['panel'] = await targets(page);
    await fold.tap();
    expect(await page.locator('.optimizers').isVisible()).toBe(false);
    if (await isShown('.menu-button')) await tap('.menu-button');
    await tap('.export > summary');
    found['menus'] = await targets(page);
    // A press beside it puts a menu away.
    await beside();
    await expect.poll(() => page.locator('.export-list').isVisible()).toBe(false);
    if (await isShown('.menu-button')) await expect.poll(() => isShown('.copy-link')).toBe(false);
    if (await isShown('.badge')) {
      await tap('.badge > summary');
      found['badge'] = await targets(page);
      await tap('.counter');
      await expect.poll(() => page.locator('.badge-details').isVisible()).toBe(false);
    }
    // On a phone it stands in the sheet of words.
    if (!(await isShown('.rule-card'))) await tap('.say h2 button');
    await tap('.rule-card h2 button');
    await page.locator('.rule-lines').waitFor();
    found['rule'] = await targets(page);
    await tap('.help-button');
    await page.locator('dialog[open]').waitFor();
    found['help'] = await targets(page);
    await page.locator('dialog').getByRole('button', { name: 'Close' }).tap();
    expect(Object.values(found).every(({ count }) => count > 10)).toBe(true);
    expect(found['panel'].count).toBeGreaterThan(40);
    expect(Object.entries(found).flatMap(([state, { small }]) => small.map((text) => `${state}: ${text}`))).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    expectClean(page);
    await closePage(page);
  });
});

describe('fingers on the relief', () => {
  let page: Page;
  let cdp: CDPSession;
  beforeAll(async () => {
    page = await openApp(browser(), 'v=1&play=0&swarm=0', { viewport: { width: 390, height: 740 }, ...finger });
    cdp = await page.context().newCDPSession(page);
    await atRest(page);
  });
  afterAll(async () => {
    expectClean(page);
    await closePage(page);
  });

  type Point = readonly [x: number, y: number];
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', fingers: readonly Point[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: fingers.map(([x, y], id) => ({ x, y, id })) });
  /** Fingers down, moved together in a few steps, up. */
  async function stroke(from: readonly Point[], to: readonly Point[]): Promise<void> {
    await touch('touchStart', from);
    for (let i = 1; i <= 6; i++) {
      const part = (a: number, b: number) => a + ((b - a) * i) / 6;
      await touch(
        'touchMove',
        from.map(([x, y], k) => [part(x, to[k]![0]), part(y, to[k]![1])]),
      );
    }
    await touch('touchEnd', []);
  }
  const startInWindow = async (): Promise<Point> => {
    const { x, y } = (await projector(page)).onSurface(-7, 2);
    return [x, y];
  };
  /** A place on the canvas where nothing lies over it, with room for a stroke, away from the start's two rings. */
  const free = async (): Promise<Point> => {
    const [sx, sy] = await startInWindow();
    const plan = (await projector(page)).onPlan(-7, 2);
    return page.evaluate(
      ([ring, shadow]) => {
        const isClear = (x: number, y: number) => document.elementFromPoint(x, y)?.tagName === 'CANVAS';
        for (let y = 720; y > 60; y -= 10) {
          for (let x = 60; x < 250; x += 10) {
            const far = [ring, shadow].every(([rx, ry]) => Math.hypot(x - rx, y - ry) > 60);
            if (far && [-40, 0, 40, 80].every((dx) => isClear(x + dx, y) && isClear(x + dx, y - 20)))
              return [x, y] as const;
          }
        }
        throw new Error('no room on the canvas');
      },
      [
        [sx, sy],
        [plan.x, plan.y],
      ] as const,
    );
  };
  /** azimuth, elevation, zoom, pan of the link; null: as framed. */
  const camera = async (): Promise<readonly number[] | null> => {
    const text = /(?:^|&)c=([^&]*)/.exec(await fragmentOf(page))?.[1];
    return text?.split(',').map(Number) ?? null;
  };

  /** Where the start is once the picture has stood still for a second: what comes late (the badge, the panel) frames it anew. */
  const startAtRest = async (): Promise<Point> => {
    for (let before = await startInWindow(); ;) {
      await page.waitForTimeout(1000);
      await atRest(page);
      const now = await startInWindow();
      if (Math.hypot(now[0] - before[0], now[1] - before[1]) < 0.5) return now;
      before = now;
    }
  };

  test('a finger on the start drags it, and the camera stays', async () => {
    const [x, y] = await startAtRest();
    const world = () => page.evaluate(() => window.koubai!.scene!.camera().world);
    const before = await world();
    await stroke([[x + 12, y + 8]], [[x + 60, y + 20]]);
    const moved = async () => {
      const [, sx, sy] = /&x=(-?[\d.]+),(-?[\d.]+)/.exec(await fragmentOf(page)) ?? [];
      return Math.hypot(Number(sx) + 7, Number(sy) - 2);
    };
    await expect.poll(moved).toBeGreaterThan(0.3);
    expect(await camera()).toBe(null);
    await atRest(page);
    // The same pose; eased to anew, its last bits differ.
    (await world()).forEach((value, k) => expect(value).toBeCloseTo(before[k]!, 9));
    await visit(page, 'v=1&swarm=0');
    await atRest(page);
  });

  test('a finger beside it orbits, and the start stays; two fingers zoom', async () => {
    let [x, y] = await free();
    await stroke([[x, y]], [[x + 80, y - 20]]);
    await expect.poll(camera).not.toBe(null);
    const orbited = (await camera())!;
    expect(await fragmentOf(page)).not.toContain('&x=');
    expect(orbited[2]).toBeCloseTo(1, 2);
    expect(orbited.slice(3)).toEqual([0, 0, 0]);
    await atRest(page);
    [x, y] = await free();
    await stroke(
      [
        [x - 10, y],
        [x + 10, y],
      ],
      [
        [x - 40, y],
        [x + 40, y],
      ],
    );
    await expect.poll(async () => (await camera())![2]).toBeGreaterThan(1.3);
    // Fingers that spread by the same way to both sides neither turn nor pan it much.
    expect(Math.abs((await camera())![0]! - orbited[0]!)).toBeLessThan(1);
    expect(await fragmentOf(page)).not.toContain('&x=');
  });

  test('the sheet opens and closes; what is in it and in the transport answers a tap', async () => {
    const sheet = page.locator('.parameters-body');
    expect(await sheet.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Show parameters' }).tap();
    await page.locator('.optimizers').waitFor();
    await page.getByRole('checkbox', { name: 'Draw the path of AdaGrad' }).tap();
    await expect.poll(() => fragmentOf(page)).toContain('o=-adagrad');
    const rate = page.getByRole('slider', { name: 'SGD: Learning rate' });
    await rate.scrollIntoViewIfNeeded();
    const box = (await rate.boundingBox())!;
    await stroke([[box.x + box.width / 2, box.y + box.height / 2]], [[box.x + box.width / 4, box.y + box.height / 2]]);
    await expect.poll(() => fragmentOf(page)).toMatch(/o=.*sgd;lr:/);
    await page.getByRole('button', { name: 'Fold parameters' }).tap();
    expect(await sheet.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'One step forward' }).tap();
    await expect.poll(() => page.locator('.counter').textContent()).toBe('1 / 30');
    const scrub = (await page.getByRole('slider', { name: 'Step', exact: true }).boundingBox())!;
    await page.touchscreen.tap(scrub.x + scrub.width - 12, scrub.y + scrub.height / 2);
    await expect.poll(() => page.locator('.counter').textContent()).toBe('30 / 30');
  });
});
