/* What extras.mjs runs, built for Node in one piece. */
export { costOf, furnitureCases, proceduralCases, setOf } from './extras.ts';
export { reconstructionSimd } from '../../src/jobs/reconstructionSimd.ts';
export { createNetwork } from '../../src/reconstruction/network/infer.ts';
export { readWeights } from '../../src/reconstruction/network/weights.ts';
