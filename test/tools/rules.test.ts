import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from '../../tools/ensure.mjs';
import { scratchCopy } from '../../tools/scratch.mjs';

/** The house rules, each seen to refuse what it is there for. */
const { folder, remove } = scratchCopy(root);
afterAll(remove);
// Only the rules and what offends them: three tools would read all else for nothing.
for (const name of ['src', 'scenes', 'shaders', 'test', 'tools']) rmSync(join(folder, name), { recursive: true });

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

function run(script: string, ...args: string[]): { code: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'node_modules', script), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });
  return { code: status, out: stdout + stderr };
}

test('the layer check refuses each kind of import that points the wrong way', () => {
  write('src/surfaces/index.ts', 'export const surfaces = {};\n');
  write('test/tools/rules.test.ts', 'export {};\n');
  write('src/math/zz.ts', "import '../surfaces/index.ts';\nimport 'three';\n");
  write('src/optimizers/zz.ts', "import { surfaces } from '../surfaces/index.ts';\nexport const zz = surfaces;\n");
  write('src/jobs/zz.ts', "import '../runs/zz.ts';\nimport 'gpu.js';\n");
  write('src/runs/zz.ts', "import '../view/zz.ts';\n");
  write('src/view/zz.ts', "import '../../scenes/zz/index.ts';\nimport '../app/zz.ts';\nimport 'node:fs';\n");
  write('src/app/zz.ts', "import '../../test/tools/rules.test.ts';\nimport 'commander';\nimport './zz2.ts';\n");
  write('src/app/zz2.ts', "import './zz.ts';\nimport 'leva';\nimport '../../shaders/zz.glsl?raw';\n");
  write('src/state/zz.ts', "import 'react';\nimport './not-there.ts';\n");
  write('scenes/zz/index.ts', "import '../optimizers/zz.ts';\n");
  write('scenes/optimizers/zz.ts', 'export {};\n');
  write('shaders/zz.glsl', 'void main() {}\n');
  const { code, out } = run('dependency-cruiser/bin/dependency-cruise.mjs', 'src', 'scenes');
  expect(code).not.toBe(0);
  const found = new Set([...out.matchAll(/error ([\w-]+): [^\n]*zz/g)].map(([, rule]) => rule));
  expect([...found].sort()).toEqual(
    [
      'layer-math',
      'three-draws',
      'optimizers-see-types-of-surfaces-only',
      'layer-jobs',
      'gpu-js-behind-gpu',
      'layer-runs',
      'layer-view',
      'only-app-sees-scenes',
      'nobody-sees-app',
      'node-only-in-cli',
      'product-sees-no-tool-or-test',
      'commander-is-the-command-line',
      'no-cycle',
      'leva-is-the-panel',
      'shaders-are-drawn-by-view',
      'react-in-what-is-seen',
      'no-unresolvable',
      'no-scene-sees-another',
    ].sort(),
  );
}, 180_000);

test('lint refuses chance and clocks in pure layers, allocation in frames, and code made of strings', () => {
  const pure = 'export const a = Math.random() + Date.now() + performance.now();\nconsole.log(globalThis);\n';
  write('src/trace/zz.ts', pure);
  write(
    'src/view/zzFrame.tsx',
    `import { useFrame } from '@react-three/fiber';
import { Vector3 } from 'three';
const at = new Vector3();
export function Zz() {
  useFrame(() => {
    at.add(new Vector3(1, 0, 0)).add(at.clone());
  });
  return null;
}
export const made = new Function('return 1') as () => number;
export const run = (text: string): unknown => eval(text);
`,
  );
  const { code, out } = run('eslint/bin/eslint.js', 'src/trace/zz.ts', 'src/view/zzFrame.tsx', '--format', 'json');
  expect(code).toBe(1);
  const found = (JSON.parse(out) as { messages: { line: number; ruleId: string; message: string }[] }[]).map((file) =>
    file.messages.map(({ line, ruleId, message }) => `${line} ${ruleId} ${message}`).join('\n'),
  );
  expect(found[0]).toMatch(/1 no-restricted-properties .*seeded/);
  for (const name of ['Date', 'performance', 'console', 'globalThis']) {
    expect(found[0]).toMatch(new RegExp(`no-restricted-globals Unexpected use of '${name}'`));
  }
  expect(found[1]).toMatch(/6 no-restricted-syntax A frame allocates nothing\.\n/);
  expect(found[1]).toMatch(/6 no-restricted-syntax A frame allocates nothing: copy/);
  expect(found[1]).toMatch(/10 no-restricted-syntax The policy forbids it/);
  expect(found[1]).toMatch(/11 no-eval/);
}, 180_000);

test('the pure layers do not type-check with a platform in them', () => {
  write('src/params/zz.ts', 'export const at = document.title + new URL("x:y").href + String(process);\n');
  const { code, out } = run('typescript/bin/tsc', '-b', 'tsconfig.pure.json');
  expect(code).not.toBe(0);
  for (const name of ['document', 'URL', 'process']) {
    expect(out).toMatch(new RegExp(`src/params/zz\\.ts.*Cannot find name '${name}'`));
  }
}, 180_000);
