import { stepShown } from '../trace/jump.ts';
import type { Session } from '../runs/lab.tsx';
import { MAX_ENABLED, sceneDefaults } from '../state/defaults.ts';

/** What buttons and keys do to clock and store: the same in both places. */

export function togglePlay({ clock }: Session): void {
  if (clock.playing) clock.pause();
  else clock.play();
}

/** The whole step after the one shown, or the one before it; on the way between two, back to where the heads come from. */
export function neighbourOf(t: number, direction: 1 | -1): number {
  const shown = stepShown(t);
  if (direction > 0) return shown + 1;
  return t > shown ? shown : shown - 1;
}

/** To the next whole step, or the one before. */
export function stepBy({ clock }: Session, direction: 1 | -1): void {
  clock.pause();
  clock.seek(neighbourOf(clock.t, direction));
}

export function restOn({ clock }: Session, step: number): void {
  clock.pause();
  clock.seek(step);
}

export function toggleLoop({ store }: Session): void {
  store.update({ loop: !store.get().state.loop });
}

export const speeds = [0.25, 0.5, 1, 2, 4] as const;

export function setSpeed({ store }: Session, speed: number): void {
  store.update({ speed }, 'replace');
}

export function changeSpeed(session: Session, direction: 1 | -1): void {
  const { speed } = session.store.get().state;
  const next = direction > 0 ? speeds.find((s) => s > speed) : speeds.findLast((s) => s < speed);
  if (next !== undefined) setSpeed(session, next);
}

/** The nth enabled optimizer, counted from 0. */
export function selectNth({ store }: Session, n: number): void {
  const run = store.get().state.runs.filter(({ enabled }) => enabled)[n];
  if (run) store.update({ selected: run.id });
}

export function toggleView({ store }: Session, view: 'book' | 'overlay'): void {
  store.update({ view: store.get().state.view === view ? 'relief' : view });
}

export function toggleHeight({ store }: Session): void {
  store.update({ height: store.get().state.height === 'log' ? 'linear' : 'log' });
}

export function toggleFlag(
  { store }: Session,
  flag: 'plan' | 'swarm' | 'labels' | 'arrows' | 'field' | 'loop' | 'presenting',
): void {
  store.update({ [flag]: !store.get().state[flag] });
}

/** What ran beside the one that was left alone, and in which experiment. */
const others = new WeakMap<Session['store'], { readonly experiment: number; readonly ids: readonly string[] }>();

/** Those that may come back to the one that is alone: never another scene's, and a card's scene has its own alone. */
export function besideSolo({ store }: Session): readonly string[] {
  const { state, experiment } = store.get();
  const left = others.get(store);
  if (left?.experiment === experiment) return left.ids;
  return state.card === null ? sceneDefaults.enabled : [];
}

/** Only the selected optimizer or, where it is alone already, those again that ran beside it. */
export function toggleSolo(session: Session): void {
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

/** Everything as on opening the page; language and theme stay. */
export function resetAll({ store }: Session): void {
  const { overrides } = store.get();
  const cleared = Object.fromEntries(Object.keys(overrides).map((key) => [key, undefined]));
  store.begin({ ...cleared, language: overrides.language, theme: overrides.theme });
}
