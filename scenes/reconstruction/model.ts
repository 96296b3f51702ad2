import { useSyncExternalStore } from 'react';
import type { Points } from '../../src/clouds/types.ts';
import { sceneModel, shownOf, type Beside } from '../../src/scene/model.ts';
import { resultOf } from '../../src/scene/results/resultOf.ts';
import { extrasIn, keyOfExtras } from './extras.ts';
import type { AskingOf } from '../../src/scene/results/types.ts';
import type { Means, MeansSpec } from '../../src/toys/means.ts';
import type { Answer, KinByChamfer, KinMap, KinPlace, Spread } from './jobs/api.ts';
import type { Jobs, ManyOf } from './jobs/jobs.ts';
import { createOwn, ownBelongings, type Kept, type Own } from './own.ts';
import { nothingSeen, see, type Asked, type Seen } from './picture/see.ts';
import { wantedOf, type Shown, type Wanted } from './picture/shown.ts';
import { besideOf, fetchHeld } from './kin/besides.ts';
import type { Held } from './kin/heldThing.ts';
import { table, type State, type StateEntries } from './state.ts';

/** Many answers to one picture. */
export interface Many {
  /** The picture, by its key. */
  readonly of: string;
  readonly samples: readonly Points[];
  /** null: not yet worked out. */
  readonly spread: Spread | null;
}

export type Results = {
  readonly picture: Seen;
  readonly means: Means;
  readonly kinMap: KinMap;
  readonly kinPlace: KinPlace;
  readonly kinByChamfer: KinByChamfer;
  readonly beside: Held;
  readonly many: Many;
};
type Besides = Beside<Results, Own>;

/** Two seconds at the clock's own pace. */
export const MORPH_STEPS = 5;

const keyOf = ({ shown }: { readonly shown: Shown }): string => shown.key;

/** Where the answer's points count: with other extras it has others. */
const answerKey = ({ shown, answer }: { readonly shown: Shown; readonly answer: Answer }): string =>
  `${shown.key} ${keyOfExtras(answer.extras)}`;

/** The picture on view, once it is answered, while the map of kin is open. */
function answered({ view }: State, { results }: Besides): { readonly shown: Shown; readonly answer: Answer } | null {
  const { shown, answer } = shownOf(results.picture).value ?? nothingSeen;
  return view === 'kin' && shown && answer ? { shown, answer } : null;
}

const meansSpec = ({ toy, meanOptimizer, meanLr, meanSeed, meanPoints }: State): MeansSpec => ({
  ...{ toy, optimizer: meanOptimizer, lr: meanLr, seed: meanSeed, points: meanPoints },
});

interface ManySpec extends ManyOf {
  readonly shown: Shown;
}

function manySpec(state: State, { results }: Besides): ManySpec | null {
  const { shown } = shownOf(results.picture).value ?? nothingSeen;
  const { view, samples, sampleSeed } = state;
  return view === 'many' && shown ? { shown, count: samples, seed: sampleSeed, extras: extrasIn(state) } : null;
}

async function drawMany(
  { shown, ...spec }: ManySpec,
  jobs: Jobs,
  { signal }: AskingOf,
  emit: (many: Many) => void,
): Promise<Many> {
  const samples = await jobs.many(shown.picture, spec, signal);
  const many = { of: shown.key, samples, spread: null };
  emit(many);
  return { ...many, spread: await jobs.spread(samples, signal) };
}

const asked = (state: State, { own }: Besides): Asked => ({
  ...wantedOf(state, own.getState()),
  extras: extrasIn(state),
});

const keyOfAsked = ({ key, extras }: Asked): string => `${key} ${keyOfExtras(extras)}`;

/** What is kept beside the picture on view, where only the state names it. */
function besideAsked(state: State, { own }: Besides): Asked | null {
  const wanted = state.view === 'kin' ? besideOf(state, own.getState().held) : null;
  return wanted && { ...wanted, extras: extrasIn(state) };
}

export const model = sceneModel<StateEntries, Jobs, Results, Own>({
  table,
  own: createOwn,
  belongings: ownBelongings,
  jobs: async () => (await import('./jobs/jobs.ts')).openJobs,
  keep({ own }, jobs) {
    const end = jobs.onFetching((fetching) => own.setState({ fetching }));
    return {
      dispose() {
        end();
        own.setState({ fetching: null });
      },
    };
  },
  results: {
    // Asked for in every view: files, table and onward links are of it.
    picture: resultOf(asked, see, {
      ...{ key: keyOfAsked, ends: true, restsAtEnd: true, kept: 2 },
      counts: ({ view }) => view === 'answer',
      steps: ({ answer }) => answer && MORPH_STEPS,
    }),
    means: resultOf(
      (state: State) => (state.view === 'losses' ? meansSpec(state) : null),
      (spec, jobs: Jobs, { signal }) => jobs.means(spec, signal),
      { ends: true, steps: ({ steps }) => steps },
    ),
    kinMap: resultOf(
      ({ view }: State) => (view === 'kin' ? {} : null),
      (_, jobs: Jobs, { signal }) => jobs.kinMap(signal),
      // Nothing moves there.
      { steps: () => 0 },
    ),
    kinPlace: resultOf(answered, ({ answer }, jobs: Jobs, { signal }) => jobs.kinPlace(answer.feature, signal), {
      ...{ key: keyOf, ends: true, stays: () => false },
    }),
    kinByChamfer: resultOf(
      answered,
      ({ answer }, jobs: Jobs, { signal, onPart }) => jobs.kinByChamfer(answer.points, onPart, signal),
      { key: answerKey, ends: true, stays: () => false },
    ),
    beside: resultOf(
      besideAsked,
      ({ extras, ...wanted }, jobs: Jobs, { signal }) => fetchHeld(wanted, extras, jobs, signal),
      {
        ...{ key: keyOfAsked, ends: true, stays: () => false },
      },
    ),
    // All of them, each alone in its turn, and all again.
    many: resultOf(manySpec, drawMany, {
      ...{
        key: ({ shown, count, seed, extras }) => `${shown.key} ${count} ${seed} ${keyOfExtras(extras)}`,
        ends: true,
        kept: 2,
      },
      stays: (older, { shown }) => older.of === shown.key,
      steps: ({ samples }) => samples.length + 1,
    }),
  },
});

export type SceneSession = ReturnType<typeof model.useSession>;

/** The newest picture with what there is of its answer; nothing at all before. */
export const useSeen = (): Seen => model.useResult('picture').value ?? nothingSeen;

/** The same outside of a component. */
export const seenIn = ({ results }: SceneSession): Seen => shownOf(results.picture).value ?? nothingSeen;

/** What the page shows, as soon as it is asked for: the sample where the state names what nobody here has. */
export function useWanted(): Wanted {
  const state = model.useState((whole) => whole);
  const picture = useOwn((kept) => kept.picture);
  return wantedOf(state, { picture });
}

/** Re-renders when what `select` picks of what no link holds changes (Object.is). */
export function useOwn<T>(select: (kept: Kept) => T): T {
  const { own } = model.useSession();
  return useSyncExternalStore(own.subscribe, () => select(own.getState()));
}
