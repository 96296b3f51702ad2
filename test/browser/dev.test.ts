import { afterAll, beforeAll, expect, test } from 'vitest';
import { developmentPolicy } from '../../tools/policy.mjs';
import { startDevServer } from './devServer.ts';
import { closePage, expectClean, openPage, useBrowser } from './harness.ts';

const browser = useBrowser();
let dev: Awaited<ReturnType<typeof startDevServer>>;
beforeAll(async () => {
  dev = await startDevServer();
});
afterAll(() => dev.stop());

test('the development server isolates, forbids eval and other origins, and its page loads clean', async () => {
  const { headers } = await fetch(dev.url);
  expect(headers.get('content-security-policy')).toBe(developmentPolicy);
  expect(developmentPolicy).not.toMatch(/'unsafe-eval'|https?:|\*/);
  const page = await openPage(browser(), '', { base: dev.url });
  await page.locator('canvas').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expectClean(page);
  await closePage(page);
});
