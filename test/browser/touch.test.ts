import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openApp } from './app.ts';
import { closePage, expectClean, useBrowser } from './harness.ts';
const browser = useBrowser();
/** Everything to be touched that is smaller than a fingertip, with its size. */
function small(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const selector = 'a[href], button, input, select, textarea, summary, [role="button"], [role="slider"]';
    return [...document.querySelectorAll<HTMLElement>(selector)].flatMap((element) => {
      if (element.matches(':disabled') || !element.checkVisibility({ visibilityProperty: true })) return [];
      if (element.matches('.skip')) return [];
      const label = element.matches('[type=radio], [type=checkbox]') ? element.closest('label') : null;
      const { width, height } = (label ?? element).getBoundingClientRect();
      if (width === 0) return [];
      return width >= 43.9 && height >= 43.9 ? [] : [`${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 30)} .${element.className}: ${width.toFixed(1)} × ${height.toFixed(1)}`];
    });
  });
}
test.each([[390, 844], [844, 390], [1024, 768], [1280, 720], [320, 568]])('%d × %d', async (width, height) => {
  const page = await openApp(browser(), 'v=1&play=0&swarm=0&o=sgd;lr:1.5&nosuch=1&view=book', { viewport: { width, height }, hasTouch: true, isMobile: true, reducedMotion: 'reduce' });
  const say = async (name: string) => console.log(width, name, JSON.stringify(await small(page), null, 1));
  await say('open');
  const fold = page.locator('.parameters .fold');
  if ((await fold.getAttribute('aria-expanded')) === 'false') await fold.click();
  const folds = page.locator('button.section[aria-expanded=false]');
  while ((await folds.count()) > 0) await folds.first().click();
  await say('sheet');
  await page.screenshot({ path: `/tmp/w/a11y-touch-${width}-sheet.png` });
  await fold.click();
  if (await page.locator('.menu-button').isVisible()) await page.locator('.menu-button').click();
  await page.locator('.export > summary').click();
  await say('menu');
  await page.screenshot({ path: `/tmp/w/a11y-touch-${width}-menu.png` });
  await page.keyboard.press('Escape');
  if (await page.locator('.menu-button').isVisible()) await page.locator('.menu-button').click();
  await page.locator('.rule-card h2 button').click();
  await page.locator('.badge > summary').click();
  await say('card');
  await page.screenshot({ path: `/tmp/w/a11y-touch-${width}-card.png` });
  for (const k of ['?', 'd']) { await page.keyboard.press(k); await page.locator('dialog[open]').waitFor(); await say(k); await page.keyboard.press('Escape'); }
  expectClean(page);
  await closePage(page);
});
