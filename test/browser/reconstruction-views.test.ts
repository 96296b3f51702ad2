import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';

const browser = useBrowser();

/** A software rasteriser draws these pages, on a machine that may have more to do. */
const patient = { timeout: 30_000 } as const;

const open = (link: string, drawn = true): Promise<Page> =>
  openPage(browser(), `#v=1&scene=reconstruction&${link}`, { drawn, reducedMotion: 'reduce' });

const figure = (page: Page, pane: string): Promise<string> =>
  page.locator(`[data-pane='${pane}'] [data-value='figure']`).innerText({ timeout: 60_000 });

test('losses: scrubbed to its end EMD’s mean is a ring, Chamfer’s is none; back at the start both are the same', async () => {
  const page = await open('view=losses&t=120');
  await expect.poll(() => figure(page, 'emd'), patient).toMatch(/^[01] %$/);
  expect(Number.parseInt(await figure(page, 'chamfer'))).toBeGreaterThan(10);
  await page.locator('.scrub').fill('30');
  await expect.poll(() => figure(page, 'emd'), patient).toMatch(/^([2-9]|1\d) %$/);
  await page.locator('.scrub').fill('0');
  await expect.poll(async () => (await figure(page, 'emd')) === (await figure(page, 'chamfer')), patient).toBe(true);
  // The other toy begins anew, and the link says so.
  await page.locator('.choice-row .segmented label').nth(1).click();
  await expect.poll(() => page.url(), patient).toContain('toy=bar');
  expectClean(page);
  await closePage(page);
}, 60_000);

test('a card is judged by what was computed: EMD alone makes one ring', async () => {
  const page = await open('view=losses&play=0&card=rec-loss', false);
  await figure(page, 'emd');
  await page.locator("[data-answer='chamfer']").click();
  await page.locator('.scrub').fill('120');
  await expect.poll(() => page.locator('.verdict').getAttribute('class'), patient).toContain('wrong');
  await page.locator("[data-answer='emd']").click();
  await expect.poll(() => page.locator('.verdict').getAttribute('class'), patient).toContain('right');
  expectClean(page);
  await closePage(page);
}, 60_000);

test('kin: a shape is named where one points, and its button shows it', async () => {
  const page = await open('view=kin');
  await page.locator('[data-kin]').first().waitFor({ timeout: 60_000 });
  const place = (await page.locator("[data-pane='kin']").boundingBox())!;
  // Somewhere on the way across the map lies a shape.
  await expect
    .poll(
      async () => {
        for (let part = 0.2; part < 0.8; part += 0.05) {
          await page.mouse.move(place.x + part * place.width, place.y + part * place.height);
          if ((await page.locator('.kin-tip').count()) > 0) return true;
        }
        return false;
      },
      { timeout: 20_000 },
    )
    .toBe(true);
  const button = page.locator('[data-kin]').first();
  const [category, seed] = (await button.getAttribute('data-kin'))!.split('-');
  await button.click();
  await expect.poll(() => page.url(), patient).toContain(`seed=${seed!}`);
  if (category !== 'chair') expect(page.url()).toContain(`cat=${category!}`);
  expectClean(page);
  await closePage(page);
}, 90_000);
