import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { digest, pageSources } from './sources.mjs';

/** Where a build keeps the digest of the sources that it was made of: inside it, so that the two cannot part. */
const stampName = '.vite/sources.txt';

/**
 * Writes the stamp after a build. The digest is taken at its start: a source saved meanwhile makes it stale.
 * @param {string} root
 * @returns {import('vite').Plugin}
 */
export function buildStamp(root) {
  let sources = '';
  let outDir = '';
  return {
    name: 'koubai:build-stamp',
    apply: 'build',
    configResolved(config) {
      outDir = join(root, config.build.outDir);
      if (config.build.outDir.startsWith('/')) outDir = config.build.outDir;
    },
    buildStart() {
      sources = digest(root, pageSources);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        if (!existsSync(join(outDir, 'index.html'))) return; // the build failed
        const stamp = join(outDir, stampName);
        mkdirSync(dirname(stamp), { recursive: true });
        writeFileSync(stamp, `${sources}\n`);
      },
    },
  };
}

/**
 * Whether the build in `outDir` was made of the sources as they are.
 * @param {string} root
 * @param {string} outDir
 */
export function isFresh(root, outDir) {
  const stamp = join(outDir, stampName);
  return existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === digest(root, pageSources);
}
