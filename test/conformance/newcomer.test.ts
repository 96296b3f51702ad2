import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root } from '../../tools/ensure.mjs';
import type { PlainRun } from '../cli/koubai.ts';
import { fileOf, newcomers, registryWith, type NewcomerId } from './newcomer/recipe.ts';
import { linesOfNewcomer, scratchWithScene } from './newcomerScene.ts';

/*
 * Whoever adds an optimizer, a surface or a registration method adds one file and its entry in one registry, whoever adds a scene a folder and one line in
 * src/app/scenes.ts. This does so, in a scratch checkout, and finds the newcomers everywhere; what only a browser shows of the scene:
 * test/browser/newcomer.test.ts.
 */

const id = 'qhadam';
/** The compiler alone takes half a minute of one core, and more on a busy machine. */
const LIMIT = 240_000;
let scratch: ReturnType<typeof scratchWithScene>;

/** Runs a tool of the scratch checkout; its standard output. */
function run(script: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(scratch.folder, script), ...args], {
    cwd: scratch.folder,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${script} ended with ${status}:\n${stdout}\n${stderr}`);
  return stdout;
}

beforeAll(() => {
  scratch = scratchWithScene();
  for (const newcomer of Object.keys(newcomers) as NewcomerId[]) {
    const folder = join(scratch.folder, 'src', newcomers[newcomer].folder);
    writeFileSync(join(folder, `${newcomer}.ts`), fileOf(newcomer));
    const registry = readFileSync(join(folder, 'index.ts'), 'utf8');
    const grown = registryWith(newcomer, registry);
    expect(grown.split('\n').length).toBe(registry.split('\n').length + 2);
    writeFileSync(join(folder, 'index.ts'), grown);
  }
}, LIMIT);
afterAll(() => scratch.remove());

test('the whole scene has fewer than 120 lines', () => {
  expect(linesOfNewcomer()).toBeLessThan(120);
});

test('nothing else has to change for the compiler, which knows the words of the scene', { timeout: LIMIT }, () => {
  run('node_modules/typescript/bin/tsc', '-b');
});

test(
  'the command line lists them, the new optimizer with a learning rate for every surface',
  { timeout: LIMIT },
  () => {
    const { surfaces, optimizers, methods } = JSON.parse(run('tools/koubai.mjs', 'list', '--json')) as {
      methods: readonly { readonly id: string; readonly takes: readonly string[] }[];
      surfaces: readonly { readonly id: string; readonly learningRates: Readonly<Record<string, number>> }[];
      optimizers: readonly { readonly id: string }[];
    };
    expect(optimizers.find((one) => one.id === id)).toMatchObject({
      id,
      semantics: ['paper'],
      params: ['lr', 'beta1', 'beta2', 'eps'],
    });
    expect(methods).toContainEqual({ id: 'icp-trimmed', takes: ['kernel', 'search', 'maxIterations'] });
    expect(surfaces.at(-1)).toMatchObject({ id: 'zakharov', steps: 100 });
    for (const { learningRates } of surfaces) expect(learningRates[id]).toBeGreaterThan(0.01);
  },
);

test('the command line runs it, as a plain loop of its paper’s equation 15 does', () => {
  const flags = ['--surface', 'x^2/20 + y^2', '--optimizer', id, '--lr', '0.1', '--start=-7,2', '--steps', '100'];
  const { points, semantics } = JSON.parse(run('tools/koubai.mjs', 'optimize', ...flags, '--json')) as PlainRun;
  expect(semantics).toBe('paper');
  const at = Float64Array.of(-7, 2);
  const m = new Float64Array(2);
  const v = new Float64Array(2);
  for (let t = 1; t <= 100; t++) {
    const g = [at[0]! / 10, 2 * at[1]!] as const;
    for (const k of [0, 1] as const) {
      m[k] = 0.9 * m[k]! + 0.1 * g[k];
      v[k] = 0.999 * v[k]! + 0.001 * g[k] * g[k];
      const ahead = 0.3 * g[k] + (0.7 * m[k]) / (1 - 0.9 ** t);
      at[k]! -= (0.1 * ahead) / (Math.sqrt(v[k] / (1 - 0.999 ** t)) + 1e-8);
    }
    // A hundred steps of the same float64 arithmetic in another order; 1 − β₂ alone differs by 4e-14 relatively.
    expect(Math.hypot(points[t]![0] - at[0]!, points[t]![1] - at[1]!)).toBeLessThan(1e-10);
  }
});

test('the command line registers by the new method', () => {
  const clouds = ['source', 'target'].map((role) => join(root, `assets/clouds/lidar-${role}.ply`));
  const flags = ['--method', 'icp-trimmed', '--voxel', '1', '--json'];
  const { verdict, converged } = JSON.parse(run('tools/koubai.mjs', 'register', ...clouds, ...flags)) as {
    verdict: string;
    converged: boolean;
  };
  expect([verdict, converged]).toEqual(['good', true]);
});

test('panel, links and swarm know them, and the conformance suites test them', { timeout: LIMIT }, () => {
  const seen = ['seen', 'seenMethod'].map((name) => `test/conformance/newcomer/${name}`);
  for (const name of seen) copyFileSync(join(scratch.folder, `${name}.ts`), join(scratch.folder, `${name}.test.ts`));
  const report = join(scratch.folder, 'node_modules/report.json');
  const suites = ['optimizers', 'surfaces', 'registration', 'scenes'].map((name) => `test/conformance/${name}.test.ts`);
  const files = [...seen.map((name) => `${name}.test.ts`), ...suites];
  // The newcomers, those whom they are compared with below, and what goes through a whole registry; the others are tested by the suites themselves.
  const those = ['qhadam', 'zakharov', 'icp-trimmed', 'newcomer', 'lion', 'gicp', 'the scene sdm'];
  const throughAll = ['seen in', 'moves as well', 'all its memory', 'the registry', 'each optimizer'];
  run(
    'node_modules/vitest/vitest.mjs',
    'run',
    '--project',
    'unit',
    ...files,
    `--testNamePattern=${[...those, ...throughAll].join('|')}`,
    '--reporter=json',
    `--outputFile=${report}`,
  );
  const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: readonly {
      readonly assertionResults: readonly {
        readonly title: string;
        readonly fullName: string;
        readonly status: string;
      }[];
    }[];
  };
  const results = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status !== 'skipped');
  expect(testResults).toHaveLength(files.length);
  expect(results.filter(({ status }) => status !== 'passed')).toEqual([]);
  expect(results.filter(({ title }) => title.startsWith('seen in'))).toHaveLength(5);
  expect(results.filter(({ title }) => title.startsWith('moves as well as its neighbours'))).toHaveLength(23);
  // As many as for Lion, which has one semantics too.
  const about = (name: string) => results.filter(({ title }) => title.startsWith(`${name} `)).length;
  expect(about(id)).toBe(about('lion'));
  expect(about(id)).toBeGreaterThan(8);
  // As many as for GICP, which is a member of the same family.
  const of = (method: string) => results.filter(({ fullName }) => fullName.startsWith(`${method} `)).length;
  expect(of('icp-trimmed')).toBe(of('gicp'));
  expect(of('icp-trimmed')).toBeGreaterThan(6);
  const walked = results.filter(({ fullName }) => fullName.startsWith('the scene newcomer ')).length;
  expect(walked).toBe(results.filter(({ fullName }) => fullName.startsWith('the scene sdm ')).length);
  expect(walked).toBeGreaterThan(7);
});

test('the README lists the scene, the documentation has its link key and its keys', { timeout: LIMIT }, () => {
  run('tools/docs.mjs');
  const page = (name: string) => readFileSync(join(scratch.folder, name), 'utf8');
  expect(page('README.md')).toMatch(/\| Newcomer +\| `#v=1&scene=newcomer` +\|/);
  expect(page('README.ja.md')).toMatch(/\| 新入り +\| `#v=1&scene=newcomer` +\|/);
  expect(page('docs/links.md')).toMatch(/### Newcomer\n\n`#v=1&scene=newcomer`[^#]+\| `n` +\|/);
});
