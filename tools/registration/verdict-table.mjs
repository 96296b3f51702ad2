/*
 * How often the verdict is right: every method over seeded starts of the LiDAR pair (up to 15° and 3 m from the published pose, voxel 0.25, distance
 * 3) and over seeded perturbed scenes of the sample model, the verdict against the truth. Right: 1° and 0.1 m; mean ℓ2 error 0.05 of the
 * largest dimension. Wrong: beyond three times that. The thresholds of src/registration/verdict.ts were chosen on seeds 1000 to 1002.
 *
 *   node tools/registration/verdict-table.mjs [--clouds assets/clouds] [--maps FILE] [--seed 1] [--starts 200] [--scenes 200] [--dump FILE]
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({
  options: {
    clouds: { type: 'string', default: 'assets/clouds' },
    maps: { type: 'string' },
    seed: { type: 'string', default: '1' },
    starts: { type: 'string', default: '200' },
    scenes: { type: 'string', default: '200' },
    dump: { type: 'string' },
  },
});
const { lidarCases, modelCases, cloudOf, mapsOf } = /** @type {any} */ (
  (await runnerImport('./tools/registration/verdictCases.ts', { configFile: false, logLevel: 'error' })).module
);
const seed = Number(values.seed);
const maps = values.maps === undefined ? null : mapsOf(values.maps);
/** @type {any[]} */
const cases = [];
for await (const one of lidarCases(values.clouds, seed, Number(values.starts))) cases.push(one);
const { mesh } = await cloudOf(path.join(values.clouds, 'spot.obj'));
for (const one of modelCases(mesh, seed, Number(values.scenes), maps)) cases.push(one);
if (values.dump !== undefined) writeFileSync(values.dump, JSON.stringify(cases));

const truths = /** @type {const} */ (['right', 'between', 'wrong']);
const verdicts = ['good', 'doubtful', 'failed'];
const truthOf = (/** @type {number} */ error) => (error <= 1 ? 'right' : error <= 3 ? 'between' : 'wrong');
console.log(`seed ${seed}; counts as good / doubtful / failed\n`);
console.log(`${'data'.padEnd(8)}${'method'.padEnd(12)}${truths.map((t) => t.padStart(18)).join('')}`);
const groups = new Map();
for (const one of cases) {
  for (const name of [`${one.data.padEnd(8)}${one.method}`, 'all'])
    groups.set(name, [...(groups.get(name) ?? []), one]);
}
for (const [name, group] of [...groups].sort(([a], [b]) => Number(a === 'all') - Number(b === 'all'))) {
  const cells = truths.map((truth) => {
    const own = group.filter((/** @type {any} */ c) => truthOf(c.error) === truth);
    return verdicts.map((v) => own.filter((/** @type {any} */ c) => c.judgement.verdict === v).length).join(' / ');
  });
  console.log(`${name.padEnd(20)}${cells.map((cell) => cell.padStart(18)).join('')}`);
}
const good = cases.filter((c) => c.judgement.verdict === 'good');
const right = cases.filter((c) => truthOf(c.error) === 'right');
const goodWrong = good.filter((c) => truthOf(c.error) === 'wrong').length / good.length;
const rightRefused = right.filter((c) => c.judgement.verdict !== 'good').length / right.length;
console.log(`\n"good" and wrong: ${(100 * goodWrong).toFixed(2)} % of ${good.length} good ones (at most 2 wanted)`);
console.log(
  `right, yet not "good": ${(100 * rightRefused).toFixed(1)} % of ${right.length} right ones (at most 15 wanted)`,
);
process.exitCode = goodWrong <= 0.02 && rightRefused <= 0.15 ? 0 : 1;
