import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { launchBrowser, openPageAt } from '../browser/chromium.ts';
import { median, type Bench } from './bench.ts';

const visits = 5;
const viewports = {
  'desktop 1280×720': { viewport: { width: 1280, height: 720 } },
  'phone 390×844': { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
} as const;

/** Notes when each animation frame in which WebGL drew something began, up to the second: two frames make a moving picture. */
function noteFrames(): void {
  const frames: number[] = [];
  Object.assign(globalThis, { koubaiFrames: frames });
  const gl = WebGL2RenderingContext.prototype;
  for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const) {
    const original = gl[name] as (this: WebGL2RenderingContext, ...args: never[]) => void;
    const noted = function (this: WebGL2RenderingContext, ...args: never[]): void {
      original.apply(this, args);
      const canvas = this.canvas;
      const shown = canvas instanceof HTMLCanvasElement && canvas.isConnected;
      const now = document.timeline.currentTime as number;
      if (shown && frames.length < 2 && frames.at(-1) !== now) frames.push(now);
    };
    Object.assign(gl, { [name]: noted });
  }
}

async function visit(browser: Browser, base: string, options: object) {
  const page = await openPageAt(browser, '', { base, before: noteFrames, until: 'commit', ...options });
  await page.waitForFunction(() => (globalThis as unknown as { koubaiFrames: number[] }).koubaiFrames.length === 2);
  const { ms, scripts } = await page.evaluate(() => {
    const [, moving = NaN] = (globalThis as unknown as { koubaiFrames: number[] }).koubaiFrames;
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
    const before = entries.filter(({ responseEnd, name }) => responseEnd <= moving && name.endsWith('.js'));
    return { ms: moving, scripts: before.map(({ name }) => name) };
  });
  await page.context().close();
  return { ms, scripts };
}

/** Seconds and gzip bytes of JavaScript until the second frame that WebGL drew, on a local server and without a cache. */
const bench: Bench = async (report, { serveApp }) => {
  const base = await serveApp();
  const browser = await launchBrowser();
  for (const [name, options] of Object.entries(viewports)) {
    const found = [];
    for (let i = 0; i < visits; i++) found.push(await visit(browser, base, options));
    const scripts = [...new Set(found.flatMap((one) => one.scripts))];
    const bodies = await Promise.all(scripts.map(async (url) => (await fetch(url)).arrayBuffer()));
    const bytes = bodies.reduce((sum, body) => sum + gzipSync(Buffer.from(body), { level: 9 }).length, 0);
    report(`first moving picture, ${name}`, {
      seconds: median(found.map(({ ms }) => ms)) / 1000,
      'JavaScript kB (gzip)': bytes / 1000,
      scripts: scripts.map((url) => url.replace(/.*\/|-[\w-]{8}\.js$/g, '')).join(' '),
    });
  }
  await browser.close();
};
export default bench;
