import { sceneModel, shownOf, type Beside } from '../../src/scene/model.ts';
import { resultOf } from '../../src/scene/results/resultOf.ts';
import type { AskingOf } from '../../src/scene/results/types.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Landscape, LandscapeSpec } from './landscape/types.ts';
import { createCollector } from './run/collect.ts';
import type { Run, RunSpec } from './run/types.ts';
import { specOf, table, type State, type StateEntries } from './state.ts';

export type Results = {
  readonly run: Run;
  readonly landscape: Look;
};

/** A landscape with the run that it is of. */
export interface Look {
  readonly run: Run;
  readonly landscape: Landscape;
}

/** What no link holds: the newest run that planes are laid through, whole where one has been. */
export interface Own {
  whole: { readonly key: string; readonly run: Run } | null;
}
type Besides = Beside<Results, Own>;

async function train(spec: RunSpec, jobs: Jobs, { signal, onPart }: AskingOf, emit: (run: Run) => void): Promise<Run> {
  const collector = createCollector(spec);
  const most = (collector.run(false).parts + 1) * spec.optimizers.length;
  let had = 0;
  await jobs.train(
    spec,
    (rows) => {
      rows.forEach(collector.add);
      had += rows.length;
      onPart(had / most);
      emit(collector.run(false));
    },
    signal,
  );
  return collector.run(true);
}

interface LookSpec {
  readonly run: Run;
  readonly spec: LandscapeSpec;
}

/** A first look at a training that is under way, where there is none before: after these shares of it. */
const LOOKS = [0.15, 0.5] as const;

/** Recomputed when a training rests; while one runs the older one stays. */
function lookSpec({ plane, planeSeed, zoom, selected }: State, { results, own }: Besides): LookSpec | null {
  const { value, key, fresh, older } = shownOf(results.run);
  if (fresh && value && key) own.whole = { key, run: value };
  else if (!own.whole?.run.whole && value && key && !older) {
    const least = Math.min(...value.tracks.map(({ count }) => count)) / (value.parts + 1);
    const passed = LOOKS.filter((share) => least >= share).length;
    const name = `${key} ${passed}`;
    if (passed > 0 && own.whole?.key !== name) own.whole = { key: name, run: value };
  }
  const { whole } = own;
  if (!whole) return null;
  const place = whole.run.tracks.findIndex(({ id }) => id === selected);
  const about = plane === 'pca' ? 0 : Math.max(place, 0);
  const seed = plane === 'random' ? planeSeed : 0;
  return { run: whole.run, spec: { run: whole.key, kind: plane, seed, about, zoom } };
}

async function look(
  { run, spec }: LookSpec,
  jobs: Jobs,
  { signal }: AskingOf,
  emit: (look: Look) => void,
): Promise<Look> {
  let newest: Look | null = null;
  await jobs.landscape(spec, run, (landscape) => emit((newest = { run, landscape })), signal);
  if (!newest) throw new Error('the landscape was not told');
  return newest;
}

export const model = sceneModel<StateEntries, Jobs, Results, Own>({
  table,
  own: () => ({ whole: null }),
  jobs: async () => (await import('./jobs/jobs.ts')).openJobs,
  results: {
    run: resultOf(specOf, train, { ends: true, steps: ({ parts }) => parts, restsAtEnd: true, kept: 4 }),
    landscape: resultOf(lookSpec, look, { ends: true, key: ({ spec }) => JSON.stringify(spec), kept: 8 }),
  },
});
