import type { Extras } from '../../../src/reconstruction/network/extras.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { fetchShown, wantedOf, type Wanted } from '../picture/shown.ts';
import { chosenOf, table, type State } from '../state.ts';
import type { Held } from './heldThing.ts';

/* What is kept to be compared: the state names it, where a link can, and the page remembers it with its answer. */

/** What links call a thing; null: it is somebody's own, and no link holds it. */
export function thingOf({ from, key, sample }: Held['shown']): string | null {
  if (sample) return `${sample.category}:${sample.seed}`;
  return from === 'own' ? null : key.slice(from.length + 1);
}

/** What is kept as far as this page remembers it: it may have been put away since, or a link may name another. */
export const rememberedOf = ({ beside }: Pick<State, 'beside'>, held: Held | null): Held | null =>
  held && thingOf(held.shown) === beside ? held : null;

/** What the state names and this page does not remember; null: nothing. */
export function besideOf(state: Pick<State, 'beside'>, held: Held | null): Wanted | null {
  if (state.beside === null || rememberedOf(state, held)) return null;
  return wantedOf(table.rules.resolve(chosenOf(state.beside) ?? {}), { picture: null });
}

export async function fetchHeld(wanted: Wanted, extras: Extras, jobs: Jobs, signal: AbortSignal): Promise<Held> {
  const shown = await fetchShown(wanted, jobs, signal);
  const { points, feature } = await jobs.answerBeside(shown.picture, extras, signal);
  return { shown, picture: shown.picture, points, feature };
}
