/*
 * From how many of 200 seeded random starts (up to 15° about a random axis and 3 m in a random direction from the published pose) each ICP finds the
 * LiDAR pair's pose (≤ 1° and ≤ 0.1 m at the source's centroid from the published one, itself good to about half a degree), and how far its
 * successes lie from one another. As `koubai register … --voxel 0.25 --max-distance 3`.
 *
 *   node tools/registration/lidar-starts.mjs [--starts 200] [--seed 1] [--methods gicp,icp-plane,…]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtForNode } from '../build-node.mjs';
import { root } from '../ensure.mjs';

const { values } = parseArgs({
  options: {
    starts: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    methods: { type: 'string', default: 'icp-point,icp-plane,gicp,icp-robust' },
  },
});
const kit = /** @type {typeof import('./kit.ts')} */ (
  await import(await builtForNode(root, 'tools/registration/kit.ts', ['tools']))
);
const voxel = 0.25;
const maxDistance = 3;
const [largestAngle, largestShift] = [(15 * Math.PI) / 180, 3];

/** @param {string} name the cloud in its own coordinates, averaged by voxels */
async function cloudOf(name) {
  const file = await kit.readCloud(name, readFileSync(join(root, 'assets/clouds', name)));
  if (!file) throw new Error(`${name} was not read`);
  const points = file.positions.map((value, i) => value + (file.origin[i % 3] ?? 0));
  return kit.prepareCloud(kit.downsample({ points }, voxel));
}
const [source, target] = [await cloudOf('lidar-source.ply'), await cloudOf('lidar-target.ply')];
const truth = kit.readMatrix(readFileSync(join(root, 'assets/clouds/lidar-target-from-source.txt'), 'utf8'));
// Of its points: the box's centre lies 16 m away from where they are, and half a degree moves it by 0.25 m.
const centre = source.size().centroid;
console.log(`${source.cloud.points.length / 3} source points, ${target.cloud.points.length / 3} target points`);

const starts = Array.from({ length: Number(values.starts) }, (_, index) => {
  const rng = kit.createRng(Number(values.seed), 'lidar-starts', index);
  const start = kit.identity();
  // About the source's centre, so that the turn is no shift in disguise.
  const turn = rng.rotation(largestAngle);
  kit.aboutCentre(turn, centre);
  const shift = rng.direction(new Float64Array(3));
  const by = rng.between(0, largestShift);
  kit.multiply(truth, turn, start);
  for (let axis = 0; axis < 3; axis++) start[4 * axis + 3] = (start[4 * axis + 3] ?? 0) + by * (shift[axis] ?? 0);
  return start;
});

for (const method of /** @type {import('../../src/registration/recipes.ts').IcpMethodId[]} */ (
  values.methods.split(',')
)) {
  const settings = kit.settingsOf(method, { maxDistance }, target);
  const begun = process.cpuUsage().user;
  const outcomes = starts.map((init) =>
    kit.icp({ init }, settings, { source, target }, kit.nullRecorder, { aborted: false }),
  );
  const seconds = (process.cpuUsage().user - begun) / 1e6;
  const right = outcomes.filter(({ targetFromSource }) => {
    const { rotationErrorDegrees, translationError } = kit.poseError(targetFromSource, truth, centre);
    return rotationErrorDegrees <= 1 && translationError <= 0.1;
  });
  const spread = { angle: 0, shift: 0 };
  for (const a of right) {
    for (const b of right) {
      const apart = kit.poseError(a.targetFromSource, b.targetFromSource, centre);
      spread.angle = Math.max(spread.angle, apart.rotationErrorDegrees);
      spread.shift = Math.max(spread.shift, apart.translationError);
    }
  }
  const median = outcomes.map(({ iterations }) => iterations).sort((a, b) => a - b)[outcomes.length >> 1];
  console.log(
    `${method.padEnd(11)} ${right.length} of ${outcomes.length} right (${outcomes.filter(({ converged }) => converged).length} converged), ` +
      `successes within ${spread.angle.toFixed(4)}° and ${(1000 * spread.shift).toFixed(2)} mm of each other, ` +
      `median ${median} iterations, ${((1000 * seconds) / outcomes.length).toFixed(0)} ms of CPU a start`,
  );
}
