import { defaultsOf } from '../../../src/params/spec.ts';
import { stateTable } from '../../../src/scene/state/table.ts';
import { withoutDefaults } from '../../../src/state/common.ts';
import { FIRST_SCENE } from '../../../src/state/link.ts';
import { MAX_STEPS, sceneDefaults } from './defaults.ts';
import { entries } from './entries.ts';
import { experimentOf, experimentState } from './experiment.ts';
import { fieldsAround } from './fields.ts';
import { decodeRuns, differing, encodeRuns, normaliseRuns } from './runs.ts';
import type { LabEntries, LabState, Overrides } from './types.ts';

/** The state of the optimizer scene, whose links name no scene: entries for what stands alone, rules by hand for what follows from the experiment. */
export const table = stateTable<LabEntries>(entries, {
  id: FIRST_SCENE,
  prefix: 'panel',
  maxSteps: MAX_STEPS,
  rules: (own) => ({
    id: own.id,
    normalise,
    resolve: (overrides) => ({ ...own.resolve(overrides), ...experimentState(overrides) }),
    fields: (context) => fieldsAround(own.fields(context), context),
    extra: {
      key: 'o',
      write: ({ runs }) => encodeRuns(runs),
      read: (text, context) => {
        const { runs, junk } = decodeRuns(text, experimentOf(context), context);
        return { overrides: { runs }, junk };
      },
    },
  }),
});

export const labRules = table.rules;
export const resolve = (overrides: Overrides): LabState => labRules.resolve(overrides);

/** They say which experiment it is, which the base has too, or are the visitor's own. */
const ALWAYS_KEPT: ReadonlySet<string> = new Set(['surface', 'formula', 'domain', 'rule']);

/** Drops every override that says what the default says anyway, so that links stay short and one picture has one link. */
export function normalise(overrides: Overrides): Overrides {
  const { surface, formula, domain } = overrides;
  const experiment = experimentOf(overrides);
  const surfaceParams = differing(overrides.surfaceParams, defaultsOf(experiment.surface.params ?? {}));
  const runs = normaliseRuns(experiment, overrides);
  const own = formula !== undefined;
  const which = {
    surface: own || surface === sceneDefaults.surface ? undefined : surface,
    domain: own ? domain : undefined,
    surfaceParams: undefined,
    runs: undefined,
  };
  return {
    ...withoutDefaults({ ...overrides, ...which }, resolve({ surface, formula, domain }), ALWAYS_KEPT),
    ...(surfaceParams && { surfaceParams }),
    ...(runs && { runs }),
  };
}
