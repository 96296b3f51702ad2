import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * @typedef {object} Step one check of `npm test`
 * @property {string} name
 * @property {string[]} command a script and its arguments, run by this Node
 * @property {string} [report] where the command writes vitest's JSON report; its tests count instead of the step
 * @property {string[]} [after] steps that must have passed
 * @property {boolean} [alone] runs when all other steps are done, save idle ones
 * @property {boolean} [idle] takes what the others leave of the processor: at the lowest priority, one such at a time, beside any other
 * @property {boolean} [thorough] left out by --quick
 * @property {boolean} [show] its output is shown even when it passes
 * @property {RegExp} [say] the parts of its output that are shown even when it passes; global
 *
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 * @typedef {{ name: string, seconds: number, output: string, counts: Counts, note: string }} Outcome
 */

const limitMs = 20 * 60_000;

/** @param {number | undefined} pid */
function yieldProcessor(pid) {
  const lowest = constants.priority.PRIORITY_LOW;
  try {
    if (pid === undefined) return;
    setPriority(pid, lowest);
    // Linux shares the processor out among sessions first, and each step is one: without this it would have as much as any other.
    const session = `/proc/${pid}/autogroup`;
    if (existsSync(session)) writeFileSync(session, String(lowest));
  } catch {
    // Ended already, or not allowed here: it is only slower for the others.
  }
}

/**
 * @param {Step} step
 * @param {string} cwd
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function execute({ command, idle = false }, cwd) {
  return new Promise((resolve) => {
    // A process group of its own, so that a step that hangs ends together with the browser it started.
    const child = spawn(process.execPath, command, { cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
    if (idle) yieldProcessor(child.pid);
    let output = '';
    const collect = (/** @type {Buffer} */ chunk) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const end = (/** @type {NodeJS.Signals} */ signal) => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, signal);
    };
    const stop = () => end('SIGTERM');
    process.once('SIGINT', stop).once('SIGTERM', stop);
    const timer = setTimeout(() => {
      output += `\nstopped after ${limitMs / 60_000} minutes\n`;
      end('SIGKILL');
    }, limitMs);
    /** @type {(ok: boolean) => void} */
    const done = (ok) => {
      clearTimeout(timer);
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve({ ok, output });
    };
    child.once('error', (error) => {
      output += String(error);
      done(false);
    });
    child.once('close', (code) => done(code === 0));
  });
}

/**
 * The counts of a vitest run. Whatever went wrong without a failed test (a file that does not load, an unhandled
 * error, no test at all, no report) counts as one failure: nothing passes by not running.
 * @param {string} report path of the JSON report
 * @param {boolean} ok whether vitest ended with 0
 * @returns {Counts}
 */
export function countTests(report, ok) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  /** @type {{ status: string, assertionResults: { status: string }[] }[]} */
  const files = testResults;
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const failed = numFailedTests + broken;
  const silent = failed === 0 && (!ok || numPassedTests === 0) ? 1 : 0;
  return { passed: numPassedTests, failed: failed + silent, skipped: numPendingTests + numTodoTests };
}

/**
 * @param {Step} step
 * @param {string} cwd
 * @returns {Promise<Outcome>}
 */
async function runStep(step, cwd) {
  const begun = Date.now();
  const { ok, output } = await execute(step, cwd);
  const counts =
    step.report === undefined ? { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 } : countTests(step.report, ok);
  const note = step.report === undefined ? '' : `: ${counts.passed} passed, ${counts.failed} failed`;
  return { name: step.name, seconds: (Date.now() - begun) / 1000, output, counts, note };
}

/**
 * Runs all steps, `atOnce` at a time beside an idle one, also when one fails; prints a line for each as it ends, and what a failed one said.
 * @param {readonly Step[]} steps
 * @param {{ cwd: string, atOnce: number, print?: (text: string) => void }} options
 * @returns {Promise<Outcome[]>}
 */
export async function runSteps(steps, { cwd, atOnce, print = (text) => process.stdout.write(text) }) {
  const waiting = [...steps];
  /** @type {Map<string, Outcome>} */
  const done = new Map();
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();

  const runningOf = (/** @type {boolean} */ idle) =>
    steps.filter((step) => running.has(step.name) && !!step.idle === idle);
  /** @param {Step} step */
  const isReady = (step) => {
    if (runningOf(!!step.idle).length >= (step.idle ? 1 : atOnce)) return false;
    const isBefore = (/** @type {Step} */ other) => other !== step && !other.alone && !other.idle;
    if (step.alone && (runningOf(false).length > 0 || waiting.some(isBefore))) return false;
    return (step.after ?? []).every((name) => done.has(name));
  };
  /** @type {(outcome: Outcome, step?: Step) => void} */
  const finish = (outcome, step) => {
    done.set(outcome.name, outcome);
    const good = outcome.counts.failed === 0;
    print(`${good ? '✓' : '✗'} ${outcome.name} ${outcome.seconds.toFixed(1)} s${outcome.note}\n`);
    const told =
      !good || step?.show ? [outcome.output.trim()] : step?.say ? (outcome.output.match(step.say) ?? []) : [];
    for (const text of told) print(text.replace(/^/gm, '    ') + '\n');
  };

  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.find(isReady);
    if (!next) {
      if (running.size === 0)
        throw new Error(`steps wait for ones that are not there: ${waiting.map((s) => s.name).join(', ')}`);
      await Promise.race(running.values());
      continue;
    }
    waiting.splice(waiting.indexOf(next), 1);
    const obstacle = (next.after ?? []).find((name) => (done.get(name)?.counts.failed ?? 0) > 0);
    if (obstacle !== undefined) {
      const counts = { passed: 0, failed: 1, skipped: 0 };
      finish({ name: next.name, seconds: 0, output: `not run: ${obstacle} failed`, counts, note: '' });
      continue;
    }
    const work = runStep(next, cwd).then((outcome) => {
      running.delete(next.name);
      finish(outcome, next);
    });
    running.set(next.name, work);
  }
  return [...done.values()];
}

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {Counts}
 */
export function tally(outcomes) {
  const sum = (/** @type {keyof Counts} */ key) => outcomes.reduce((total, { counts }) => total + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/**
 * The files that took longest, one a line, by what test/fileTimes.ts says in the steps' output.
 * @param {readonly Pick<Outcome, 'output'>[]} outcomes
 * @param {number} count
 */
export function slowest(outcomes, count) {
  return outcomes
    .flatMap(({ output }) => [...output.matchAll(/^took (\d+\.\d) s: (.+)$/gm)])
    .map(([, seconds = '', file = '']) => ({ seconds: Number(seconds), file }))
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, count)
    .map(({ seconds, file }) => `${seconds.toFixed(1)} s ${file}`)
    .join('\n');
}
