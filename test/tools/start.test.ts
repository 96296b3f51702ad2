import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../tools/ensure.mjs';
import { scratchCopy } from '../../tools/scratch.mjs';
import { listen } from '../../tools/serve.mjs';

const { folder, remove } = scratchCopy(root);
const started: ChildProcess[] = [];

/** A page of one line, so that its build takes half a second. */
function page(text: string): void {
  mkdirSync(join(folder, 'src/app'), { recursive: true });
  writeFileSync(join(folder, 'src/app/main.tsx'), `document.title = '${text}';\nexport {};\n`);
}

beforeAll(() => page('one'));
afterAll(() => {
  for (const child of started) child.kill();
  remove();
});

async function start(port: number): Promise<{ out: string; err: () => string; address: string; child: ChildProcess }> {
  const child = spawn(process.execPath, ['tools/start.mjs'], { cwd: folder, env: { ...process.env, PORT: `${port}` } });
  started.push(child);
  let out = '';
  let err = '';
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      out += text.toString();
      if (out.includes('\n')) resolve();
    });
    child.once('exit', () => reject(new Error(`start ended: ${err}`)));
  });
  const address = /^[^\n]* (http:\/\/localhost:\d+\/)\n$/.exec(out)?.[1] ?? '';
  return { out, err: () => err, address, child };
}

async function titleAt(address: string): Promise<string> {
  const html = await (await fetch(address)).text();
  const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(html)?.[1] ?? '';
  return (await (await fetch(address + script)).text()).match(/title=[`'"](\w+)/)?.[1] ?? '';
}

test('start builds, prints one line that ends in the address, takes the next port, and builds again only after a change', async () => {
  const other = createServer((_, response) => response.end('not Koubai'));
  const taken = await listen(other, 0);
  try {
    const first = await start(taken);
    expect(first.out).toMatch(/^[^\n]+ http:\/\/localhost:\d+\/\n$/);
    expect(first.address).not.toContain(`:${taken}/`);
    expect(first.err()).toMatch(/Building/);
    expect(await titleAt(first.address)).toBe('one');

    const again = await start(taken);
    expect(again.err()).toBe('');
    expect(again.address).not.toBe(first.address);
    again.child.kill();

    page('two');
    const changed = await start(taken);
    expect(changed.err()).toMatch(/Building/);
    expect(await titleAt(changed.address)).toBe('two');
  } finally {
    other.close();
  }
}, 180_000);

/** Runs `code` in the scratch copy before tools/start.mjs. */
function startAfter(code: string, environment: Record<string, string> = {}) {
  return spawnSync(process.execPath, ['-e', `${code}; import('./tools/start.mjs')`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, ...environment },
  });
}

test('an older Node and a port that is none are each refused in one line', () => {
  const old = startAfter("Object.defineProperty(process.versions, 'node', { value: '20.18.3' })");
  expect([old.status, old.stdout]).toEqual([1, '']);
  expect(old.stderr).toMatch(/^Koubai needs Node\.js 20\.19 or newer; this is 20\.18\.3[^\n]*\n$/);
  const port = startAfter('', { PORT: 'http' });
  expect([port.status, port.stdout]).toEqual([1, '']);
  expect(port.stderr).toMatch(/^PORT must be [^\n]*"http"\n$/);
});

test('packages are installed when the lockfile asks for others than are there', () => {
  // A stand-in for npm that notes how it was called, so that the test needs no network.
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, 'npm'), `#!/bin/sh\necho "$@" > '${join(folder, 'called')}'\nexit 1\n`);
  chmodSync(join(bin, 'npm'), 0o755);
  const lock = join(folder, 'package-lock.json');
  const original = readFileSync(lock, 'utf8');
  const parsed = JSON.parse(original);
  parsed.packages['node_modules/react'].version = '0.0.1';
  writeFileSync(lock, JSON.stringify(parsed));
  const { status, stdout, stderr } = startAfter('', { PATH: `${bin}:${process.env['PATH'] ?? ''}` });
  writeFileSync(lock, original);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toMatch(/^Installing packages[^\n]*\nnpm ci [^\n]* failed \(see above\)\n$/);
  expect(existsSync(join(folder, 'called'))).toBe(true);
  expect(readFileSync(join(folder, 'called'), 'utf8')).toMatch(/^ci /);
});
