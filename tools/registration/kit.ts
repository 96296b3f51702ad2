/* What the tools of this folder take from the product, built for Node in one piece (tools/build-node.mjs): searches and sweeps want its full speed. */
export { openNodeCrew } from '../../src/cli/registration/nodeCrew.ts';
export { spread } from '../../src/jobs/crew/crew.ts';
export { cellOf } from '../../src/jobs/sweep.ts';
export { bounds } from '../../src/clouds/spacing.ts';
export { sampleMesh } from '../../src/clouds/sampleMesh.ts';
export { downsample } from '../../src/clouds/voxel.ts';
export { readCloud } from '../../src/io/clouds/read.ts';
export { readMatrix } from '../../src/io/clouds/matrixFiles.ts';
export { drawTrial, errorOf, stageOf, SUCCESS } from '../../src/registration/trial.ts';
export { identity, invertRigid, multiply, poseError, transformPoints } from '../../src/math/matrix4.ts';
export { createRng } from '../../src/math/rng.ts';
export { expSe3 } from '../../src/math/se3.ts';
export { icp } from '../../src/registration/icp.ts';
export { icpMethods, settingsFrom, settingsOf } from '../../src/registration/recipes.ts';
export { aboutCentre } from '../../src/registration/normalEquations.ts';
export { prepareCloud } from '../../src/registration/prepare.ts';
export { nullRecorder } from '../../src/registration/recorder.ts';
