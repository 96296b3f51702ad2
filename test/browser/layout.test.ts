import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { atRest, openApp, visit } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';
import { boxesOf, coverOf, meets, pictureOf, visibleShare, type Named } from './layout/picture.ts';
import { paleTexts, smallTargets, smallTexts } from './layout/text.ts';

const browser = useBrowser();

const windows = [
  { width: 1280, height: 720 },
  { width: 1024, height: 768 },
];

const told = ({ name, box }: Named) =>
  `${name} (${[box.left, box.top, box.right, box.bottom].map(Math.round).join(' ')})`;

/** What could be scrolled to sideways, and what is seen. */
const widths = (page: Page): Promise<[number, number]> =>
  page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);

/** Everything that touches something else of `boxes`. */
function touching(boxes: readonly Named[]): readonly string[] {
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).flatMap((b) => (meets(a.box, b.box) ? [`${told(a)} touches ${told(b)}`] : [])),
  );
}

describe('panels and labels', () => {
  let page: Page;
  beforeAll(async () => {
    page = await openApp(browser(), 'v=1&t=0');
  });
  afterAll(() => closePage(page));

  for (const window of windows) {
    for (const lang of ['en', 'ja']) {
      for (const t of [0, 30]) {
        test(`${window.width}×${window.height}, ${lang}, step ${t}: nothing covers a path, a head, a tick or a label`, async () => {
          await page.setViewportSize(window);
          await visit(page, `v=1&t=${t}&lang=${lang}`);
          await atRest(page);
          const { panels, labels } = await boxesOf(page);
          const picture = await pictureOf(page);
          // Hidden labels would be in nobody's way.
          const kinds = (kind: string) => labels.filter(({ name }) => name.startsWith(kind)).length;
          expect(kinds('head')).toBe(4);
          expect(kinds('tick')).toBeGreaterThanOrEqual(5);
          const always = ['badge', 'formula', 'header', 'parameters', 'say', 'transport'];
          expect(panels.map(({ name }) => name)).toEqual(expect.arrayContaining(always));
          expect(touching([...panels, ...labels])).toEqual([]);
          expect(coverOf([...panels, ...labels], picture)).toEqual([]);
          // Both would see it: a label laid over its neighbour or over the last point of a path.
          expect(touching([...labels, { name: 'copy', box: labels[0]!.box }])).toHaveLength(1);
          const { x, y } = picture.paths.at(-1)!;
          const lid = { name: 'lid', box: { left: x - 9, top: y - 9, right: x + 9, bottom: y + 9 } };
          expect(coverOf([lid], picture)).toHaveLength(1);
          expect(visibleShare(panels, picture, window)).toBe(1);
          for (const { name, box } of labels) {
            const inside = box.left >= 0 && box.top >= 0 && box.right <= window.width && box.bottom <= window.height;
            expect([name, inside]).toEqual([name, true]);
          }
        });
      }
    }
  }

  for (const [theme, lang] of [
    ['light', 'en'],
    ['dark', 'ja'],
  ] as const) {
    test(`${theme}, ${lang}: body text has a contrast of 4.5 and 13 px, ticks of the chart 12`, async () => {
      await page.setViewportSize(windows[0]!);
      await visit(page, `v=1&t=30&theme=${theme}&lang=${lang}&o=sgd;lr:1.05`);
      await page
        .getByText(lang === 'ja' ? '再生' : 'Playback', { exact: true })
        .last()
        .click();
      await atRest(page);
      expect(await smallTexts(page)).toEqual([]);
      expect(await paleTexts(page, 4.5)).toEqual([]);
    });
  }

  test('that is all without an error', () => {
    expectClean(page);
  });
});

describe('a phone (390×844)', () => {
  const phone = { width: 390, height: 844 };
  let page: Page;
  beforeAll(async () => {
    page = await openApp(browser(), 'v=1&t=30', {
      viewport: phone,
      hasTouch: true,
      isMobile: true,
      deviceScaleFactor: 1,
    });
  });
  afterAll(() => closePage(page));

  test.each(['en', 'ja'])(
    '%s: the subject is seen, panels and labels keep apart, nothing scrolls sideways',
    async (lang) => {
      await visit(page, `v=1&t=30&lang=${lang}`);
      await atRest(page);
      const { panels, labels } = await boxesOf(page);
      expect(visibleShare(panels, await pictureOf(page), phone)).toBeGreaterThanOrEqual(0.6);
      expect(touching([...panels, ...labels])).toEqual([]);
      const [scrollWidth, clientWidth] = await widths(page);
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
      expect(await smallTexts(page)).toEqual([]);
    },
  );

  test('fingers find everything: targets of 44 px, with the panel folded and open', async () => {
    await visit(page, 'v=1&t=30');
    expect(await smallTargets(page, 44)).toEqual([]);
    // The same finger folds the sheet again; the picture stays in sight beside it, and the clock.
    const toggle = page.locator('.parameters .fold');
    const before = await toggle.boundingBox();
    await page.getByRole('button', { name: 'Show parameters' }).click();
    await page.locator('.optimizers').waitFor();
    expect(await toggle.boundingBox()).toEqual(before);
    expect(await page.locator('.scrub').isVisible()).toBe(true);
    const [sheet, header] = [
      await page.locator('.parameters').boundingBox(),
      await page.locator('.header').boundingBox(),
    ];
    expect(sheet!.height).toBeLessThanOrEqual(0.4 * phone.height);
    const bar = await page.locator('.bottom-bar').boundingBox();
    expect(bar!.y - header!.y - header!.height).toBeGreaterThanOrEqual(0.55 * phone.height);
    expect(await smallTargets(page, 44)).toEqual([]);
    const [scrollWidth, clientWidth] = await widths(page);
    expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    expectClean(page);
  });
});
