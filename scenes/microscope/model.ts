import { sceneModel } from '../../src/scene/model.ts';
import { gatesResult } from './gates/result.ts';
import type { GatesRun } from './gates/run/types.ts';
import type { Jobs } from './jobs.ts';
import { layersResult } from './layers/result.ts';
import type { LayersRun } from './layers/run/types.ts';
import { table, type StateEntries } from './state.ts';

/** By the part that they belong to. */
export type Results = {
  readonly layers: LayersRun;
  readonly gates: GatesRun;
};

export const model = sceneModel<StateEntries, Jobs, Results>({
  table,
  jobs: async () => (await import('./jobs.ts')).openJobs,
  results: { layers: layersResult, gates: gatesResult },
});

export type Session = ReturnType<typeof model.open>;
export const useView = () => model.useState((state) => state.view);
