/*
 * How often the verdict is right. Shipped: every method over seeded starts of the LiDAR pair (up to 15° and 3 m from the published pose, voxel 0.25, distance
 * 3) and over seeded perturbed scenes of the sample model (right: 1° and 0.1 m; mean ℓ2 error 0.05 of the largest dimension; wrong: beyond three times that).
 * Constructed: pairs of every kind in tools/registration/kinds, `auto`'s pose and poses handed in (right: 5° and 3 % of the source's diagonal).
 * The thresholds of src/registration/verdict.ts were chosen on kinds' seed 1 and shipped seed 1000; the figures are of others.
 *
 *   node tools/registration/verdict-table.mjs [--kinds REGEX] [--seeds 11,12] [--count 3] [--starts 6] [--scenes 20] [--clouds assets/clouds] [--maps FILE] [--dump FILE]
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { builtForNode } from '../build-node.mjs';
import { root } from '../ensure.mjs';

const { values } = parseArgs({
  options: {
    kinds: { type: 'string', default: '' },
    seeds: { type: 'string', default: '11,12' },
    count: { type: 'string', default: '3' },
    starts: { type: 'string', default: '6' },
    scenes: { type: 'string', default: '20' },
    clouds: { type: 'string', default: 'assets/clouds' },
    maps: { type: 'string' },
    dump: { type: 'string' },
  },
});
const { lidarCases, modelCases, cloudOf, mapsOf, kinds, scanKinds, judgedPair } =
  /** @type {typeof import('./verdictCases.ts')} */ (
    await import(await builtForNode(root, 'tools/registration/verdictCases.ts', ['tools']))
  );
const seeds = values.seeds.split(',').map(Number);
const verdicts = /** @type {const} */ (['good', 'ambiguous', 'doubtful', 'failed']);
const inFolder = (/** @type {string} */ name) => path.join(values.clouds, name);
/** @type {{ kind: string, tells: string, pose: string, truth: string, verdict: string, reason: string, seed: number, index: number }[]} */
const rows = [];

const scans = await Promise.all(
  ['lidar-target.ply', 'room-a.pcd', 'car-a.csv'].map(async (name) => (await cloudOf(inFolder(name))).cloud.points),
);
const wanted = new RegExp(values.kinds);
for (const kind of [...kinds, ...scanKinds(scans)]) {
  if (!wanted.test(kind.id)) continue;
  for (const seed of seeds) {
    for (let index = 0; index < Number(values.count); index++) {
      for (const { pose, right, judgement } of judgedPair(kind, seed, index)) {
        const truth = right ? 'right' : 'wrong';
        const { verdict, reason } = judgement;
        rows.push({ kind: kind.id, tells: kind.tells, pose, truth, verdict, reason, seed, index });
      }
    }
  }
}
{
  const maps = values.maps === undefined ? null : mapsOf(values.maps);
  const { mesh } = await cloudOf(inFolder('spot.obj'));
  if (!mesh) throw new Error('spot.obj holds no mesh');
  for (const seed of seeds) {
    const cases = wanted.test('shipped model') ? [...modelCases(mesh, seed, Number(values.scenes), maps)] : [];
    if (wanted.test('shipped lidar')) {
      for await (const one of lidarCases(values.clouds, seed, Number(values.starts))) cases.push(one);
    }
    for (const { data, method, index, error, judgement } of cases) {
      const truth = error <= 1 ? 'right' : error <= 3 ? 'between' : 'wrong';
      const { verdict, reason } = judgement;
      rows.push({ kind: `shipped ${data}`, tells: 'unique', pose: method, truth, verdict, reason, seed, index });
    }
  }
}
if (values.dump !== undefined) writeFileSync(values.dump, JSON.stringify(rows));

/** @param {typeof rows} group */
const counts = (group) => verdicts.map((v) => group.filter(({ verdict }) => verdict === v).length).join(' / ');
console.log(`seeds ${values.seeds}; counts as ${verdicts.join(' / ')}\n`);
console.log(
  `${'kind'.padEnd(28)}${'pose'.padEnd(12)}${['right', 'between', 'wrong'].map((t) => t.padStart(20)).join('')}`,
);
for (const name of new Set(rows.map(({ kind, pose }) => `${kind.padEnd(28)}${pose.padEnd(12)}`))) {
  const group = rows.filter(({ kind, pose }) => `${kind.padEnd(28)}${pose.padEnd(12)}` === name);
  const cells = ['right', 'between', 'wrong'].map((truth) => counts(group.filter((row) => row.truth === truth)));
  console.log(name + cells.map((cell) => cell.padStart(20)).join(''));
}

let failed = false;
/** @type {(what: string, part: number, whole: number, ok: (share: number) => boolean, wanted: string) => void} */
function check(what, part, whole, ok, limit) {
  if (whole === 0) return;
  const fine = ok(part / whole);
  failed ||= !fine;
  console.log(`${fine ? '  ' : '! '}${what}: ${part} of ${whole}, ${((100 * part) / whole).toFixed(1)} % (${limit})`);
}
console.log('');
for (const kind of new Set(rows.map((row) => row.kind))) {
  const own = rows.filter((row) => row.kind === kind);
  const good = own.filter(({ verdict }) => verdict === 'good');
  if (own[0]?.tells === 'ambiguous') {
    const found = own.filter(({ pose, truth }) => pose === 'auto' || truth === 'right');
    const told = found.filter(({ verdict }) => verdict === 'ambiguous').length;
    check(`${kind}: "ambiguous"`, told, found.length, (share) => share >= 0.95, 'at least 95');
    continue;
  }
  const wrong = good.filter(({ truth }) => truth === 'wrong').length;
  if (own[0]?.tells === 'hidden') {
    console.log(
      `  ${kind}: "good" and wrong: ${wrong} of ${good.length} (no limit: nothing that is seen speaks against it)`,
    );
    continue;
  }
  check(
    `${kind}: "good" and wrong`,
    wrong,
    own[0]?.tells === 'none' ? own.length : good.length,
    (share) => share <= 0.01,
    'at most 1',
  );
}
const shipped = rows.filter(({ kind, truth }) => /shipped (lidar|model|scans, halves)/.test(kind) && truth === 'right');
const told = shipped.filter(({ verdict }) => verdict === 'good').length;
check('shipped pairs: right ones "good"', told, shipped.length, (share) => share >= 0.9, 'at least 90');
process.exitCode = Number(failed);
