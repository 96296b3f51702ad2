import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { launchChromium } from '../../tools/chromium.mjs';
import { complaints, openPageAt, type PageOptions } from './chromium.ts';

export { closePage, complaints } from './chromium.ts';

/** One Chromium for the test file that calls this: started before its tests, closed after them. */
export function useBrowser(flags: readonly string[] = []): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchChromium(flags);
  });
  afterAll(async () => {
    await browser?.close();
  });
  return () => {
    if (!browser) throw new Error('the browser runs only inside tests');
    return browser;
  };
}

/** Opens `path` of the minified build under the policy, unless `base` names another address; see `openPageAt`. */
export function openPage(browser: Browser, path = '', options: Partial<PageOptions> = {}): Promise<Page> {
  return openPageAt(browser, path, { base: inject('appUrl'), ...options });
}

/** Fails when anything went wrong on the page so far, except what `expected` allows by name. */
export function expectClean(page: Page, expected: readonly RegExp[] = []): void {
  expect(complaints(page).filter((text) => !expected.some((known) => known.test(text)))).toEqual([]);
}
