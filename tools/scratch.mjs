import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/** What a checkout holds besides its sources (as in .gitignore), and git's own folder. */
const notSources = ['node_modules', 'dist', 'shared', '.git'];
/** What npm and tools write for themselves: shared, two checkouts would take one another's caches for their own. */
const ownInModules = ['.cache', '.vite', '.vite-temp', '.package-lock.json'];

/**
 * A copy of the checkout as it stands, saved files included, in a temporary folder, with the installed packages linked.
 * Whoever asks for it calls `remove`.
 * @param {string} root
 * @param {{ modules?: boolean }} [options] `modules: false` leaves node_modules out, as in a fresh clone
 */
export function scratchCopy(root, { modules = true } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'koubai-scratch-'));
  for (const name of readdirSync(root)) {
    if (notSources.includes(name) || name.endsWith('.tmp')) continue;
    const filter = (/** @type {string} */ path) => basename(path) !== 'node_modules';
    cpSync(join(root, name), join(folder, name), { recursive: true, filter });
  }
  if (modules) linkModules(root, folder);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Lets another checkout use our installed packages.
 * @param {string} root
 * @param {string} folder
 */
export function linkModules(root, folder) {
  const from = join(root, 'node_modules');
  const into = join(folder, 'node_modules');
  mkdirSync(into);
  for (const name of readdirSync(from)) {
    if (!ownInModules.includes(name)) symlinkSync(join(from, name), join(into, name));
  }
  cpSync(join(from, '.package-lock.json'), join(into, '.package-lock.json'));
}
