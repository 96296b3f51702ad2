import { askingWorker } from '../../src/jobs/asking.ts';
import { sceneModel } from '../../src/scene/model.ts';
import { resultOf } from '../../src/scene/results/resultOf.ts';
import { flag, number } from '../../src/scene/state/entries.ts';
import { stateTable, type StateOf } from '../../src/scene/state/table.ts';
import type { RingApi } from './worker.ts';

const spec = { default: 12, min: 3, max: 200, scale: 'log', integer: true, accepts: { min: 3, max: 1000 } } as const;

/** A number and a switch, which links hold as `n` and `half`. */
const table = stateTable(
  { corners: number('n', spec), turned: flag('half', false, { key: 'k' }) },
  { id: 'newcomer', maxSteps: 1000, prefix: 'new' },
);
type State = StateOf<typeof table.entries>;

const spawn = () => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
const openJobs = ({ onRestart }: { readonly onRestart: () => void }) =>
  askingWorker<RingApi>({ spawn, greet: (api) => api.open(), onDeath: onRestart });

/** The corners of a regular polygon, computed by the scene's worker. */
const ring = resultOf(
  ({ corners, turned }: State) => ({ corners, turned }),
  ({ corners, turned }, jobs: ReturnType<typeof openJobs>, { signal }) =>
    jobs.ask((api) => api.ring(corners, turned), { lane: 'ring', signal }),
  { steps: (points) => points.length / 3 },
);

export const model = sceneModel({ table, jobs: () => Promise.resolve(openJobs), results: { ring } });
