import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root as checkout } from '../../tools/ensure.mjs';

/* The server of `npm start` died of a file that it could not read, or of too many open ones: the error of a read stream was nobody's. */

const root = mkdtempSync(join(tmpdir(), 'koubai-lives-'));
/** More than what sockets hold by themselves, so that an answer is on its way when the visitor leaves. */
const LARGE = 8_000_000;
/** Fewer than the requests at once: sockets and files then run out together. */
const DESCRIPTORS = 200;

let server: ChildProcess;
let port = 0;
let said = '';

beforeAll(async () => {
  mkdirSync(join(root, 'assets'));
  writeFileSync(join(root, 'index.html'), '<!doctype html>');
  writeFileSync(join(root, 'assets/large.bin'), Buffer.alloc(LARGE, 1));
  writeFileSync(join(root, 'assets/small.js'), 'export {};\n');
  symlinkSync(join(root, 'nowhere.bin'), join(root, 'assets/dangling.bin'));
  symlinkSync(join(root, 'assets/loop.bin'), join(root, 'assets/loop.bin'));
  mkdirSync(join(root, 'assets/folder.bin'));
  expect(spawnSync('mkfifo', [join(root, 'assets/fifo.bin')]).status).toBe(0);
  const served = JSON.stringify(pathToFileURL(join(checkout, 'tools/serve.mjs')).href);
  const script = `
    const { createServer, listen } = await import(${served});
    process.stdout.write(String(await listen(createServer({ root: ${JSON.stringify(root)} }), 0)));
  `;
  server = spawn('bash', [
    '-c',
    `ulimit -n ${DESCRIPTORS} && exec "$0" --input-type=module -e "$1"`,
    process.execPath,
    script,
  ]);
  server.stderr?.on('data', (part: Buffer) => (said += part.toString()));
  port = Number(await new Promise<string>((resolve) => server.stdout?.once('data', (part) => resolve(String(part)))));
});

afterAll(() => {
  server.kill();
  rmSync(root, { recursive: true });
});

/** Status and length of an answer; 0 where the connection broke. `leave`: after so many bytes the visitor is gone. */
function ask(path: string, leave = Infinity): Promise<{ readonly status: number; readonly length: number }> {
  return new Promise((resolve) => {
    let length = 0;
    const broken = () => resolve({ status: 0, length });
    const sent = get({ host: '127.0.0.1', port, path, agent: false }, (response) => {
      response.on('data', (part: Buffer) => {
        length += part.length;
        if (length >= leave) sent.destroy();
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, length }));
      response.on('error', broken);
      response.on('close', broken);
    });
    sent.on('error', broken);
    if (leave === 0) setTimeout(() => sent.destroy(), Math.random() * 20);
  });
}

const lives = async () => {
  expect(await ask('/')).toEqual({ status: 200, length: 15 });
  expect(server.exitCode).toBeNull();
};

test.each(['dangling', 'loop', 'folder', 'fifo', 'missing'])('%s: 404, and the server lives', async (name) => {
  expect((await ask(`/assets/${name}.bin`)).status).toBe(404);
  await lives();
});

test('2,000 requests at once, most of them given up, with too few open files for them: each is answered or broken off', async () => {
  const asked = Array.from({ length: 2000 }, (_, k) => {
    if (k % 4 === 0) return ask('/assets/large.bin', 0);
    if (k % 4 === 1) return ask('/assets/large.bin', 100_000);
    return ask(k % 4 === 2 ? '/assets/small.js' : '/');
  });
  const statuses = new Set((await Promise.all(asked)).map(({ status }) => status));
  expect([...statuses].filter((status) => ![0, 200, 500].includes(status))).toEqual([]);
  await expect.poll(() => ask('/').then(({ status }) => status), { timeout: 10_000 }).toBe(200);
  // Nothing of it is still open: as many again as there are descriptors find theirs, one after another.
  for (let k = 0; k < DESCRIPTORS + 20; k++) expect((await ask('/assets/small.js')).status).toBe(200);
  expect((await ask('/assets/large.bin')).length).toBe(LARGE);
  await lives();
});

test('a file that becomes shorter while it is sent: the answer is broken off, never passed off as whole', async () => {
  const path = join(root, 'assets/shrinks.bin');
  writeFileSync(path, Buffer.alloc(4 * LARGE, 1));
  const reading = new Promise<{ readonly status: number; readonly length: number }>((resolve) => {
    let length = 0;
    const sent = get({ host: '127.0.0.1', port, path: '/assets/shrinks.bin', agent: false }, (response) => {
      truncateSync(path, 10);
      response.on('data', (part: Buffer) => (length += part.length));
      response.on('end', () => resolve({ status: response.complete ? 200 : 0, length }));
      response.on('error', () => resolve({ status: 0, length }));
    });
    sent.on('error', () => resolve({ status: 0, length }));
  });
  const { status, length } = await reading;
  expect(status === 200 ? length : 4 * LARGE).toBe(4 * LARGE);
  expect(said).not.toMatch(/TypeError|Unhandled/);
  await lives();
});
