/*
 * Prints, for every surface and optimizer, the learning rate that its file should recommend: of 1, 2, 5 · 10^k the one
 * whose path from the surface's start ends lowest after the surface's steps and stays calm all the way. Where several
 * end within a thousandth of the start's height of the best, the middle one wins.
 *
 *   node tools/recommend-learning-rates.mjs [surface …]
 */
import { runnerImport } from 'vite';

const RATES = [-4, -3, -2, -1, 0, 1].flatMap((k) => [1, 2, 5].map((m) => Number(`${m}e${k}`)));

/** @type {(path: string) => Promise<any>} */
const load = async (path) => (await runnerImport(path, { configFile: false, logLevel: 'error' })).module;
const { surfaces } = await load('./src/surfaces/index.ts');
const optimizerModule = await load('./src/optimizers/index.ts');
const { objectiveOf } = await load('./src/surfaces/objective.ts');
const { recommendRate } = await load('./src/optimizers/recommend.ts');
const { defaultsOf } = await load('./src/params/spec.ts');

/** @param {any} surface @param {string} optimizer */
function recommend(surface, optimizer) {
  const has = optimizerModule.semanticsOf(optimizer).includes(surface.semantics);
  const rule = optimizerModule.ruleOf(optimizer, has ? surface.semantics : undefined);
  const objective = objectiveOf(surface.formula, defaultsOf(surface.params ?? {}));
  const { start, steps, domain, cut, minima } = surface;
  return recommendRate({ objective, domain, start, steps, cut, lowest: minima[0]?.f ?? 0 }, rule, RATES);
}

const wanted = process.argv.slice(2);
for (const [id, surface] of Object.entries(surfaces)) {
  if (wanted.length > 0 && !wanted.includes(id)) continue;
  const found = optimizerModule.optimizerIds.map((/** @type {string} */ optimizer) => [
    optimizer,
    recommend(surface, optimizer),
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
