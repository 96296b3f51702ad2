import type { LabSession } from './model.ts';
import { MAX_ENABLED, sceneDefaults } from './state/defaults.ts';

/** What buttons and keys do to the optimizer scene's store, besides what they do in every scene. */

/** The nth enabled optimizer, counted from 0. */
export function selectNth({ store }: LabSession, n: number): void {
  const run = store.get().state.runs.filter(({ enabled }) => enabled)[n];
  if (run) store.update({ selected: run.id });
}

export function toggleView({ store }: LabSession, view: 'book' | 'overlay'): void {
  store.update({ view: store.get().state.view === view ? 'relief' : view });
}

/** To the place where the runs end, and back; from the same side, but framed anew. */
export function toggleNear({ store }: LabSession): void {
  const { near, camera } = store.get().state;
  store.update({ near: !near, camera: camera ? { ...camera, zoom: 1, pan: [0, 0, 0] } : undefined });
}

/** What ran beside the one that was left alone, and in which experiment. */
const others = new WeakMap<LabSession['store'], { readonly experiment: number; readonly ids: readonly string[] }>();

/** Those that may come back to the one that is alone: never another scene's, and a card's scene has its own alone. */
export function besideSolo({ store }: LabSession): readonly string[] {
  const { state, experiment } = store.get();
  const left = others.get(store);
  if (left?.experiment === experiment) return left.ids;
  return state.card === null ? sceneDefaults.enabled : [];
}

/** Only the selected optimizer or, where it is alone already, those again that ran beside it. */
export function toggleSolo(session: LabSession): void {
  const { store } = session;
  const { state, overrides, experiment } = store.get();
  const enabled = state.runs.filter((run) => run.enabled).map(({ id }) => id);
  const alone = enabled.length < 2;
  if (!alone) others.set(store, { experiment, ids: enabled });
  const wanted = new Set(alone ? [...enabled, ...besideSolo(session)] : [state.selected]);
  // The one that is there has its place first.
  const most = new Set([...wanted].slice(0, MAX_ENABLED));
  if (alone && most.size === enabled.length) return;
  const runs = Object.fromEntries(
    state.runs
      .filter((run) => run.enabled || most.has(run.id))
      .map(({ id }) => [id, { ...overrides.runs?.[id], enabled: most.has(id) }]),
  );
  // Whoever comes back does not take the selection with it.
  store.update({ selected: state.selected ?? undefined, runs: { ...overrides.runs, ...runs } });
}
