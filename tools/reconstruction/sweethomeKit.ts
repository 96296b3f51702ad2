/* What sweethome.mjs and heldOut.mjs run, built for Node in one piece. */
export { kitThings } from './meshes/evaluationFiles.ts';
export { filesAt, readFilesAt } from './meshes/gitFiles.ts';
export { categoryOfFile } from './meshes/names.ts';
export { shapenetPairs } from './shapenetBatch.ts';
export { drawn, furnitureIn, pairOf, viewOf } from './sweethome.ts';
