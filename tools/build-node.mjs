import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { digest } from './sources.mjs';

const hourMs = 3_600_000;

/**
 * An entry built for Node, as the URL to import: built when a source has changed, else found where it was built before.
 * The folder's name is the sources' digest and it appears by one rename, so several processes may ask at once.
 * @param {string} root
 * @param {string} entry a TypeScript file, relative to `root`
 * @param {readonly string[]} [more] what it is made of besides src/
 * @returns {Promise<string>}
 */
export async function builtForNode(root, entry, more = []) {
  const sources = ['src', ...more, 'tools/build-node.mjs', 'package-lock.json'];
  const hash = digest(root, sources, (path) => !path.endsWith('.tsx'));
  const name = basename(entry, '.ts');
  const home = join(root, 'node_modules/.cache/koubai');
  const folder = join(home, `${basename(dirname(entry))}-${name}-${hash}`);
  if (!existsSync(folder)) {
    await build(root, entry, folder);
    prune(home, basename(folder));
  }
  return pathToFileURL(join(folder, `${name}.js`)).href;
}

/**
 * @param {string} root
 * @param {string} entry
 * @param {string} folder
 */
async function build(root, entry, folder) {
  const vite = await import('vite');
  const fresh = `${folder}-${process.pid}.tmp`;
  mkdirSync(dirname(folder), { recursive: true });
  try {
    await vite.build({
      root,
      configFile: false,
      logLevel: 'error',
      build: { ssr: entry, outDir: fresh, target: 'node20', minify: false, copyPublicDir: false, emptyOutDir: true },
      ssr: { noExternal: true, external: ['gpu.js', 'playwright-core', '@jsquash/jpeg', '@jsquash/webp'] },
    });
    renameSync(fresh, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error; // else another process was faster
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * Removes what older sources left behind, but nothing that a process started lately may still read.
 * @param {string} home
 * @param {string} current
 */
function prune(home, current) {
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    const old = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > hourMs;
    if (name !== current && old) rmSync(path, { recursive: true, force: true });
  }
}
