/*
 * The checksums of assets/reconstruction in assets/manifest.json, after a training: sets them anew, and says what the manifest does not know.
 *
 *   node tools/reconstruction/manifest.mjs
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../ensure.mjs';

const folder = 'assets/reconstruction';
const path = join(root, 'assets/manifest.json');
/** @type {{ file: string, sha256: string }[]} */
const entries = JSON.parse(readFileSync(path, 'utf8'));

/** @type {string[]} */
const wrong = [];
for (const entry of entries.filter(({ file }) => file.startsWith(`${folder}/`))) {
  if (!existsSync(join(root, entry.file))) {
    wrong.push(`${entry.file} is not there`);
    continue;
  }
  const sum = createHash('sha256')
    .update(readFileSync(join(root, entry.file)))
    .digest('hex');
  if (sum !== entry.sha256) console.log(`${entry.file}: new`);
  entry.sha256 = sum;
}
for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
  const name = `${folder}/${file.replaceAll('\\', '/')}`;
  const data = /\.(bin|png)$/.test(name);
  if (data && !entries.some((entry) => entry.file === name)) wrong.push(`${name} has no entry`);
}
writeFileSync(path, `${JSON.stringify(entries, null, 2)}\n`);
for (const line of wrong) console.error(line);
process.exitCode = wrong.length > 0 ? 1 : 0;
