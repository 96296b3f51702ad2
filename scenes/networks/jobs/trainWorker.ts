import { expose } from 'comlink';
import { dataFor } from '../run/data.ts';
import { trainAll } from '../run/train.ts';
import type { Row } from '../run/types.ts';
import type { TrainApi } from './api.ts';
import { createDigits } from '../../../src/jobs/shippedDigits.ts';
import { createTickets } from '../../../src/jobs/tickets.ts';

/** Milliseconds between two parts: the picture grows with them. */
const BETWEEN = 120;

const tickets = createTickets();
const digits = createDigits();

expose({
  open: () => undefined,
  data: (spec) => dataFor(spec, digits),
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
      await dataFor(spec, digits),
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
