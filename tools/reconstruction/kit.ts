/* What the tools of this folder take from the product, built for Node in one piece (tools/build-node.mjs): a batch wants its full speed. */
export { writeBank } from '../../src/reconstruction/retrieval/bank.ts';
export { readMeshes } from './meshes/bin.ts';
export { trainingSample } from './mixture/mixture.ts';
export { makeSample } from '../../src/reconstruction/sample.ts';
export { BANK_SIZE, bankName, proceduralName, trainingName } from '../../src/reconstruction/seeds.ts';
export { categoryIds, FIVE } from '../../src/reconstruction/shapes/index.ts';
export { PICTURE_SIZE } from '../../src/reconstruction/types.ts';
