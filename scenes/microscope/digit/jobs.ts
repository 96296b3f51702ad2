import { askingWorker } from '../../../src/jobs/asking.ts';
import { ticketed } from '../../../src/jobs/ticketed.ts';
import type { JobEvents } from '../../../src/scene/model.ts';
import type { DigitApi } from './api.ts';
import type { DigitLook, DigitNet, DigitSpec } from './run/types.ts';

export interface DigitJobs {
  lookAtDigit(spec: DigitSpec, signal: AbortSignal): Promise<DigitLook>;
  /** How a network does on the test digits. */
  aboutNet(net: number, signal: AbortSignal): Promise<DigitNet>;
  /** A network of the reader's own, under a number of its own; rejects where it reads no digits. */
  bringNet(net: number, bytes: Uint8Array): Promise<void>;
  dispose(): void;
}

const spawn = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

const usesOf = (net: number) => ({ uses: net === 0 ? [] : [String(net)] });

export function openDigitJobs({ onRestart }: JobEvents): DigitJobs {
  const asker = askingWorker<DigitApi, Uint8Array>({
    ...{ spawn, onDeath: onRestart },
    greet: (api) => api.open(),
    holds: {
      keep: (api, id, bytes) => api.bring(Number(id), bytes),
      forget: (api, id) => api.forget(Number(id)),
    },
  });
  const ask = ticketed(asker);
  return {
    // A pen moves faster than digits are read.
    lookAtDigit: (spec, signal) =>
      ask(signal, (api, ticket) => api.look(spec, ticket), { ...usesOf(spec.net), lane: 'look' }),
    aboutNet: (net, signal) => ask(signal, (api, ticket) => api.about(net, ticket), usesOf(net)),
    async bringNet(net, bytes) {
      asker.keep(String(net), bytes);
      try {
        await asker.ask((api) => api.open(), usesOf(net));
      } catch (error) {
        asker.forget(String(net));
        throw error;
      }
    },
    dispose: () => asker.dispose(),
  };
}
