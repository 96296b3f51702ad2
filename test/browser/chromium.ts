import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** What Chromium and three say of themselves, without anything being wrong. */
const harmless = [/THREE\.Clock.*deprecated/, /GPU stall due to ReadPixels/];

export interface PageOptions extends BrowserContextOptions {
  /** Address that the path is relative to, with a slash at its end. */
  readonly base: string;
  /** When opening is over: the document's `load` event unless said otherwise. */
  readonly until?: 'load' | 'domcontentloaded' | 'commit';
  /** Runs in the page before any of its scripts. */
  readonly before?: () => void;
  /**
   * Whether WebGL draws on the page's canvases. Without, all else goes on (frames, programs, buffers, camera), only nothing reaches a
   * pixel: drawn by software that is three quarters of all time, and a canvas that is as much as cleared is read back and composed anew,
   * as large as the window. Workers, where kernels compute, draw either way.
   */
  readonly drawn?: boolean;
  /** Edges drawn smooth, as visitors see them; unless asked for they are not: drawn by software that takes a quarter of the drawing. */
  readonly smooth?: boolean;
}

const complaintsOf = new WeakMap<Page, string[]>();

/** What was wrong on a page so far: console and page errors, policy violations, failed and foreign requests. */
export function complaints(page: Page): readonly string[] {
  const list = complaintsOf.get(page);
  if (!list) throw new Error('a page that openPage did not open');
  return list;
}

function watch(page: Page, origin: string, list: string[]): void {
  page.on('console', (message) => {
    const text = message.text();
    // A worker's violations reach no listener, only the console; so warnings count as much as errors.
    if (!['error', 'warning', 'assert'].includes(message.type()) || harmless.some((known) => known.test(text))) return;
    list.push(`console ${message.type()}: ${text}`);
  });
  page.on('pageerror', (error) => list.push(`page error: ${error.message}`));
  page.on('crash', () => list.push('the page crashed'));
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'unknown';
    // What a reload or a closed page no longer waits for.
    if (reason !== 'net::ERR_ABORTED') list.push(`request failed: ${request.url()} (${reason})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) list.push(`status ${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol !== 'data:' && url.protocol !== 'blob:' && url.origin !== origin) {
      list.push(`request to another origin: ${request.url()}`);
    }
  });
}

function withoutSmoothEdges(): void {
  const canvas = HTMLCanvasElement.prototype;
  const getContext = canvas.getContext as (this: HTMLCanvasElement, kind: string, options?: object) => unknown;
  canvas.getContext = function (this: HTMLCanvasElement, kind: string, options?: object) {
    return getContext.call(this, kind, kind.startsWith('webgl') ? { ...options, antialias: false } : options);
  } as typeof canvas.getContext;
}

function withoutDrawing(): void {
  const context = WebGL2RenderingContext.prototype;
  for (const call of ['clear', 'drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced'] as const) {
    context[call] = () => undefined;
  }
}

/**
 * Opens `path` (relative to `base`) in a context of its own and keeps account of all that goes wrong there.
 * `viewport`, `colorScheme`, `locale`, `reducedMotion`, `hasTouch` … are Playwright's context options.
 */
export async function openPageAt(browser: Browser, path: string, options: PageOptions): Promise<Page> {
  const { base, until = 'load', before, drawn = true, smooth = false, ...contextOptions } = options;
  const context = await browser.newContext({ viewport: { width: 1280, height: 720 }, locale: 'en', ...contextOptions });
  const page = await context.newPage();
  const list: string[] = [];
  complaintsOf.set(page, list);
  watch(page, new URL(base).origin, list);
  await page.exposeFunction('koubaiTestViolation', (text: string) => list.push(`policy violation: ${text}`));
  await page.addInitScript(() => {
    const report = (globalThis as unknown as Record<string, (text: string) => void>)['koubaiTestViolation'];
    document.addEventListener('securitypolicyviolation', (event) => {
      report?.(`${event.violatedDirective} blocked ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
  if (!drawn) await page.addInitScript(withoutDrawing);
  if (!smooth) await page.addInitScript(withoutSmoothEdges);
  if (before) await page.addInitScript(before);
  await page.goto(new URL(path, base).href, { waitUntil: until });
  return page;
}

/** Closes a page together with its context. */
export async function closePage(page: Page): Promise<void> {
  await page.context().close();
}
