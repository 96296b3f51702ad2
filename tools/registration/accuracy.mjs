/*
 * How accurate each ICP is on two different samples of the sample model's surface (5,000 points each, 30° about a random axis, identity as the start),
 * and on one and the same sample.
 *
 *   node tools/registration/accuracy.mjs [--seeds 20] [--points 5000] [--methods icp-point,icp-plane,gicp]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtForNode } from '../build-node.mjs';
import { root } from '../ensure.mjs';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '20' },
    points: { type: 'string', default: '5000' },
    methods: { type: 'string', default: 'icp-point,icp-plane,gicp,icp-robust,icp-finish' },
  },
});
const kit = /** @type {typeof import('./kit.ts')} */ (
  await import(await builtForNode(root, 'tools/registration/kit.ts', ['tools']))
);
const points = Number(values.points);
const angle = Math.PI / 6;
const file = await kit.readCloud('spot.obj', readFileSync(join(root, 'assets/clouds/spot.obj')));
if (!file?.mesh) throw new Error('the sample model is no mesh');
const { mesh } = file;

/** @type {(method: import('../../src/registration/recipes.ts').IcpMethodId, seed: number, same: boolean) => { degrees: number, rmse: number }} */
function trial(method, seed, same) {
  const target = kit.prepareCloud({ points: kit.sampleMesh(mesh, points, 2 * seed).points });
  const rng = kit.createRng(seed, 'accuracy');
  const direction = rng.direction(new Float64Array(3));
  const truth = kit.expSe3(
    direction.map((c) => c * angle),
    [rng.between(-0.1, 0.1), rng.between(-0.1, 0.1), rng.between(-0.1, 0.1)],
  );
  const sample = same ? target.cloud.points : kit.sampleMesh(mesh, points, 2 * seed + 1).points;
  const source = kit.prepareCloud({ points: kit.transformPoints(kit.invertRigid(truth), sample) });
  const settings = kit.settingsOf(method, {}, target);
  const { targetFromSource } = kit.icp({ init: kit.identity() }, settings, { source, target }, kit.nullRecorder, {
    aborted: false,
  });
  const moved = kit.transformPoints(targetFromSource, source.cloud.points);
  const sumSq = moved.reduce((sum, value, i) => sum + (value - (sample[i] ?? NaN)) ** 2, 0);
  const { rotationErrorDegrees } = kit.poseError(targetFromSource, truth, kit.bounds(source.cloud.points).centre);
  return { degrees: rotationErrorDegrees, rmse: Math.sqrt(sumSq / points) };
}

const seeds = Array.from({ length: Number(values.seeds) }, (_, i) => i + 1);
for (const method of /** @type {import('../../src/registration/recipes.ts').IcpMethodId[]} */ (
  values.methods.split(',')
)) {
  const same = Math.max(...seeds.slice(0, 3).map((seed) => trial(method, seed, true).rmse));
  const errors = seeds.map((seed) => trial(method, seed, false).degrees).sort((a, b) => a - b);
  console.log(
    `${method.padEnd(11)} same samples: RMSE to truth ≤ ${same.toExponential(1)} (3 seeds); different samples: ` +
      `median ${errors[errors.length >> 1]?.toFixed(4)}°, largest ${errors.at(-1)?.toFixed(4)}° (${seeds.length} seeds)`,
  );
}
