import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the built page is made of. */
export const pageSources = [
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  'tools/build-stamp.mjs',
  'src',
  'scenes',
  'shaders',
  'assets',
  'public',
];

/**
 * Names and contents of `paths` (files or folders, relative to `root`; missing ones count as such), as one hex digest.
 * Contents, not times: a fresh clone and a touched file give the same.
 * @param {string} root
 * @param {readonly string[]} paths
 * @param {(path: string) => boolean} [wanted]
 */
export function digest(root, paths, wanted = () => true) {
  const hash = createHash('sha256');
  /** @param {string} path */
  const visit = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) visit(`${path}/${name}`);
    } else if (wanted(path)) {
      const body = readFileSync(full);
      hash.update(`${path}\0${body.length}\0`).update(body);
    }
  };
  for (const path of paths) visit(path);
  return hash.digest('hex').slice(0, 20);
}
