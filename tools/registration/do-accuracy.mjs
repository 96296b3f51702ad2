/*
 * How often and how exactly Discriminative Optimization, DO and then a robust ICP, plain ICP (scene → model, no limit) and robust ICP register perturbed
 * scenes of the sample model: one factor at a time around 200–600 points, rotation U(0°, 60°), translation ±0.3, no noise; success is a mean ℓ2 error
 * below 0.05 of the model's largest dimension. On all cores; the same numbers on any number of them.
 *
 *   node tools/registration/do-accuracy.mjs [--trials 200] [--seed 2] [--maps assets/maps/spot-do.bin] [--methods do,do-icp,icp-point,icp-robust] [--cells outliers]
 *
 * Prints a Markdown table and, after it, the same as one line of JSON.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtForNode } from '../build-node.mjs';
import { root } from '../ensure.mjs';

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '200' },
    seed: { type: 'string', default: '2' },
    maps: { type: 'string', default: 'assets/maps/spot-do.bin' },
    methods: { type: 'string', default: 'do,do-icp,icp-point,icp-robust' },
    /** Only cells whose name contains this. */
    cells: { type: 'string', default: '' },
  },
});
const kit = /** @type {typeof import('./kit.ts')} */ (
  await import(await builtForNode(root, 'tools/registration/kit.ts', ['tools']))
);
const trials = Number(values.trials);
const seed = Number(values.seed);
const methods = /** @type {import('../../src/registration/methods/index.ts').MethodId[]} */ (values.methods.split(','));

/** @typedef {import('../../src/jobs/sweepDuty.ts').SweepQuestion['factors']} Factors */
/** @typedef {{ name: string, factors: (index: number) => Factors, pooled?: true, other?: true }} Cell */

/**
 * What DO is trained with, whole: noise, a cut, outliers and a blob at once.
 * @type {(index: number) => Factors}
 */
function mixture(index) {
  const rng = kit.createRng(seed, 'mixture', index);
  return {
    points: 400 + rng.integer(401),
    noise: rng.between(0, 0.05),
    missing: rng.between(0.4, 0.9),
    outliers: rng.integer(301),
    structured: 50 + rng.integer(151),
  };
}

/** @type {readonly Cell[]} */
const cells = [
  ...[0, 100, 200, 300, 400, 500, 600].map((outliers) => ({
    name: `${outliers} outliers`,
    factors: () => ({ outliers }),
    pooled: /** @type {const} */ (true),
  })),
  ...[0, 15, 30, 45].map((percent) => ({
    name: `${percent} % missing`,
    factors: () => ({ missing: percent / 100 }),
    pooled: /** @type {const} */ (true),
  })),
  ...[60, 70].map((percent) => ({ name: `${percent} % missing`, factors: () => ({ missing: percent / 100 }) })),
  { name: '200 structured outliers', factors: () => ({ structured: 200 }) },
  { name: 'the training mixture', factors: mixture },
  { name: 'turned by 90°', factors: () => ({ rotation: 90 }) },
  { name: 'turned by 120°', factors: () => ({ rotation: 120 }) },
  { name: 'a model not trained for (car)', factors: () => ({}), other: true },
];

/** @param {string} name */
const read = async (name) => {
  const file = await kit.readCloud(name, readFileSync(join(root, 'assets/clouds', name)));
  if (!file) throw new Error(`${name} cannot be read`);
  return file;
};
const { mesh } = await read('spot.obj');
if (!mesh) throw new Error('the sample model is no mesh');

/** The car's scan, brought to the place and size of the sample model, which is all that DO is told of a model. */
async function otherModel() {
  const { positions } = await read('car-a.csv');
  const from = kit.bounds(positions);
  const to = kit.bounds(/** @type {NonNullable<typeof mesh>} */ (mesh).vertices);
  const scale = to.largestDimension / from.largestDimension;
  const at = (/** @type {number} */ i) => ({ was: from.centre[i % 3] ?? 0, is: to.centre[i % 3] ?? 0 });
  return { points: positions.map((v, i) => (v - at(i).was) * scale + at(i).is) };
}

const maps = new Uint8Array(readFileSync(join(root, values.maps)));
const crew = await kit.openNodeCrew();
try {
  const ours = await crew.engage('sweep', { shape: mesh, maps, methods, seed });
  const other = await crew.engage('sweep', { shape: await otherModel(), maps, methods, seed });
  const rows = [];
  const all = methods.map(() => /** @type {import('../../src/jobs/sweepDuty.ts').SweepAnswer[]} */ ([]));
  for (const cell of cells.filter(({ name }) => name.includes(values.cells))) {
    const questions = Array.from({ length: trials }, (_, index) => ({ index, factors: cell.factors(index) }));
    const answers = await kit.spread(cell.other ? other : ours, questions);
    const of = methods.map((_, m) => answers.map((answer) => answer[m] ?? { error: NaN, milliseconds: NaN }));
    if (cell.pooled) of.forEach((list, m) => all[m]?.push(...list));
    rows.push({ name: cell.name, cells: of.map((list) => kit.cellOf(list)) });
    process.stderr.write(`${cell.name}\n`);
  }
  if (all.every(({ length }) => length > 0)) {
    rows.push({ name: 'pooled: 0–600 outliers, 0–45 % missing', cells: all.map((list) => kit.cellOf(list)) });
  }
  const percent = (/** @type {number} */ share) => (100 * share).toFixed(1);
  console.log(`| ${trials} scenes each, seed ${seed} | ${methods.join(' | ')} |`);
  console.log(`| --- |${' --- |'.repeat(methods.length)}`);
  for (const { name, cells: found } of rows) {
    const texts = found.map(
      ({ success, low, high, medianError }) =>
        `${percent(success)} % (${percent(low)}–${percent(high)}), ${medianError.toFixed(4)}`,
    );
    console.log(`| ${name} | ${texts.join(' | ')} |`);
  }
  console.log(JSON.stringify({ trials, seed, methods, rows }));
} finally {
  crew.close();
}
