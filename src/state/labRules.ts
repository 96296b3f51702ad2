import { FIRST_SCENE, type SceneRules } from './link.ts';
import { experimentOf, normalise, resolve } from './resolve.ts';
import { decodeRuns, encodeRuns } from './runs.ts';
import type { LabState, Overrides } from './types.ts';
import { plainFields } from './urlFields.ts';

/** The optimizer scene, whose links name no scene. */
export const labRules: SceneRules<Overrides, LabState> = {
  id: FIRST_SCENE,
  normalise,
  resolve,
  fields: plainFields,
  extra: {
    key: 'o',
    write: ({ runs }) => encodeRuns(runs),
    read: (text, context) => {
      const { runs, junk } = decodeRuns(text, experimentOf(context));
      return { overrides: { runs }, junk };
    },
  },
};
