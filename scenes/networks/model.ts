import { sceneModel, shownOf, type Beside } from '../../src/scene/model.ts';
import { resultOf } from '../../src/scene/results/resultOf.ts';
import type { AskingOf } from '../../src/scene/results/types.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { Jobs } from './jobs/jobs.ts';
import { cornersFor } from './landscape/corners.ts';
import type { Look } from './landscape/look.ts';
import type { LandscapeSpec } from './landscape/types.ts';
import { createFiles, type Files } from './own/files.ts';
import { createCollector } from './run/collect.ts';
import { dataFor } from './run/data.ts';
import { computeHeat, heatKey, heatSpec } from './heat/compute.ts';
import type { HeatLook } from './heat/look.ts';
import { idsOf } from './read.ts';
import { computeStarts, startsKey, startsSpec } from './starts/compute.ts';
import type { StartsLook } from './starts/look.ts';
import type { Run, RunSpec } from './run/types.ts';
import { studyFor, type StudyId } from './studies/ids.ts';
import type { Sharpness } from './studies/sharpness.ts';
import type { Study } from './studies/types.ts';
import { specOf, table, type State, type StateEntries } from './state.ts';

export type { Look };

export type Results = {
  readonly run: Run;
  readonly landscape: Look;
  /** The same plane under the other loss. */
  readonly other: Look;
  readonly sharpness: Bent;
  readonly study: Studied;
  readonly heat: HeatLook;
  readonly starts: StartsLook;
};

/** λmax along the paths of a run. */
export interface Bent {
  readonly run: Run;
  readonly sharpness: Sharpness;
}

/** What a card's experiment found. */
export interface Studied {
  readonly id: StudyId;
  readonly study: Study;
}

/** What no link holds: the newest run that planes are laid through, whole where one has been. */
export interface Own {
  readonly files: StoreApi<Files>;
  whole: { readonly key: string; readonly run: Run } | null;
}
type Besides = Beside<Results, Own>;

/** What is to be on view: a training of the page, or the one that the reader brought. */
type RunQuestion = { readonly spec: RunSpec } | NonNullable<Files['run']>;

function runQuestion(state: State, { own }: Besides): RunQuestion | null {
  const { run } = own.files.getState();
  if (run) return run;
  const spec = specOf(state);
  return spec && { spec };
}

async function train(
  question: RunQuestion,
  jobs: Jobs,
  { signal, onPart }: AskingOf,
  emit: (run: Run) => void,
): Promise<Run> {
  if ('run' in question) return question.run;
  const { spec } = question;
  const collector = createCollector(spec, await dataFor(spec, (count) => jobs.digits(count, signal)));
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
function lookSpec({ plane, planeSeed, corners, zoom, selected }: State, { results, own }: Besides): LookSpec | null {
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
  // The principal plane is nobody's own; only batch normalization needs a net whose statistics hold for all of it.
  const about = plane === 'pca' && !whole.run.network.batchNorm ? 0 : Math.max(place, 0);
  const seed = plane === 'random' ? planeSeed : 0;
  const nets = plane === 'points' ? { corners: cornersFor(corners, idsOf(whole.run), selected) } : {};
  return { run: whole.run, spec: { run: whole.key, kind: plane, seed, about, zoom, ...nets } };
}

async function look(
  { run, spec }: LookSpec,
  jobs: Jobs,
  { signal }: AskingOf,
  emit: (look: Look) => void,
): Promise<Look> {
  if (run.landscape) return { run, landscape: run.landscape };
  const told: Look[] = [];
  await jobs.landscape(
    spec,
    run,
    (landscape) => {
      told[0] = { run, landscape };
      emit(told[0]);
    },
    signal,
  );
  const [whole] = told;
  if (!whole) throw new Error('the landscape was not told');
  return whole;
}

interface OfRun {
  readonly key: string;
  readonly run: Run;
}

const keyOf = ({ key }: { readonly key: string }): string => key;

/** The whole run, once there is one. */
function restedRun({ own }: Besides): OfRun | null {
  // Of a landscape from elsewhere there is no net to ask.
  return own.whole?.run.whole && !own.whole.run.landscape ? own.whole : null;
}

async function bend({ run }: OfRun, jobs: Jobs, { signal }: AskingOf, emit: (bent: Bent) => void): Promise<Bent> {
  let newest: Bent = { run, sharpness: { tracks: [] } };
  await jobs.sharpness(run, (sharpness) => emit((newest = { run, sharpness })), signal);
  return newest;
}

interface StudySpec {
  readonly key: string;
  readonly id: StudyId;
  /** null: it has a setting of its own. */
  readonly run: Run | null;
  readonly place: number;
}

function studySpec({ card, selected }: State, besides: Besides): StudySpec | null {
  const wanted = studyFor(card);
  if (!wanted) return null;
  const { study: id, ofRun } = wanted;
  if (!ofRun) return { key: id, id, run: null, place: 0 };
  const rested = restedRun(besides);
  if (!rested) return null;
  const { run } = rested;
  // They move single weights: under batch normalization, whose means go with the batch, that is another question.
  if (run.network.batchNorm || (id === 'accuracy' && run.network.task === 'values')) return null;
  const found = run.tracks.findIndex((track) => track.id === selected);
  const place = Math.max(found, 0);
  return { key: `${id} ${place} ${rested.key}`, id, run, place };
}

/** The same plane, seen by the loss that the net was not trained with. */
function otherSpec(state: State, besides: Besides): LookSpec | null {
  const look = state.view === 'losses' ? lookSpec(state, besides) : null;
  if (!look || look.run.network.task !== 'classes') return null;
  const loss = look.run.network.loss === 'cross-entropy' ? 'squared-error' : 'cross-entropy';
  return { run: look.run, spec: { ...look.spec, loss } };
}

const lookKey = ({ spec }: LookSpec): string => JSON.stringify(spec);

/** Bytes of older runs for the way back, of each result: a run of digits in nets of width 64 has 80 MB, and a landscape holds the run that it is of. */
const ROOM = 100e6;

export const model = sceneModel<StateEntries, Jobs, Results, Own>({
  table,
  own: () => ({ whole: null, files: createFiles() }),
  jobs: async () => (await import('./jobs/jobs.ts')).openJobs,
  results: {
    run: resultOf(runQuestion, train, {
      key: (question) => ('run' in question ? `file ${question.number}` : JSON.stringify(question.spec)),
      ends: true,
      steps: ({ parts }) => parts,
      // As many as the foremost has: one that diverged has fewer for good.
      there: ({ tracks, whole }) => (whole ? null : Math.max(...tracks.map(({ count }) => count)) - 1),
      restsAtEnd: true,
      ...{ kept: 4, room: ROOM },
    }),
    landscape: resultOf(lookSpec, look, { ends: true, key: lookKey, kept: 8, room: ROOM }),
    other: resultOf(otherSpec, look, { ends: true, key: lookKey, kept: 8, room: ROOM }),
    sharpness: resultOf(
      ({ quantity }: State, besides: Besides) => (quantity === 'sharpness' ? restedRun(besides) : null),
      bend,
      { ends: true, key: keyOf, kept: 4, room: ROOM },
    ),
    study: resultOf(
      studySpec,
      async ({ id, run, place }, jobs: Jobs, { signal, onPart }) => ({
        id,
        study: await jobs.study(id, run, place, onPart, signal),
      }),
      { ends: true, key: keyOf, kept: 12 },
    ),
    heat: resultOf(heatSpec, computeHeat, { ends: true, key: heatKey, kept: 8 }),
    starts: resultOf(startsSpec, computeStarts, { ends: true, key: startsKey, kept: 8 }),
  },
});
