/**
 * `npm run mutants [-- part-of-a-name]`: breaks a scratch copy in the ways of test/mutants/*.patch, one at a time, and
 * sees that the test file which each names turns red. Exits with 1 when one survives or does not apply.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureChromium, ensureModules, requireNode, root, runTool, Unmet } from './ensure.mjs';
import { applyMutant, readMutants } from './patches.mjs';
import { scratchCopy } from './scratch.mjs';

const limitMs = 10 * 60_000;

/**
 * @param {string} folder
 * @param {readonly string[]} tests
 * @returns {{ passed: number, failed: string[], output: string }}
 */
function runTests(folder, tests) {
  const report = join(folder, 'node_modules/report.json');
  rmSync(report, { force: true });
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs');
  const args = ['run', ...tests, '--retry=0', '--reporter=json', `--outputFile=${report}`];
  const { stdout, stderr } = spawnSync(process.execPath, [vitest, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: limitMs,
    killSignal: 'SIGKILL',
    maxBuffer: 1 << 26,
  });
  const output = `${stdout}${stderr}`;
  if (!existsSync(report)) return { passed: 0, failed: [], output };
  /** @type {{ testResults: { assertionResults: { status: string, fullName: string }[] }[] }} */
  const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
  const results = testResults.flatMap(({ assertionResults }) => assertionResults);
  return {
    passed: results.filter(({ status }) => status === 'passed').length,
    failed: results.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName),
    output,
  };
}

runTool(async () => {
  requireNode();
  await ensureModules();
  const wanted = process.argv[2] ?? '';
  const mutants = readMutants(join(root, 'test/mutants')).filter(({ name }) => name.includes(wanted));
  if (mutants.length === 0) throw new Unmet(`no mutant in test/mutants has "${wanted}" in its name`);
  if (mutants.some(({ test }) => test.startsWith('test/browser/'))) await ensureChromium();
  const { folder, remove } = scratchCopy(root);
  try {
    for (const mutant of mutants) {
      applyMutant(folder, mutant);
      applyMutant(folder, mutant, { reverse: true });
    }
    const tests = [...new Set(mutants.map(({ test }) => test))];
    for (const test of tests) {
      if (!existsSync(join(folder, test))) throw new Unmet(`there is no test file ${test}`);
      const { passed, failed, output } = runTests(folder, [test]);
      if (failed.length > 0 || passed === 0) throw new Unmet(`${test} fails without any mutant:\n${output}`);
      process.stdout.write(`${test}: ${passed} tests pass unmutated\n`);
    }
    let bad = 0;
    for (const mutant of mutants) {
      applyMutant(folder, mutant);
      const { passed, failed, output } = runTests(folder, [mutant.test]);
      applyMutant(folder, mutant, { reverse: true });
      // A file that does not even load has tested nothing: that is no kill.
      const verdict = failed.length > 0 ? 'killed' : passed > 0 ? 'survived' : 'broken';
      if (verdict !== 'killed') bad += 1;
      process.stdout.write(`${verdict} ${mutant.name}: ${mutant.what}\n`);
      if (verdict === 'killed') process.stdout.write(`    by ${failed[0] ?? ''}\n`);
      if (verdict === 'broken') process.stdout.write(`${output}\n`);
    }
    process.stdout.write(`${mutants.length - bad} killed, ${bad} not killed\n`);
    process.exitCode = bad > 0 ? 1 : 0;
  } finally {
    remove();
  }
});
