import { optimizerScene } from '../../scenes/optimizers/index.ts';

/** The catalogue of scenes under their ids, in the order of the menu. Each brings its own code when it is opened. */
export const scenes = { optimizers: optimizerScene } as const;
