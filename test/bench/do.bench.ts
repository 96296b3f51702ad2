import { readFileSync } from 'node:fs';
import { identity } from '../../src/math/matrix4.ts';
import { drawTrial, stageOf } from '../../src/registration/trial.ts';
import { inferDo, prepareDo } from '../../src/registration/do/infer.ts';
import { decodeMaps } from '../../src/registration/do/maps.ts';
import { settingsOf } from '../../src/registration/recipes.ts';
import { prepareCloud } from '../../src/registration/prepare.ts';
import { nullRecorder } from '../../src/registration/recorder.ts';
import { readSpot } from '../registration/spot.ts';
import { medianRatio, type Bench } from './bench.ts';
import { loadPcl } from './pcl.ts';

/**
 * DO's inference with the shipped maps against pcl.js's point-to-point on the same scenes of 200 to 600 points and the same target of 5,000:
 * maps to pose; the grid of the maps is built once for all scenes and told apart.
 */
const bench: Bench = async (report) => {
  const pclIcp = await loadPcl();
  const stage = stageOf(readSpot(), 1);
  const maps = decodeMaps(new Uint8Array(readFileSync('assets/maps/spot-do.bin')));
  const begin = performance.now();
  const prepared = prepareDo(maps);
  const gridMs = performance.now() - begin;
  for (const points of [200, 400, 600]) {
    const { scene } = drawTrial(stage, 1, 0, { points, rotation: 30 });
    const theirs = pclIcp(scene.points, stage.target.points, settingsOf('icp-point', {}, prepareCloud(stage.target)));
    const ours = () => inferDo(scene, prepared, nullRecorder, { aborted: false }, { init: identity() });
    const { ratio, candidateMs, referenceMs } = await medianRatio(ours, theirs.align, 9);
    report(`do / pcl.js point-to-point, ${points} scene points`, {
      ratio,
      ms: candidateMs,
      'pcl.js ms': referenceMs,
      iterations: ours().iterations,
      'grid ms, once': gridMs,
    });
    theirs.free();
  }
};

export default bench;
