import type { SceneSession } from '../model.ts';
import type { State } from '../state.ts';

/** What takes a while and then changes the scene: reading a file, cutting the picture in hand out anew. */
type Slow = 'file' | 'cut';

const newest = new WeakMap<SceneSession, Map<Slow, AbortController>>();

function ticketsOf(session: SceneSession): Map<Slow, AbortController> {
  let tickets = newest.get(session);
  if (!tickets) newest.set(session, (tickets = new Map<Slow, AbortController>()));
  return tickets;
}

/** A ticket for what is asked for now. It aborts with the next one of its kind, and when the visitor turns to something else. */
export function ask(session: SceneSession, slow: Slow): AbortSignal {
  const tickets = ticketsOf(session);
  const mine = new AbortController();
  tickets.get(slow)?.abort();
  tickets.set(slow, mine);
  const end = session.store.subscribe((now, before) => {
    if (isElsewhere(now.state, before.state)) withdraw(session);
  });
  mine.signal.addEventListener('abort', end, { once: true });
  return mine.signal;
}

/** A question was opened, or a link followed: both show a picture of their own, as a choice in the gallery does. */
function isElsewhere(now: State, before: State): boolean {
  if (now.card !== null && now.card !== before.card) return true;
  const parts = ['picture', 'drawing', 'category', 'seed'] as const;
  return now.picture !== 'own' && parts.some((part) => now[part] !== before[part]);
}

/** The visitor has turned to something else: what an older question still answers is not wanted. */
export function withdraw(session: SceneSession): void {
  for (const ticket of ticketsOf(session).values()) ticket.abort();
}

/** What is asked for now of this kind is not wanted any more. */
export function stop(session: SceneSession, slow: Slow): void {
  ticketsOf(session).get(slow)?.abort();
}
