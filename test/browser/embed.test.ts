import { createServer as createHttpServer } from 'node:http';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createServer, listen } from '../../tools/serve.mjs';
import { openApp } from './app.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';

const browser = useBrowser();

/** The page that embeds: somebody's course notes on another origin, which hold `html` and send no header of ours. */
let html = '';
const notes = createHttpServer((_, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.end(`<!doctype html><title>notes</title><link rel="icon" href="data:,"><h1>Notes</h1>${html}`);
});
/** Koubai on a plain host, without cross-origin isolation. */
const host = createServer({ root: inject('appRoot'), isolated: false });
let [app, outside] = ['', ''];
beforeAll(async () => {
  app = `http://localhost:${await listen(host, 0)}/`;
  outside = `http://localhost:${await listen(notes, 0)}/`;
});
afterAll(() => {
  for (const server of [host, notes]) {
    server.closeAllConnections();
    server.close();
  }
});

/** The notes with `code` in them, and the frame in which Koubai has drawn its first picture. */
async function embedded(code: string): Promise<{ readonly page: Page; readonly frame: Frame }> {
  html = code;
  const page = await openPage(browser(), '', { base: outside });
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (!frame) throw new Error('the iframe has no document');
  await frame.waitForFunction(() => (window.koubai?.scene?.frames() ?? 0) > 0, undefined, { timeout: 60_000 });
  return { page, frame };
}

const state = 'v=1&s=beale&t=12&lang=ja&theme=dark';

test('the copied embed code shows the scene and its transport inside a page of another origin, in the link’s language and theme', async () => {
  const source = await openApp(browser(), state, {
    base: app,
    before: () => {
      const writeText = (text: string) => {
        document.title = text;
        return Promise.resolve();
      };
      Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
    },
  });
  await source.locator('.export > summary').click();
  await source.getByRole('button', { name: '埋め込みコードをコピー' }).click();
  await source.getByText('埋め込みコードをコピーしました').waitFor({ state: 'attached' });
  const code = await source.title();
  expectClean(source);
  await closePage(source);

  const { page, frame } = await embedded(code);
  const seen = await frame.evaluate(() => ({
    isolated: crossOriginIsolated,
    language: document.documentElement.lang,
    theme: document.documentElement.dataset['theme'],
    panels: [...document.querySelectorAll<HTMLElement>('[data-panel]')].map((panel) => panel.dataset['panel']),
    query: location.search,
    counter: document.querySelector('.counter')?.textContent,
  }));
  expect(seen).toEqual({
    isolated: false,
    language: 'ja',
    theme: 'dark',
    panels: ['transport'],
    query: '?embed',
    counter: expect.stringMatching(/^12 \//),
  });
  // Kernels work without isolation.
  await expect
    .poll(() => frame.evaluate(() => window.koubai!.scene!.kernelsBuilt()), { timeout: 60_000 })
    .toBeGreaterThan(0);

  await frame.getByRole('button', { name: '1 ステップ進む' }).click();
  expect(await frame.locator('.counter').textContent()).toMatch(/^13 \//);
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    frame.getByRole('link', { name: 'Koubai で開く' }).click(),
  ]);
  await opened.waitForLoadState();
  // The same state, the step of this moment too, with all of the page around it.
  expect(new URL(opened.url()).search).toBe('');
  expect(new URL(opened.url()).hash).toBe('#v=1&s=beale&t=13&lang=ja&theme=dark');
  await opened.locator('[data-panel="header"]').waitFor();
  expect(await opened.evaluate(() => window.opener)).toBe(null);
  expectClean(page, [/^request to another origin: http:\/\/localhost:\d+\//]);
  await closePage(page);
});

test('an embedded slide: caption, picture, transport, from the isolating server too', async () => {
  const { page, frame } = await embedded(
    `<iframe src="${inject('appUrl')}?embed#v=1&amp;t=4&amp;present=1&amp;lang=en" width="900" height="560"></iframe>`,
  );
  await frame.locator('.caption').waitFor();
  expect(
    await frame.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[data-panel]')].map((p) => p.dataset['panel']),
    ),
  ).toEqual(['caption', 'transport']);
  expectClean(page, [/^request to another origin: http:\/\/localhost:\d+\//]);
  await closePage(page);
});
