import { sampleMesh } from '../../src/clouds/sampleMesh.ts';
import type { Points } from '../../src/clouds/types.ts';
import { identity, invertRigid, transformPoints } from '../../src/math/matrix4.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { icp } from '../../src/registration/icp.ts';
import { settingsOf } from '../../src/registration/recipes.ts';
import { prepare, prepareCloud } from '../../src/registration/prepare.ts';
import { nullRecorder } from '../../src/registration/recorder.ts';
import { readSpot } from '../registration/spot.ts';
import { medianRatio, type Bench } from './bench.ts';
import { loadPcl } from './pcl.ts';

const methods = ['icp-point', 'icp-plane', 'gicp'] as const;
const angle = Math.PI / 6;
const truth = expSe3([(2 / 3) * angle, (-2 / 3) * angle, (1 / 3) * angle], [0.05, -0.03, 0.04]);

/**
 * The ICP family against pcl.js's point-to-point (PCL in WebAssembly), one thread each: the same points of the sample model, turned by 30°,
 * identity as the start, no limit of distance, until a step is below 1e-4 rad and 1e-5 of the diagonal. Index, normals and registration are
 * timed; the copying of the points into PCL's memory is not.
 */
const bench: Bench = async (report) => {
  const pclIcp = await loadPcl();
  const spot = readSpot();
  for (const count of [5000, 35_000]) {
    const { points } = sampleMesh(spot, count, 1);
    const target = { points };
    const source = { points: transformPoints(invertRigid(truth), points) };
    const theirs = pclIcp(source.points, points, settingsOf('icp-point', {}, prepareCloud(target)));
    for (const method of methods) {
      const ours = () => {
        const prepared = prepare({ source, target });
        const settings = settingsOf(method, {}, prepared.target);
        return icp({ init: identity() }, settings, prepared, nullRecorder, { aborted: false });
      };
      const { ratio, candidateMs, referenceMs } = await medianRatio(ours, theirs.align, count > 10_000 ? 3 : 9);
      const { iterations, converged, targetFromSource } = ours();
      if (!converged) throw new Error(`${method} has not converged`);
      report(`${method} / pcl.js point-to-point, ${count} points`, {
        ratio,
        ms: candidateMs,
        'pcl.js ms': referenceMs,
        iterations,
        'RMSE to truth': rmse(transformPoints(targetFromSource, source.points), points),
        'pcl.js': rmse(theirs.aligned(), points),
      });
    }
    theirs.free();
  }
};

function rmse(a: Points, b: Points): number {
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]!) ** 2, 0) / (a.length / 3));
}

export default bench;
