/*
 * The checksums of assets/reconstruction in assets/manifest.json, after a training or with new photographs: sets them anew, and says what the
 * manifest does not know. Source and licence of a photograph are those of photographs.json.
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
const entries = withPhotographs(JSON.parse(readFileSync(path, 'utf8')));

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
  const data = /\.(bin|webp)$/.test(name);
  if (data && !entries.some((entry) => entry.file === name)) wrong.push(`${name} has no entry`);
}
writeFileSync(path, `${JSON.stringify(entries, null, 2)}\n`);
for (const line of wrong) console.error(line);
process.exitCode = wrong.length > 0 ? 1 : 0;

/**
 * @param {{ file: string, sha256: string }[]} entries
 * @returns {{ file: string, sha256: string }[]} with the photographs that photographs.json names, and no others, in their place
 */
function withPhotographs(entries) {
  const photographs = `${folder}/photographs`;
  /** @type {{ photographs: { name: string, author: string, licence: string, page?: string, crop?: number[], bars?: number, from: { package: string, file: string, member?: string } }[] }} */
  const file = JSON.parse(readFileSync(join(root, photographs, 'photographs.json'), 'utf8'));
  const fresh = file.photographs.map(({ name, author, licence, page, crop, bars, from }) => ({
    file: `${photographs}/${name}.webp`,
    source: `Debian ${from.package}, ${from.member ?? from.file}${page === undefined ? '' : ` (${page})`}`,
    licence: `${licence}, by ${author}`,
    made: `/usr/bin/python3 tools/reconstruction/photographs.py: ${crop ? 'a part of it, ' : ''}${bars ? 'with black bars, ' : ''}at most 512 pixels long`,
    sha256: '',
  }));
  const first = entries.findIndex((entry) => entry.file.startsWith(`${photographs}/`));
  const others = entries.filter((entry) => !entry.file.startsWith(`${photographs}/`));
  return [...others.slice(0, first), ...fresh, ...others.slice(first)];
}
