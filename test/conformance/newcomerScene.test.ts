import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../tools/ensure.mjs';
import { linesOfNewcomer, scratchWithScene } from './newcomerScene.ts';

/* Whoever adds a scene adds a folder and one line in src/app/scenes.ts. What only a browser shows of it: test/browser/newcomer.test.ts. */

const LIMIT = 120_000;
let scratch: ReturnType<typeof scratchWithScene>;
beforeAll(() => {
  scratch = scratchWithScene();
}, LIMIT);
afterAll(() => scratch.remove());

function run(script: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(scratch.folder, script), ...args], {
    cwd: scratch.folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}:\n${stdout}\n${stderr}`);
  return stdout;
}

test('the whole scene has fewer than 120 lines', () => {
  expect(linesOfNewcomer()).toBeLessThan(120);
});

test('it compiles with the rest, its words typed', { timeout: LIMIT }, () => {
  // What tsc knows of this checkout, where it has been here: then it looks at what is new alone.
  const known = join(root, 'node_modules/.cache/tsc');
  if (existsSync(known))
    cpSync(known, join(scratch.folder, 'node_modules/.cache/tsc'), { recursive: true, preserveTimestamps: true });
  run('node_modules/typescript/bin/tsc', '-b', 'tsconfig.app.json');
});

test('conformance walks it', { timeout: LIMIT }, () => {
  const report = join(scratch.folder, 'node_modules/report.json');
  const filter = ['-t', 'the scene newcomer'];
  const file = 'test/conformance/scenes.test.ts';
  run(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'unit',
    file,
    ...filter,
    '--reporter=json',
    `--outputFile=${report}`,
  );
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
  expect(numFailedTests).toBe(0);
  expect(numPassedTests).toBeGreaterThanOrEqual(8);
});

test('the README lists it, the documentation has its link key and its keys', { timeout: LIMIT }, () => {
  run('tools/docs.mjs');
  const page = (name: string) => readFileSync(join(scratch.folder, name), 'utf8');
  expect(page('README.md')).toMatch(/\| Newcomer +\| `#v=1&scene=newcomer` +\|/);
  expect(page('README.ja.md')).toMatch(/\| 新入り +\| `#v=1&scene=newcomer` +\|/);
  expect(page('docs/links.md')).toMatch(/### Newcomer\n\n`#v=1&scene=newcomer`[^#]+\| `n` +\|/);
});
