/** What takes a while and then changes the scene: reading a file, cutting the picture in hand out anew. */
type Slow = 'file' | 'cut';

const newest = new WeakMap<object, Map<Slow, AbortController>>();

function ticketsOf(session: object): Map<Slow, AbortController> {
  let tickets = newest.get(session);
  if (!tickets) newest.set(session, (tickets = new Map<Slow, AbortController>()));
  return tickets;
}

/** A ticket for what is asked for now. It aborts with the next one of its kind, and when the visitor turns to something else. */
export function ask(session: object, slow: Slow): AbortSignal {
  const tickets = ticketsOf(session);
  const mine = new AbortController();
  tickets.get(slow)?.abort();
  tickets.set(slow, mine);
  return mine.signal;
}

/** The visitor has turned to something else: what an older question still answers is not wanted. */
export function withdraw(session: object): void {
  for (const ticket of ticketsOf(session).values()) ticket.abort();
}
