/*
 * Every figure of the scene's guides and of the model card, with the weights in assets/reconstruction: about ten minutes on two idle cores.
 * Writes docs/reconstruction-figures.json, the tables between <!-- figures --> and <!-- /figures --> of docs/reconstruction.md, its Japanese twin and the model card, and
 * the examples in docs/command-line.md and its twin of what the commands print.
 *
 *   node tools/reconstruction/figures.mjs                    all evaluations anew
 *   node tools/reconstruction/figures.mjs --only five,shift  these anew, the others as they are in the JSON
 *   node tools/reconstruction/figures.mjs --tables           none: the tables from the JSON
 *   node tools/reconstruction/figures.mjs --count 20         a try: so many samples a set, printed and written nowhere
 *
 * The furniture is left out (and said so) where Debian's sweethome3d-furniture is not installed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { root } from '../ensure.mjs';
import { examples, withExamples } from './examples.mjs';
import { goalsTable, tablesOf } from './figuresTables.mjs';

const furniture = '/usr/share/sweethome3d/furniture';
const folder = join(root, 'node_modules/.cache/sweethome');
/** Of the pictures that are disturbed, and of the same ones left as they are. */
const DISTURBED = 240;

/** Name → what `koubai evaluate` is asked. */
const evaluations = {
  five: ['--categories', 'five', '--count', '1000'],
  all: ['--count', '1000'],
  sweethome: ['--set', folder, '--samples', '8'],
  tight: ['--count', `${DISTURBED}`],
  shift: ['--count', `${DISTURBED}`, '--crop-shift', '4'],
  larger: ['--count', `${DISTURBED}`, '--crop-scale', '1.15'],
  smaller: ['--count', `${DISTURBED}`, '--crop-scale', '0.85'],
  silhouette: ['--count', `${DISTURBED}`, '--silhouette'],
};

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    tables: { type: 'boolean', default: false },
    count: { type: 'string' },
    workers: { type: 'string' },
  },
});
const path = join(root, 'docs/reconstruction-figures.json');
const { crc32: network } = JSON.parse(readFileSync(join(root, 'assets/reconstruction/network.json'), 'utf8'));
/** @type {import('./figuresTables.mjs').Figures} */
const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { network, sets: {} };
if (!values.tables && before.network !== network) Object.assign(before, { network, sets: {} });
const wanted = values.tables ? [] : (values.only?.split(',') ?? Object.keys(evaluations));

/** @param {readonly string[]} args */
function node(args) {
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 1 << 24,
  });
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}`);
  return stdout;
}

for (const name of wanted) {
  const flags = evaluations[/** @type {keyof typeof evaluations} */ (name)];
  if (name === 'sweethome') {
    if (!existsSync(furniture)) {
      console.error('sweethome: left out, sweethome3d-furniture is not installed');
      continue;
    }
    const limit = values.count === undefined ? [] : ['--limit', values.count];
    process.stdout.write(node(['tools/reconstruction/sweethome.mjs', '--cc-by', ...limit]));
  }
  const more = [
    ...(values.count === undefined ? [] : ['--count', values.count]),
    ...(values.workers === undefined ? [] : ['--workers', values.workers]),
  ];
  const begin = performance.now();
  const evaluation = JSON.parse(node(['tools/koubai.mjs', 'evaluate', ...flags, ...more, '--json']));
  const seconds = Math.round((performance.now() - begin) / 1000);
  const asked = flags.map((flag) => (flag === folder ? 'node_modules/.cache/sweethome' : flag)).join(' ');
  before.sets[name] = { asked, seconds, ...evaluation };
  console.log(`${name}: ${evaluation.all.count} samples, ${seconds} s`);
  if (values.count === undefined) await write(path, JSON.stringify(before));
}

const shown = values.count === undefined ? examples(node, before) : {};
for (const [file, language] of /** @type {const} */ ([
  ['docs/reconstruction.md', 'en'],
  ['docs/reconstruction.ja.md', 'ja'],
  ['assets/reconstruction/MODEL-CARD.md', 'en'],
])) {
  const card = file.endsWith('MODEL-CARD.md');
  const tables = `${tablesOf(before, language, card)}${card ? `\n${goalsTable(before)}` : ''}`;
  if (!card || values.count !== undefined) console.log(tables);
  if (values.count !== undefined) continue;
  const text = readFileSync(join(root, file), 'utf8');
  const marked = /(<!-- figures -->)[\s\S]*?(<!-- \/figures -->)/;
  if (!marked.test(text)) throw new Error(`${file} has no <!-- figures --> … <!-- /figures -->`);
  const filled = text.replace(marked, (_, from, to) => `${from}\n\n${tables}\n${to}`);
  await write(join(root, file), filled);
}

if (values.count === undefined) {
  for (const page of ['docs/command-line.md', 'docs/command-line.ja.md']) {
    await write(join(root, page), withExamples(readFileSync(join(root, page), 'utf8'), shown));
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
