import { expose } from 'comlink';
import { trainAll } from '../run/train.ts';
import type { Row } from '../run/types.ts';
import type { TrainApi } from './api.ts';
import { createTickets } from './tickets.ts';

/** Milliseconds between two parts: the picture grows with them. */
const BETWEEN = 120;

const tickets = createTickets();

expose({
  open: () => undefined,
  async train(spec, ticket, onRows) {
    const pause = tickets.pauseFor(ticket);
    let waiting: Row[] = [];
    let last = performance.now();
    const flush = async () => {
      const rows = waiting;
      waiting = [];
      last = performance.now();
      if (rows.length > 0) await onRows(rows);
    };
    await trainAll(
      spec,
      (row) => waiting.push(row),
      async () => {
        await pause();
        if (performance.now() - last > BETWEEN) await flush();
      },
    );
    await flush();
  },
  cancel: tickets.cancel,
} satisfies TrainApi);
