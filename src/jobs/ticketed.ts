import type { Remote } from 'comlink';
import type { Asker, AskOptions } from './asking.ts';

/** A worker whose calls may be given up, see `createTickets`. */
export interface Cancels {
  open(): void;
  cancel(ticket: number): void;
}

/** What a worker tells while it is at it; awaited there, so that the answer does not come before it. */
export type Told = void | Promise<void>;

/** Calls of a worker that each have a ticket, by which they are cancelled with their signal. */
export function ticketed<Api extends Cancels>(asker: Pick<Asker<Api>, 'ask'>) {
  let tickets = 0;
  return async <T>(
    signal: AbortSignal,
    call: (api: Remote<Api>, ticket: number, heard: () => void) => Promise<T>,
    options: Pick<AskOptions, 'uses' | 'lane'> = {},
  ): Promise<T> => {
    const ticket = ++tickets;
    const cancel = () => void asker.ask((api) => (api as Remote<Cancels>).cancel(ticket)).catch(() => undefined);
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await asker.ask((api, heard) => call(api, ticket, heard), { ...options, signal });
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  };
}

/** Progress is a sign of life; of what is no longer wanted nobody hears. */
export const hearing =
  <T>(heard: () => void, signal: AbortSignal, tell: (value: T) => void) =>
  (value: T) => {
    heard();
    if (!signal.aborted) tell(value);
  };
