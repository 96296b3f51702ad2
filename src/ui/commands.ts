import { stepShown } from '../trace/jump.ts';
import type { Session } from '../runs/session.tsx';

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

export function togglePresenting({ store }: Session): void {
  store.update({ presenting: !store.get().state.presenting });
}

/** Everything as on opening the page; language and theme stay. */
export function resetAll({ store }: Session): void {
  const { overrides } = store.get();
  const cleared = Object.fromEntries(Object.keys(overrides).map((key) => [key, undefined]));
  store.begin({ ...cleared, language: overrides.language, theme: overrides.theme });
}

/** The last change, or what was taken back last. */
export function takeBack({ journal }: Session, again: boolean): void {
  const { current } = journal.getState();
  if (again) current?.redo();
  else current?.undo();
}
