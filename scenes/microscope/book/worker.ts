import { expose } from 'comlink';
import { fastArithmetic } from '../../../src/jobs/networkArithmetic.ts';
import { createDigits } from '../../../src/jobs/shippedDigits.ts';
import { createTickets } from '../../../src/jobs/tickets.ts';
import type { BookApi } from './api.ts';
import { isMeasured } from './ids.ts';
import { drive } from './run/drive.ts';
import { runKey, runs } from './run/kept.ts';
import { openGpuPasses } from './run/gpuPasses.ts';
import { race } from './run/race.ts';
import { measureSpeed } from './run/speed.ts';

const tickets = createTickets();
const digits = createDigits();
const now = () => performance.now();
/** Runs that were given up for good. */
const forgotten = new Set<string>();

expose({
  open: () => undefined,
  async run({ id, seed }, ticket, tell) {
    const pause = tickets.pauseFor(ticket);
    const arithmetic = fastArithmetic();
    if (isMeasured(id)) {
      const { train } = await digits(1000);
      if (id === 'batch-race') await race({ samples: train, arithmetic, now, tell, pause });
      else await measureSpeed({ samples: train, fast: arithmetic, openGpu: openGpuPasses, now, tell, pause });
      return;
    }
    const key = runKey(id, seed, arithmetic.id);
    forgotten.delete(key);
    await drive({
      ...{ id, seed, arithmetic, now, tell, pause },
      digits: () => digits(Infinity),
      kept: await runs.get(key),
      keep: async (run) => forgotten.has(key) || runs.keep(key, run),
    });
  },
  async forget({ id, seed }) {
    if (isMeasured(id)) return;
    const key = runKey(id, seed, fastArithmetic().id);
    forgotten.add(key);
    await runs.forget(key);
  },
  cancel: tickets.cancel,
} satisfies BookApi);
