import { expose } from 'comlink';
import { landscapeOf } from '../landscape/compute.ts';
import type { AsideApi } from './api.ts';
import { createTickets } from './tickets.ts';

const tickets = createTickets();

expose({
  open: () => undefined,
  landscape: (spec, run, traces, ticket, onPart) => landscapeOf(spec, run, traces, onPart, tickets.pauseFor(ticket)),
  cancel: tickets.cancel,
} satisfies AsideApi);
