import { askingWorker } from '../../../src/jobs/asking.ts';
import { ticketed } from '../../../src/jobs/ticketed.ts';
import type { JobEvents } from '../../../src/scene/model.ts';
import type { DigitApi } from './api.ts';
import type { NetRefusal } from './own.ts';
import type { DigitLook, DigitMore, DigitNet, DigitSpec, MoreSpec } from './run/types.ts';

export interface DigitJobs {
  lookAtDigit(spec: DigitSpec, signal: AbortSignal): Promise<DigitLook>;
  /** What is found besides. */
  moreOfDigit(spec: MoreSpec, signal: AbortSignal): Promise<DigitMore>;
  /** How a network does on the test digits. */
  aboutNet(net: number, signal: AbortSignal): Promise<DigitNet>;
  /** A network of the reader's own, under a number of its own; why it is not taken, null: it is. */
  bringNet(net: number, file: File): Promise<NetRefusal | null>;
  forgetNet(net: number): void;
  dispose(): void;
}

const spawnWorker = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

const usesOf = (net: number) => ({ uses: net === 0 ? [] : [String(net)] });

export function openDigitJobs({ onRestart }: Pick<JobEvents, 'onRestart'>, spawn = spawnWorker): DigitJobs {
  const asker = askingWorker<DigitApi, File>({
    ...{ spawn, onDeath: onRestart },
    greet: (api) => api.open(),
    holds: {
      keep: (api, id, file) => api.bring(Number(id), file.name, file),
      forget: (api, id) => api.forget(Number(id)),
    },
  });
  const ask = ticketed(asker);
  return {
    // A pen moves faster than digits are read.
    lookAtDigit: (spec, signal) =>
      ask(signal, (api, ticket) => api.look(spec, ticket), { ...usesOf(spec.net), lane: 'look' }),
    moreOfDigit: (spec, signal) =>
      ask(signal, (api, ticket) => api.more(spec, ticket), { ...usesOf(spec.net), lane: 'more' }),
    aboutNet: (net, signal) => ask(signal, (api, ticket) => api.about(net, ticket), usesOf(net)),
    bringNet(net, file) {
      asker.keep(String(net), file);
      return asker.ask<NetRefusal | null>((api) => api.refusal(net), usesOf(net));
    },
    forgetNet: (net) => asker.forget(String(net)),
    dispose: () => asker.dispose(),
  };
}
