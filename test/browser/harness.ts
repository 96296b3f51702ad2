import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { launchChromium } from '../../tools/chromium.mjs';
import { complaints, openPageAt, type PageOptions } from './chromium.ts';

export { closePage, complaints } from './chromium.ts';

/** The Chromium of this worker, which runs one test file after another (vitest.config.ts). */
let shared: Promise<Browser> | null = null;

async function sharedChromium(): Promise<Browser> {
  const running = await shared;
  if (running?.isConnected()) return running;
  shared = launchChromium();
  return shared;
}

/** Chromium for the tests around it: with flags one of their own, else the worker's, whose pages are closed after them. */
export function useBrowser(flags: readonly string[] = []): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await (flags.length > 0 ? launchChromium(flags) : sharedChromium());
  });
  afterAll(async () => {
    if (flags.length > 0) return browser?.close();
    // What a failed test left open: a page of its own each.
    await Promise.all(browser?.contexts().map((context) => context.close()) ?? []);
  });
  return () => {
    if (!browser) throw new Error('the browser runs only inside tests');
    return browser;
  };
}

/**
 * Opens `path` of the minified build under the policy, unless `base` names another address; see `openPageAt`. Nothing is drawn by WebGL
 * unless the test asks for it (`drawn`, `smooth`): only those that look at pixels need it.
 */
export function openPage(browser: Browser, path = '', options: Partial<PageOptions> = {}): Promise<Page> {
  return openPageAt(browser, path, { base: inject('appUrl'), drawn: options.smooth === true, ...options });
}

/** Fails when anything went wrong on the page so far, except what `expected` allows by name. */
export function expectClean(page: Page, expected: readonly RegExp[] = []): void {
  expect(complaints(page).filter((text) => !expected.some((known) => known.test(text)))).toEqual([]);
}
