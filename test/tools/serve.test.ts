import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServer, listen } from '../../tools/serve.mjs';

const script = 'export const answer = 42;\n'.repeat(100);
const home = mkdtempSync(join(tmpdir(), 'koubai-serve-'));
const root = join(home, 'dist');
const server = createServer({ root, base: '/lab/' });
let port = 0;

beforeAll(async () => {
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(root, '.vite'));
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'assets/index-D8kS7TIF.js'), script);
  writeFileSync(join(root, 'assets/data.bin'), Buffer.alloc(1000));
  writeFileSync(join(root, '.vite/manifest.json'), '{}');
  writeFileSync(join(home, 'secret.txt'), 'secret');
  symlinkSync(join(home, 'secret.txt'), join(root, 'link.txt'));
  port = await listen(server, 0);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(home, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** Plain HTTP: `fetch` would tidy the path up and unpack the body. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: 'localhost', port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

test('the base serves the page, and without its slash leads to it with the query kept', async () => {
  const page = await ask('/lab/?v=1');
  expect([page.status, page.body.toString(), page.headers['content-type'], page.headers['cache-control']]).toEqual([
    200,
    '<!doctype html>',
    'text/html; charset=utf-8',
    'no-cache',
  ]);
  const bare = await ask('/lab?v=1');
  expect([bare.status, bare.headers['location']]).toEqual([301, '/lab/?v=1']);
});

test.each([
  ['/', 404],
  ['/lab/missing.js', 404],
  ['/lab/assets', 404],
  ['/lab/assets/', 404],
  ['/lab/.vite/manifest.json', 404],
  ['/lab/../secret.txt', 404],
  ['/lab/%2e%2e/secret.txt', 404],
  ['/lab/..%2fsecret.txt', 404],
  ['/lab/..%5csecret.txt', 404],
  ['/lab/link.txt', 404],
  ['/lab/index.html%00.js', 404],
  ['/lab/%E0%A4%A', 400],
  ['/labx/', 404],
])('%s answers %i under the policy', async (path, status) => {
  const answer = await ask(path);
  expect(answer.status).toBe(status);
  expect(answer.headers['content-security-policy']).toMatch(/^default-src 'self';/);
  expect(answer.body.toString()).not.toMatch(/secret|42/);
});

test('a hashed script is compressed as the client asks, and cached for ever', async () => {
  const path = '/lab/assets/index-D8kS7TIF.js';
  const [br, gzip, plain, refused] = await Promise.all([
    ask(path, { 'Accept-Encoding': 'gzip, deflate, br' }),
    ask(path, { 'Accept-Encoding': 'gzip' }),
    ask(path),
    ask(path, { 'Accept-Encoding': 'br;q=0, gzip;q=0' }),
  ]);
  expect(br.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(br.body).toString()).toBe(script);
  expect(gzip.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(gzip.body).toString()).toBe(script);
  for (const answer of [plain, refused]) {
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.body.toString()).toBe(script);
  }
  for (const answer of [br, gzip, plain]) {
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-length']).toBe(String(answer.body.length));
    expect(answer.headers['vary']).toBe('Accept-Encoding');
    expect(answer.headers['content-type']).toBe('text/javascript; charset=utf-8');
  }
});

test('a known tag answers 304, HEAD sends no body, other methods are refused', async () => {
  const first = await ask('/lab/assets/data.bin');
  expect([first.status, first.body.length]).toEqual([200, 1000]);
  const again = await ask('/lab/assets/data.bin', { 'If-None-Match': String(first.headers['etag']) });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  const head = await ask('/lab/assets/data.bin', {}, 'HEAD');
  expect([head.status, head.body.length, head.headers['content-length']]).toEqual([200, 0, '1000']);
  const post = await ask('/lab/', {}, 'POST');
  expect([post.status, post.headers['allow']]).toEqual([405, 'GET, HEAD']);
});

test('isolation can be left out, and a taken port leads to the next', async () => {
  const plain = createServer({ root, isolated: false });
  const next = await listen(plain, port);
  try {
    expect(next).toBeGreaterThan(port);
    const { headers } = await fetch(`http://localhost:${next}/`);
    expect(headers.get('cross-origin-embedder-policy')).toBeNull();
    expect(headers.get('content-security-policy')).toMatch(/^default-src/);
  } finally {
    plain.closeAllConnections();
    plain.close();
  }
});
