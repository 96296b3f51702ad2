/*
 * Prints, for every surface and optimizer, the learning rate that its file should recommend: of 1, 2, 5 · 10^k the one
 * whose path from the surface's start ends lowest after the surface's steps and stays calm all the way. Where several
 * end within a thousandth of the start's height of the best, the middle one wins.
 *
 *   node tools/recommend-learning-rates.mjs [surface …]
 */
import { runnerImport } from 'vite';

/** Longest step and longest path, in diagonals of the domain. */
const LONGEST_STEP = 0.15;
const LONGEST_PATH = 1;
const RATES = [-4, -3, -2, -1, 0, 1].flatMap((k) => [1, 2, 5].map((m) => Number(`${m}e${k}`)));

/** @type {(path: string) => Promise<any>} */
const load = async (path) => (await runnerImport(path, { configFile: false, logLevel: 'error' })).module;
const { surfaces } = await load('./src/surfaces/index.ts');
const optimizerModule = await load('./src/optimizers/index.ts');
const { objectiveOf } = await load('./src/surfaces/objective.ts');
const { runOptimizer } = await load('./src/optimizers/run.ts');
const { defaultsOf } = await load('./src/params/spec.ts');

/** @param {any} surface @param {any} record */
function isCalm({ domain: [x0, x1, y0, y1], cut }, { x, f, count, divergedAt, leftAt }) {
  if (divergedAt !== null || leftAt !== null || Math.max(...f) > cut) return false;
  const diagonal = Math.hypot(x1 - x0, y1 - y0);
  let length = 0;
  for (let i = 1; i < count; i++) {
    const step = Math.hypot(x[2 * i] - x[2 * i - 2], x[2 * i + 1] - x[2 * i - 1]);
    if (step > LONGEST_STEP * diagonal) return false;
    length += step;
  }
  return length <= LONGEST_PATH * diagonal;
}

/** @param {any} surface @param {string} optimizer */
function recommend(surface, optimizer) {
  const has = optimizerModule.semanticsOf(optimizer).includes(surface.semantics);
  const rule = optimizerModule.ruleOf(optimizer, has ? surface.semantics : undefined);
  const objective = objectiveOf(surface.formula, defaultsOf(surface.params ?? {}));
  const { start, steps, domain } = surface;
  const calm = RATES.flatMap((lr) => {
    const record = runOptimizer({ rule, params: { ...defaultsOf(rule.params), lr }, objective, start, steps, domain });
    return isCalm(surface, record) ? [{ lr, end: record.f[steps] }] : [];
  });
  const scale = Math.abs(objective.value(...start) - (surface.minima[0]?.f ?? 0));
  const best = Math.min(...calm.map(({ end }) => end));
  const good = calm.filter(({ end }) => end <= best + scale / 1000);
  return good[Math.floor((good.length - 1) / 2)];
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
