import { sceneModel } from '../../src/scene/model.ts';
import { createBasinStore } from './basins/store.ts';
import { createShown } from '../../src/scene/results/results.ts';
import { createComputeStore, keepReport, untilPictured } from './runs/compute.ts';
import { createGuessStore } from './runs/guess.ts';
import type { HeatLook } from './heat/look.ts';
import type { TuneLook } from './tune/look.ts';
import { table } from './state/rules.ts';

/** The optimizer scene without its page. Its records are computed in the very event that asks for them (`useRuns`), grids and swarms by its jobs. */
export const lab = sceneModel({
  table,
  jobs: async ({ own: { compute } }) => {
    // GPU.js comes after the first picture, in its worker.
    await untilPictured(compute);
    const { createJobs } = await import('../../src/jobs/client.ts');
    return ({ query, onRestart }) => createJobs({ override: query.get('gpu') ?? undefined, onWorker: onRestart });
  },
  own: () => ({
    /** The mark of a visitor who predicts where a run will be. */
    guess: createGuessStore(),
    compute: createComputeStore(),
    /** Where every start ends, as far as it is known. */
    basins: createBasinStore(),
    /** The heat map on view; its view computes it. */
    heat: createShown<HeatLook>(),
    /** The tuning on view, likewise. */
    tune: createShown<TuneLook>(),
  }),
  keep: ({ own: { compute } }, jobs) => keepReport(compute, jobs),
});

export type LabSession = ReturnType<typeof lab.open>;
