/*
 * How well the photographs of assets/reconstruction/photographs are cut out, against the masks drawn by hand: without a hand, and with the one box of
 * photographs.json. Prints each, and writes docs/reconstruction-cuts.json and the tables between <!-- cuts --> and <!-- /cuts --> of docs/reconstruction.md and its
 * Japanese twin.
 *
 *   node tools/reconstruction/cutFigures.mjs           about a minute
 *   node tools/reconstruction/cutFigures.mjs --try     prints, writes nothing
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { builtForNode } from '../build-node.mjs';
import { root } from '../ensure.mjs';
import { cutTables } from './cutTables.mjs';

const { values } = parseArgs({ options: { try: { type: 'boolean', default: false } } });
const kit = /** @type {typeof import('./cutKit.ts')} */ (
  await import(await builtForNode(root, 'tools/reconstruction/cutKit.ts', ['tools/reconstruction']))
);
const figures = await kit.cutFigures(root, (line) => console.log(line));
console.log(figures.counts);

if (!values.try) {
  await write(join(root, 'docs/reconstruction-cuts.json'), JSON.stringify(figures));
  for (const [page, language] of /** @type {const} */ ([
    ['docs/reconstruction.md', 'en'],
    ['docs/reconstruction.ja.md', 'ja'],
  ])) {
    const file = join(root, page);
    const marked = /(<!-- cuts -->)[\s\S]*?(<!-- \/cuts -->)/;
    const text = readFileSync(file, 'utf8');
    if (!marked.test(text)) throw new Error(`${page} has no <!-- cuts --> … <!-- /cuts -->`);
    await write(
      file,
      text.replace(marked, (_, from, to) => `${from}\n\n${cutTables(figures, language)}\n${to}`),
    );
  }
}

/**
 * As Prettier has it, so that `npm run check` is content.
 * @param {string} file
 * @param {string} text
 */
async function write(file, text) {
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}
