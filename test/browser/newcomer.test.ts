import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer, listen } from '../../tools/serve.mjs';
import { scratchWithScene } from '../conformance/newcomerScene.ts';
import { chooseScene } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';

/* The minimal scene, built beside the others: a folder and a line are all that it takes to be in menu, link, panel and keys. */

const browser = useBrowser();
let scratch: ReturnType<typeof scratchWithScene>;
let server: ReturnType<typeof createServer>;
let base = '';
beforeAll(async () => {
  scratch = scratchWithScene();
  const build = join(scratch.folder, 'node_modules/vite/bin/vite.js');
  const { status, stderr } = spawnSync(process.execPath, [build, 'build'], { cwd: scratch.folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  server = createServer({ root: join(scratch.folder, 'dist') });
  base = `http://localhost:${await listen(server, 0)}/`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  scratch.remove();
});

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test('the minimal scene is in the menu, opens from a link, has its panel, its key, its words, its picture, and nothing for axe', async () => {
  const page = await openPage(browser(), '?quality=low#v=1&lang=en', { base, viewport: { width: 900, height: 600 } });
  await chooseScene(page, 'newcomer');
  const corners = page.getByRole('slider', { name: 'Corners' });
  await corners.waitFor();
  await page.getByText('12 corners').first().waitFor();
  await expect.poll(() => page.evaluate(() => location.hash)).toBe('#v=1&scene=newcomer&lang=en');
  await corners.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/&n=1[3-9]/);
  await page.keyboard.press('Escape');
  const turned = page.getByRole('checkbox', { name: 'Turned by half a corner' });
  for (const [shown, written] of [
    [true, /&half=1/],
    [false, /&n=1[3-9](?!.*half)/],
    [true, /&half=1/],
  ] as const) {
    await page.keyboard.press('k');
    await expect.poll(() => turned.isChecked()).toBe(shown);
    await expect.poll(() => page.evaluate(() => location.hash)).toMatch(written);
  }
  const link = await page.evaluate(() => location.hash);
  await page.locator('.help-button').click();
  await page.getByText('Turn it by half a corner').waitFor();
  await page.keyboard.press('Escape');
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  });
  expect(found).toEqual([]);
  expectClean(page);
  await closePage(page);

  const again = await openPage(browser(), `?quality=low${link.replace('lang=en', 'lang=ja')}`, { base });
  await again
    .getByText(/頂点は 1[3-9] 個/)
    .first()
    .waitFor();
  await expect.poll(() => again.evaluate(() => window.koubai?.scene?.frames() ?? 0)).toBeGreaterThan(0);
  expectClean(again);
  await closePage(again);
});
