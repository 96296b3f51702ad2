import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../tools/chromium.mjs';
import { openPageAt } from '../browser/chromium.ts';
import { median, type Bench } from './bench.ts';
import { watchDrawing, type DrawnFrames } from './drawnFrames.ts';

const visits = 5;
const viewports = {
  'desktop 1280×720': { viewport: { width: 1280, height: 720 } },
  'phone 390×844': { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
} as const;

const links = { '': '', 'reconstruction, ': '#v=1&scene=reconstruction' } as const;

async function visit(browser: Browser, base: string, link: string, options: object) {
  const page = await openPageAt(browser, link, { base, before: watchDrawing, until: 'commit', ...options });
  await page.waitForFunction(
    () => (globalThis as unknown as { koubaiDrawn: DrawnFrames }).koubaiDrawn.first.length === 2,
  );
  const found = await page.evaluate(() => {
    const [, ms = NaN] = (globalThis as unknown as { koubaiDrawn: DrawnFrames }).koubaiDrawn.first;
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const before = entries.filter(({ responseEnd, name }) => responseEnd <= ms && name.endsWith('.js'));
    return { ms, scripts: before.map(({ name }) => name) };
  });
  // The sentence beside the picture has its first computed figure: reconstruction's answer is there.
  const told = await page.waitForFunction(
    () => /\d/.test(document.querySelector('strong.live')?.textContent ?? '') && performance.now(),
  );
  const answered = (await told.jsonValue()) as number;
  await page.context().close();
  return { ...found, answered };
}

/** Seconds and gzip bytes of JavaScript until the second frame that WebGL drew, from a local server and without a cache. */
const bench: Bench = async (report, { serveApp }) => {
  const base = await serveApp();
  const browser = await launchChromium();
  const pages = Object.entries(links).flatMap(([scene, link]) =>
    Object.entries(viewports).map(([name, options]) => ({ name: `${scene}${name}`, link, options })),
  );
  for (const { name, link, options } of pages) {
    const found: Awaited<ReturnType<typeof visit>>[] = [];
    for (let i = 0; i < visits; i++) found.push(await visit(browser, base, link, options));
    const scripts = [...new Set(found.flatMap((one) => one.scripts))];
    const bodies = await Promise.all(scripts.map(async (url) => (await fetch(url)).arrayBuffer()));
    const bytes = bodies.reduce((sum, body) => sum + gzipSync(Buffer.from(body), { level: 9 }).length, 0);
    report(`first moving picture, ${name}`, {
      seconds: median(found.map(({ ms }) => ms)) / 1000,
      'first figure, seconds': median(found.map(({ answered }) => answered)) / 1000,
      'JavaScript kB (gzip)': bytes / 1000,
      scripts: scripts.map((url) => url.replace(/.*\/|-[\w-]{8}\.js$/g, '')).join(' '),
    });
  }
  await browser.close();
};
export default bench;
