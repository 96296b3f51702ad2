import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @typedef {{ name: string, test: string, what: string, text: string, files: string[] }} Mutant */

/**
 * A unified diff under two comment lines, `# test: <file that must turn red>` and `# what: <what it breaks>`.
 * @param {string} name
 * @param {string} text
 * @returns {Mutant}
 */
export function parseMutant(name, text) {
  const [test] = /(?<=^# test: ).+$/m.exec(text) ?? [];
  const [what] = /(?<=^# what: ).+$/m.exec(text) ?? [];
  const files = [...text.matchAll(/^\+\+\+ b\/(.+)$/gm)].map((match) => match[1] ?? '');
  if (!test || !what) throw new Error(`${name} needs the lines "# test: …" and "# what: …"`);
  if (files.length === 0) throw new Error(`${name} changes no file`);
  return { name, test: test.trim(), what: what.trim(), text, files };
}

/** @param {string} folder */
export function readMutants(folder) {
  const names = readdirSync(folder).filter((name) => name.endsWith('.patch'));
  return names.sort().map((name) => parseMutant(name, readFileSync(join(folder, name), 'utf8')));
}

/**
 * Applies a mutant to a checkout that is no git repository, or takes it back; throws when a line of it does not fit
 * or when nothing changed (git skips silently what it holds for foreign).
 * @param {string} folder
 * @param {Mutant} mutant
 * @param {{ reverse?: boolean }} [options]
 */
export function applyMutant(folder, mutant, { reverse = false } = {}) {
  const contents = () => mutant.files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\0');
  const before = contents();
  try {
    execFileSync('git', ['apply', ...(reverse ? ['--reverse'] : []), '-'], {
      cwd: folder,
      input: mutant.text,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, GIT_CEILING_DIRECTORIES: dirname(folder) },
    });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new Error(`${mutant.name} does not apply: ${said}`, { cause: error });
  }
  if (contents() === before) throw new Error(`${mutant.name} changed nothing`);
}
