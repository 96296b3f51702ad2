import { spawn } from 'node:child_process';
import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../../tools/ensure.mjs';
import { scratchCopy } from '../../tools/scratch.mjs';

const { folder, remove } = scratchCopy(root);
afterAll(remove);
const builds = join(folder, 'node_modules/.cache/koubai');

function list(): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['tools/koubai.mjs', 'list', '--json'], { cwd: folder });
  let out = '';
  let err = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

test('three at once on a cold cache all answer, a change of a source is seen, and nothing half-built is left', async () => {
  expect(existsSync(builds)).toBe(false);
  const answers = await Promise.all([list(), list(), list()]);
  for (const { code, out, err } of answers) {
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toHaveProperty('surfaces');
  }
  expect(readdirSync(builds)).toHaveLength(1);
  appendFileSync(join(folder, 'src/surfaces/bowl.ts'), '\nObject.assign(bowl, { formula: "x^2" });\n');
  const { surfaces } = JSON.parse((await list()).out) as { surfaces: { id: string; formula: string }[] };
  expect(surfaces.find(({ id }) => id === 'bowl')?.formula).toBe('x^2');
  expect(readdirSync(builds)).toHaveLength(2);
}, 180_000);
