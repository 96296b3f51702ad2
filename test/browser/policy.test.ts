import { expect, inject, test } from 'vitest';
import { createServer, listen } from '../../tools/serve.mjs';
import { closePage, complaints, expectClean, openPage, useBrowser } from './harness.ts';

const browser = useBrowser();

// Written out once more on purpose: the product's only policy changes by decision, not by accident.
const policy =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self' blob:; " +
  "img-src 'self' data: blob:; style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** Serves the build in another way for the length of `visit`. */
async function served(
  options: Omit<Parameters<typeof createServer>[0], 'root'>,
  visit: (address: string) => Promise<void>,
): Promise<void> {
  const server = createServer({ root: inject('appRoot'), ...options });
  const port = await listen(server, 0);
  try {
    await visit(`http://localhost:${port}${options.base ?? '/'}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** The picture is there and everything that arrives after it has arrived: an empty page would be as free of errors as a working one. */
async function everythingIsThere(page: Awaited<ReturnType<typeof openPage>>): Promise<void> {
  await page.locator('canvas').first().waitFor();
  await page.waitForLoadState('networkidle');
}

test('the page, its scripts and a missing file are all sent under the exact policy and isolated', async () => {
  const html = await (await fetch(inject('appUrl'))).text();
  const script = /<script[^>]* src="\.\/(assets\/[^"]+\.js)"/.exec(html)?.[1];
  expect(script).toBeDefined();
  const answers = await Promise.all(['', script!, 'assets/missing.js'].map((path) => fetch(inject('appUrl') + path)));
  expect(answers.map((answer) => answer.status)).toEqual([200, 200, 404]);
  for (const { headers } of answers) {
    expect(headers.get('content-security-policy')).toBe(policy);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
});

test('the document holds no inline script, style or handler and names no other origin', async () => {
  const html = await (await fetch(inject('appUrl'))).text();
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|(?:src|href)="(?:https?:)?\/\//);
});

test('the page loads clean and isolated', async () => {
  const page = await openPage(browser());
  await everythingIsThere(page);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  expectClean(page);
  await closePage(page);
});

test('the page loads clean under a sub-path', async () => {
  await served({ base: '/some/sub/path/' }, async (base) => {
    const page = await openPage(browser(), '', { base });
    await everythingIsThere(page);
    expectClean(page);
    await closePage(page);
  });
});

test('the page loads clean on a plain host that does not isolate', async () => {
  await served({ isolated: false }, async (base) => {
    const page = await openPage(browser(), '', { base });
    await everythingIsThere(page);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
    expectClean(page);
    await closePage(page);
  });
});

test('the harness sees inline code, eval, a console error, a missing file and another origin', async () => {
  const page = await openPage(browser());
  await everythingIsThere(page);
  const origin = new URL(inject('appUrl')).origin.replace('localhost', '127.0.0.1');
  const evaluated = await page.evaluate(async (other) => {
    const inline = document.createElement('script');
    inline.textContent = 'globalThis.inlineRan = true';
    document.head.append(inline);
    console.error('said aloud');
    await fetch('no-such-file').catch(() => null);
    await fetch(`${other}/icon.svg`).catch(() => null);
    return 'inlineRan' in globalThis;
  }, origin);
  expect(evaluated).toBe(false);
  const script = await page.evaluate(() => {
    const url = URL.createObjectURL(new Blob(['postMessage(typeof eval("1"))'], { type: 'text/javascript' }));
    return new Promise<string>((resolve) => {
      const worker = new Worker(url);
      worker.onerror = (event) => resolve(event.message);
      worker.onmessage = ({ data }) => resolve(String(data));
    });
  });
  expect(script).toMatch(/EvalError/);
  await expect.poll(() => complaints(page).join('\n')).toMatch(/policy violation: script-src-elem blocked inline/);
  const seen = complaints(page).join('\n');
  expect(seen).toMatch(/console error: said aloud/);
  expect(seen).toMatch(/status 404: .*no-such-file/);
  expect(seen).toMatch(/policy violation: connect-src blocked http:\/\/127\.0\.0\.1/);
  await closePage(page);
});
