/*
 * Whether the command line still prints what it printed: runs every command that the documents show here and in another
 * checkout, and compares standard output, exit code and written files byte for byte. Only milliseconds are left out.
 *
 *   node tools/same-bytes.mjs COMMIT|FOLDER [--all]
 *
 * FOLDER is a checkout with its packages; of COMMIT one is made, with ours linked. --all runs also what takes minutes.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { commandList, invocation, listedCommands } from './commands.mjs';
import { root, runTool, Unmet } from './ensure.mjs';
import { linkModules } from './scratch.mjs';

/**
 * @typedef {{ code: number | null, output: string, errors: string, files: Map<string, Buffer> }} Outcome
 */

const milliseconds = /("\w*[mM]illiseconds": ?)[\d.]+/gu;

/**
 * Runs in a folder with a copy of the checkout's assets, so that what a command writes stands alone there, for the next to read.
 * @type {(checkout: string, folder: string, command: string) => Outcome}
 */
function outcomeOf(checkout, folder, command) {
  const line = command.replace(invocation.trim(), '"$NODE" "$KOUBAI"');
  const env = { ...process.env, NODE: process.execPath, KOUBAI: join(checkout, 'tools/koubai.mjs') };
  const done = spawnSync('sh', ['-c', line], { cwd: folder, env, maxBuffer: 2 ** 30 });
  const output = done.stdout.toString('latin1').replaceAll(milliseconds, '$1…');
  return { code: done.status, output, errors: done.stderr.toString(), files: filesIn(folder) };
}

/**
 * @param {string} folder
 * @returns {Map<string, Buffer>}
 */
function filesIn(folder) {
  const names = readdirSync(folder, { recursive: true }).map(String).sort();
  const own = names.filter((name) => !/^assets\b/u.test(name) && statSync(join(folder, name)).isFile());
  return new Map(own.map((name) => [name, readFileSync(join(folder, name))]));
}

/** @type {(before: Outcome, now: Outcome) => string} */
function verdictOf(before, now) {
  if (now.code === 0 && /there is no command|unknown (command|option)/u.test(before.errors)) return 'new';
  if (before.code !== now.code) return `differs: exit code ${before.code}, now ${now.code}`;
  if (before.output !== now.output) return `differs: ${firstDifference(before.output, now.output)}`;
  const names = [...new Set([...before.files.keys(), ...now.files.keys()])];
  const other = names.find((name) => !before.files.get(name)?.equals(now.files.get(name) ?? Buffer.alloc(0)));
  if (other !== undefined) return `differs: the file ${other}`;
  return now.code === 0 ? 'same' : `same (refused: ${now.errors.trim()})`;
}

/** @type {(before: string, now: string) => string} */
function firstDifference(before, now) {
  let at = 0;
  while (before[at] === now[at]) at++;
  const near = (/** @type {string} */ text) => JSON.stringify(text.slice(Math.max(0, at - 20), at + 30));
  return `at byte ${at}, ${near(before)}, now ${near(now)}`;
}

/**
 * The checkout that `name` stands for.
 * @param {string} name
 * @param {string} temporary where one may be made
 */
function checkoutOf(name, temporary) {
  if (existsSync(name) && statSync(name).isDirectory()) return { path: resolve(name), remove: () => undefined };
  const path = join(temporary, 'checkout');
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', ['-C', root, ...args], { stdio: ['ignore', 2, 2] });
  git('worktree', 'add', '--quiet', '--detach', path, name);
  linkModules(root, path);
  return { path, remove: () => git('worktree', 'remove', '--force', path) };
}

runTool(async () => {
  const { values, positionals } = parseArgs({
    options: { all: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [name] = positionals;
  if (name === undefined) throw new Unmet('node tools/same-bytes.mjs COMMIT|FOLDER [--all]');
  const temporary = mkdtempSync(join(tmpdir(), 'koubai-same-bytes-'));
  const before = checkoutOf(name, temporary);
  const runIn = (/** @type {string} */ checkout, /** @type {string} */ side) => {
    const folder = join(temporary, side);
    mkdirSync(folder);
    cpSync(join(checkout, 'assets'), join(folder, 'assets'), { recursive: true });
    return (/** @type {string} */ command) => outcomeOf(checkout, folder, command);
  };
  const [runBefore, runNow] = [runIn(before.path, 'before'), runIn(root, 'now')];
  let different = 0;
  try {
    for (const { command, long } of listedCommands(readFileSync(join(root, commandList), 'utf8'))) {
      const verdict = long && !values.all ? 'skipped (takes minutes)' : verdictOf(runBefore(command), runNow(command));
      if (verdict.startsWith('differs')) different++;
      process.stdout.write(`${verdict}: ${command.slice(invocation.length)}\n`);
    }
  } finally {
    before.remove();
    rmSync(temporary, { recursive: true, force: true });
  }
  process.stdout.write(`${different} differ (milliseconds are not compared)\n`);
  process.exitCode = different > 0 ? 1 : 0;
});
