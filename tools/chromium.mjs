/** Chromium as the tests and the tools here start it. */
import { resolve } from 'node:path';
import { ensureBuild, ensureChromium, ensureModules, findChromium, root, Unmet } from './ensure.mjs';
import { createServer, listen } from './serve.mjs';

/** It asks nobody but our own server. */
const quietFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** @param {readonly string[]} [flags] */
export async function launchChromium(flags = []) {
  const executablePath = findChromium();
  if (executablePath === null) throw new Unmet('There is no Chromium: `npm test` installs it, or says how');
  const { chromium } = await import('playwright-core');
  return chromium.launch({ executablePath, headless: true, args: [...quietFlags, ...flags] });
}

/**
 * Brings in what is missing, serves the built page, and takes both down again when `use` is done.
 * @param {{ readonly dist: string | undefined, readonly flags?: readonly string[] }} options `dist`: another build than ours
 * @param {(browser: import('playwright-core').Browser, address: string) => Promise<void>} use `address` ends in a slash
 */
export async function withBuiltPage({ dist, flags = [] }, use) {
  await ensureModules();
  await ensureChromium();
  if (dist === undefined) await ensureBuild();
  const server = createServer({ root: resolve(root, dist ?? 'dist') });
  const port = await listen(server, 0);
  const browser = await launchChromium(flags);
  try {
    await use(browser, `http://localhost:${port}/`);
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}
