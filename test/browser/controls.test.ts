import { expect, test } from 'vitest';
import { visit } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';
import { paleStates } from './layout/contrast.ts';

const browser = useBrowser();
/** WCAG 1.4.11, for icons; their names are larger or repeated beside them. */
const LEAST = 3;

/** Link, what to wait for, and what unfolds more controls. */
const scenes = [
  ['optimizers', 't=3&swarm=0&card=zigzag', '.optimizers', []],
  ['registration', 'scene=registration&t=3&m=icp-point~icp-robust', '.pane-list', []],
  ['reconstruction', 'scene=reconstruction&t=3', '.rec-figures td', []],
  ['sdm', 'scene=sdm&t=3', '.plot svg', []],
  ['microscope', 'scene=microscope&n=200&k=40&w=30&t=3', '[data-value=loss]', []],
  ['networks', 'scene=networks&k=60&t=3', '[data-value=grid]', []],
] as const;

test('under the pointer, in focus and pressed every control can be seen, in both themes', async () => {
  const page = await openPage(browser(), '#v=1&play=0&swarm=0', { viewport: { width: 1280, height: 800 } });
  const found: string[] = [];
  for (const [name, link, wait] of scenes) {
    // From scene to scene by link: the page loads the other one.
    await page.evaluate((hash) => (location.hash = hash), `v=1&${link}&theme=light`);
    await page.locator(wait).first().waitFor();
    await page.locator('.bottom-bar .chart-button').waitFor();
    await page.locator('.export > summary').click();
    for (const theme of ['light', 'dark']) {
      if (theme === 'dark') await visit(page, `v=1&${link}&theme=dark`);
      await page.locator(`html[data-theme=${theme}]`).waitFor();
      found.push(...(await paleStates(page, LEAST)).map((text) => `${name}, ${theme}: ${text}`));
    }
  }
  // It would see a control that loses its ink.
  await page.evaluate(() => {
    const sheet = document.styleSheets[0]!;
    sheet.insertRule('.transport .play:hover { color: var(--ink) }', sheet.cssRules.length);
  });
  expect(await paleStates(page, LEAST)).toEqual(expect.arrayContaining([expect.stringContaining('"Play"')]));
  expect(found).toEqual([]);
  expectClean(page);
  await closePage(page);
});
