import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCloud } from '../../src/io/clouds/read.ts';
import { localCrew } from '../../src/jobs/crew/local.ts';
import { trainDo } from '../../src/jobs/trainDo.ts';
import type { DoMaps, DoModel } from '../../src/registration/do/types.ts';
import { defaultTraining } from '../../src/registration/do/types.ts';
import { root } from '../../tools/ensure.mjs';

/** The sample model, as a training sees it. */
export async function spotModel(): Promise<DoModel> {
  const file = await readCloud('spot.obj', new Uint8Array(readFileSync(join(root, 'assets/clouds/spot.obj'))));
  return { name: 'spot.obj', checksum: 'of no account here', shape: file!.mesh! };
}

/** Maps that know little, made in seconds: enough to bring a scene nearer (seed 1). */
export const smallMaps = (model: DoModel): Promise<DoMaps> =>
  trainDo({ ...defaultTraining, samples: 200, maps: 3, voxel: 0.3 }, model, localCrew());
