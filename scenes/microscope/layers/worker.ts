import { expose } from 'comlink';
import { fastArithmetic } from '../../../src/jobs/networkArithmetic.ts';
import { createDigits } from '../../../src/jobs/shippedDigits.ts';
import { createTickets } from '../../../src/jobs/tickets.ts';
import type { LayersApi } from './api.ts';
import { trainAll } from './run/train.ts';
import type { Row } from './run/types.ts';

/** Milliseconds between two parts: the picture grows with them. */
const BETWEEN = 150;

const tickets = createTickets();
const digits = createDigits();

expose({
  open: () => undefined,
  async train(spec, ticket, onRows) {
    const pause = tickets.pauseFor(ticket);
    let waiting: Row[] = [];
    let last = -Infinity;
    const flush = async () => {
      const rows = waiting;
      waiting = [];
      last = performance.now();
      if (rows.length > 0) await onRows(rows);
    };
    const data = await digits(spec.samples);
    await trainAll(
      spec,
      data,
      fastArithmetic(),
      (row) => waiting.push(row),
      async () => {
        await pause();
        if (performance.now() - last > BETWEEN) await flush();
      },
    );
    await flush();
  },
  cancel: tickets.cancel,
} satisfies LayersApi);
