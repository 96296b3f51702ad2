/**
 * `npm test`, the only command on a fresh clone: brings in what is missing, runs every check, and ends with the line
 * `N passed, N failed`. `--quick` (npm run check) leaves out what needs a build or a browser.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, ensureModules, requireNode, root, runTool } from './ensure.mjs';
import { runSteps, slowest, tally } from './steps.mjs';

const bin = (/** @type {string} */ path) => join(root, 'node_modules', path);
const cache = (/** @type {string} */ name) => join('node_modules/.cache', name);

/** @param {string} reports the folder that vitest writes its JSON into */
function allSteps(reports) {
  /** @type {(project: string) => Pick<import('./steps.mjs').Step, 'command' | 'report'>} */
  const vitest = (project) => {
    const report = join(reports, `${project}.json`);
    const own = ['secondAttempts', 'fileTimes'].map((name) => join(root, `test/${name}.ts`));
    const reporters = ['default', 'json', ...own];
    const output = [...reporters.map((reporter) => `--reporter=${reporter}`), `--outputFile.json=${report}`];
    return { command: [bin('vitest/vitest.mjs'), 'run', '--project', project, ...output], report };
  };
  /** @type {import('./steps.mjs').Step[]} */
  const steps = [
    { name: 'types', command: [bin('typescript/bin/tsc'), '-b'], idle: true },
    {
      name: 'lint',
      idle: true,
      command: [bin('eslint/bin/eslint.js'), '.', '--max-warnings=0', '--cache', '--cache-location', cache('eslint/')],
    },
    {
      name: 'format',
      idle: true,
      command: [bin('prettier/bin/prettier.cjs'), '--check', '.', '--cache', '--cache-location', cache('prettier')],
    },
    { name: 'layers', command: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), 'src', 'scenes'], idle: true },
    { name: 'dead code', command: [bin('knip/bin/knip.js')], idle: true },
    { name: 'unit and conformance tests', ...vitest('unit') },
    { name: 'build', command: [join(root, 'tools/build.mjs')], thorough: true },
    { name: 'size budgets', command: [bin('size-limit/bin.js')], thorough: true, after: ['build'], show: true },
    // Last, and alone but for what is idle: pictures are drawn by software here, and what they time is real.
    {
      name: 'browser tests',
      ...vitest('browser'),
      thorough: true,
      after: ['build'],
      alone: true,
      say: /^passed at the second attempt: .+$/gm,
    },
  ];
  return steps;
}

runTool(async () => {
  requireNode();
  const quick = process.argv.includes('--quick');
  await ensureModules();
  if (!quick) await ensureChromium();
  mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
  const reports = mkdtempSync(join(root, 'node_modules/.cache/reports-'));
  try {
    const outcomes = await runSteps(
      allSteps(reports).filter((step) => !quick || !step.thorough),
      { cwd: root, atOnce: 2 },
    );
    process.stdout.write(`slowest test files:\n${slowest(outcomes, 10).replace(/^/gm, '    ')}\n`);
    const { passed, failed, skipped } = tally(outcomes);
    process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
    process.exitCode = failed > 0 ? 1 : 0;
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
});
