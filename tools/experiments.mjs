/*
 * Runs the book's experiments by the command line and writes what ships and what the tests know of them: assets/experiments/<id>.json, what `koubai experiment` prints at seed 1, with
 * their entries in assets/manifest.json; and test/fixtures/networks/experiments.json, the curves of several seeds as means over ten windows. What was printed is kept in a folder, so
 * that an interrupted run goes on: remove it to run all anew (a quarter of an hour). Changes no byte when run again.
 *
 *   node tools/experiments.mjs [folder]
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { builtForNode } from './build-node.mjs';
import { root } from './ensure.mjs';

const [SEEDS, WINDOWS] = [3, 10];
const figures = ['6-9', '6-10', '6-11', '6-13', '6-14', '6-15', '6-18', '6-19', '6-20', '6-21', '6-23', '6-24'];
const shipped = [...figures.map((figure) => `book-${figure}`), 'norm-or-dropout', 'batch-sizes', 'search-strategies'];
const compared = ['6-9', '6-15', '6-19', '6-20', '6-21', '6-23', '6-24'].map((figure) => `book-${figure}`);
const folder = process.argv[2] ?? 'node_modules/.cache/experiments';
mkdirSync(folder, { recursive: true });
mkdirSync('assets/experiments', { recursive: true });
const main = fileURLToPath(await builtForNode(root, 'src/cli/main.ts'));

/** @type {(id: string, seed: number) => string} */
function printed(id, seed) {
  const kept = `${folder}/${id}-${seed}.json`;
  if (!existsSync(kept)) {
    console.log(`${id}, seed ${seed}`);
    const args = [main, 'experiment', id, '--seed', String(seed), '--json'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (status !== 0) throw new Error(stderr);
    writeFileSync(`${kept}.tmp`, stdout);
    renameSync(`${kept}.tmp`, kept);
  }
  return readFileSync(kept, 'utf8');
}

/** numpy.array_split's pieces, the first ones the longer; their means. @param {readonly number[]} values */
function windows(values) {
  const [least, rest] = [Math.floor(values.length / WINDOWS), values.length % WINDOWS];
  const from = (/** @type {number} */ i) => i * least + Math.min(i, rest);
  return Array.from({ length: WINDOWS }, (_, i) => {
    const piece = values.slice(from(i), from(i + 1));
    return Number((piece.reduce((sum, value) => sum + value, 0) / piece.length).toFixed(6));
  });
}

/**
 * Each curve by its panel and name; of a search's, the best first, not the trial but its rank tells runs of other seeds which is which.
 * @param {{ curves: readonly { group?: string, name: string, y: readonly number[] }[], trials?: readonly unknown[] }} result
 */
function labelled({ curves, trials }) {
  const groups = [...new Set(curves.map(({ group }) => group))];
  return curves.map(({ group, name, y }) => {
    const panel = trials ? String(groups.indexOf(group) + 1) : group;
    return { label: panel === undefined ? name : `${panel} ${name}`, y };
  });
}

const manifest = 'assets/manifest.json';
const entries = JSON.parse(readFileSync(manifest, 'utf8'));
const records = shipped.map((id) => {
  const body = printed(id, 1);
  const file = `assets/experiments/${id}.json`;
  writeFileSync(file, body);
  return {
    ...{
      file,
      source: 'computed by this project from assets/networks',
      licence: 'MIT (numbers computed by this project)',
    },
    made: `npm run -s koubai -- experiment ${id} --seed 1 --json > ${file}`,
    sha256: createHash('sha256').update(body).digest('hex'),
  };
});
const others = entries.filter((/** @type {any} */ { file }) => !file.startsWith('assets/experiments/'));
writeFileSync(manifest, `${JSON.stringify([...others, ...records], null, 2)}\n`);

/** @type {Record<string, Record<string, number[][] | undefined>>} */
const fixture = {};
for (const id of compared) {
  /** @type {Record<string, number[][] | undefined>} */
  const curves = (fixture[id] = {});
  for (let seed = 1; seed <= SEEDS; seed++) {
    const result = JSON.parse(printed(id, seed));
    for (const { label, y } of labelled(result)) (curves[label] ??= []).push(windows(y));
  }
}
writeFileSync('test/fixtures/networks/experiments.json', `${JSON.stringify(fixture, null, 1)}\n`);
