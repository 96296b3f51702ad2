/*
 * How methods fare from a start that is nearly or exactly right, on a pair that repeats itself, and among outliers: terrain tiles (start 2° and 1.9 m off), a
 * colonnade with a statue as it lies (right), the shipped scans and the sample model with 30 % of uniform outliers in both clouds (`twice`: 100 %), from afar; the scans' truth is what `auto` finds without
 * them. Right: within 5° and 3 % of the source's diagonal.
 *
 *   node tools/registration/starts.mjs [--seeds 10] [--kinds terrain,hills,colonnade,scans,cleanscans,outliers,clean,twice] [--methods auto,gicp,icp-robust] [--set '{"start":"ignore"}']
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtForNode } from '../build-node.mjs';
import { root } from '../ensure.mjs';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '10' },
    kinds: { type: 'string', default: 'terrain,colonnade,scans' },
    methods: { type: 'string', default: 'auto,gicp,icp-robust' },
    loud: { type: 'boolean', default: false },
    set: { type: 'string', default: '{}' },
  },
});
const kit = /** @type {typeof import('./startCases.ts')} */ (
  await import(await builtForNode(root, 'tools/registration/startCases.ts', ['tools']))
);
const file = await kit.readCloud('spot.obj', readFileSync(join(root, 'assets/clouds/spot.obj')));
if (!file?.mesh) throw new Error('the sample model is no mesh');
const { mesh } = file;

/** @type {(part: number) => (seed: number) => import('./startCases.ts').StartCase} */
const model = (part) => (seed) => {
  const rng = kit.createRng(seed, 'model among outliers');
  const target = kit.sampleMesh(mesh, 4000, 2 * seed).points;
  const seen = kit.sampleMesh(mesh, 4000, 2 * seed + 1).points;
  const truth = kit.motionAbout(kit.centroidOf(seen), rng.between(60, 180), rng.between(0, 2), rng);
  const moved = kit.transformPoints(kit.invertRigid(truth), seen);
  return {
    source: kit.withOutliers(moved, part, rng),
    target: kit.withOutliers(target, part, rng),
    truth,
    init: kit.identity(),
  };
};
/** @param {string} name */
const scan = async (name) => {
  const read = await kit.readCloud(name, readFileSync(join(root, 'assets/clouds', name)));
  if (!read) throw new Error(`${name} was not read`);
  const points = read.positions.map((value, i) => value + (read.origin[i % 3] ?? 0));
  return points;
};
const pairs = await Promise.all(
  [
    { source: 'car-b.csv', target: 'car-a.csv', voxel: 0.05 },
    { source: 'room-b.pcd', target: 'room-a.pcd', voxel: 0.05 },
    { source: 'lidar-source.ply', target: 'lidar-target.ply', voxel: 0.5 },
  ].map(async ({ source, target, voxel }) => {
    const thin = async (/** @type {string} */ name) => kit.downsample({ points: await scan(name) }, voxel).points;
    return { source: await thin(source), target: await thin(target) };
  }),
);
/** @type {(part: number) => (seed: number) => import('./startCases.ts').StartCase} */
const scans = (part) => (seed) => {
  const rng = kit.createRng(seed, 'scans among outliers');
  const pair = pairs[seed % 3] ?? { source: new Float64Array(), target: new Float64Array() };
  const clean = kit.register(
    { ...kit.defaultRegisterSpec, seed: 1 },
    { points: pair.source },
    { points: pair.target },
    { maps: null, record: false, stop: { aborted: false }, now: () => 0 },
  );
  const away = kit.motionAbout(
    kit.centroidOf(pair.source),
    rng.between(30, 180),
    0.1 * kit.bounds(pair.source).diagonal,
    rng,
  );
  return {
    source: kit.withOutliers(kit.transformPoints(away, pair.source), part, rng),
    target: kit.withOutliers(pair.target, part, rng),
    truth: kit.multiply(clean.targetFromSource, kit.invertRigid(away)),
    init: kit.identity(),
  };
};
/** @type {Record<string, (seed: number) => import('./startCases.ts').StartCase>} */
const kinds = {
  terrain: (seed) => kit.terrainCase(seed, 0.4 + 0.02 * (seed % 10)),
  hills: (seed) => kit.terrainCase(seed, 0.4 + 0.02 * (seed % 10), 6000, 1 / 50),
  colonnade: (seed) => kit.colonnadeCase(seed),
  outliers: model(0.3),
  scans: scans(0.3),
  cleanscans: scans(0),
  twice: model(1),
  clean: model(0),
};
for (const kind of values.kinds.split(',')) {
  for (const method of values.methods.split(',')) {
    let right = 0;
    let time = 0;
    /** @type {string[]} */
    const said = [];
    for (let seed = 1; seed <= Number(values.seeds); seed++) {
      const one = /** @type {NonNullable<typeof kinds[string]>} */ (kinds[kind])(seed);
      const spec = {
        ...kit.defaultRegisterSpec,
        method,
        seed,
        init: [...one.init],
        given: kind === 'terrain' || kind === 'hills',
        ...JSON.parse(values.set),
      };
      const context = { maps: null, record: false, stop: { aborted: false }, now: () => performance.now() };
      const result = kit.register(spec, { points: one.source }, { points: one.target }, context);
      const centre = kit.centroidOf(one.source);
      const { rotationErrorDegrees, translationError } = kit.poseError(result.targetFromSource, one.truth, centre);
      const diagonal = kit.bounds(one.source).diagonal;
      if (rotationErrorDegrees <= 5 && translationError <= 0.03 * diagonal) right++;
      time += result.milliseconds;
      const { weighed, leftOut, judgement } = result;
      const without = leftOut ? ` without ${leftOut.source?.removed ?? 0} and ${leftOut.target?.removed ?? 0}` : '';
      const errors = `${rotationErrorDegrees.toFixed(2)}°/${translationError.toFixed(2)}`;
      said.push(`${errors} ${judgement.verdict} ${weighed?.kept ?? ''}:${weighed?.why ?? ''}${without}`);
      if (values.loud)
        console.log(
          JSON.stringify(result.weighed, (k, v) =>
            k === 'targetFromSource' ? undefined : typeof v === 'number' ? +v.toPrecision(3) : v,
          ),
        );
    }
    console.log(
      `${kind} ${method}: ${right} of ${values.seeds} right, ${(time / Number(values.seeds)).toFixed(0)} ms each`,
    );
    console.log(`  ${said.join(', ')}`);
  }
}
