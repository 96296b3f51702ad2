/*
 * Prints, for every surface and optimizer, the learning rate that the optimizer's file should name as measured: of 1, 2, 5 · 10^k the one
 * whose path from the surface's start ends lowest after the surface's steps and stays calm all the way. Where several
 * end within a thousandth of the start's height of the best, the middle one wins.
 *
 *   node tools/recommend-learning-rates.mjs [surface …]
 */
import { runnerImport } from 'vite';

const RATES = [-5, -4, -3, -2, -1, 0, 1].flatMap((k) => [1, 2, 5].map((m) => Number(`${m}e${k}`)));

/** @type {(path: string) => Promise<any>} */
const load = async (path) => (await runnerImport(path, { configFile: false, logLevel: 'error' })).module;
const { surfaceIds } = await load('./src/surfaces/index.ts');
const { ruledOptimizerIds, ruleOf, semanticsFor } = await load('./src/optimizers/index.ts');
const { experimentOn } = await load('./src/experiments/index.ts');
const { recommendRate } = await load('./src/experiments/recommend.ts');

const wanted = process.argv.slice(2);
for (const id of surfaceIds) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  const experiment = experimentOn(id);
  const found = ruledOptimizerIds.map((/** @type {string} */ optimizer) => [
    optimizer,
    recommendRate(experiment, ruleOf(optimizer, semanticsFor(optimizer, experiment.semantics)), RATES),
  ]);
  console.log(id);
  for (const [optimizer, best] of found) {
    console.log(
      best === undefined
        ? `  ${optimizer}: none is calm`
        : `  ${optimizer}: ${best.lr} → f = ${best.end.toPrecision(4)}`,
    );
  }
}
