/* What kin.mjs runs, built for Node in one piece (tools/build-node.mjs). */
export { reconstructionSimd } from '../../src/jobs/reconstructionSimd.ts';
export { createNetwork } from '../../src/reconstruction/network/infer.ts';
export { readWeights } from '../../src/reconstruction/network/weights.ts';
export { makeKin } from './makeKin.ts';
