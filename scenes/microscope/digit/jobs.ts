import { askingWorker } from '../../../src/jobs/asking.ts';
import { ticketed } from '../../../src/jobs/ticketed.ts';
import type { JobEvents } from '../../../src/scene/model.ts';
import type { DigitApi } from './api.ts';
import type { DigitLook, DigitNet, DigitSpec } from './run/types.ts';

export interface DigitJobs {
  lookAtDigit(spec: DigitSpec, signal: AbortSignal): Promise<DigitLook>;
  /** How a network does on the test digits. */
  aboutNet(net: number, signal: AbortSignal): Promise<DigitNet>;
  dispose(): void;
}

const spawn = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

export function openDigitJobs({ onRestart }: JobEvents): DigitJobs {
  const asker = askingWorker<DigitApi>({ spawn, greet: (api) => api.open(), onDeath: onRestart });
  const ask = ticketed(asker);
  return {
    lookAtDigit: (spec, signal) => ask(signal, (api, ticket) => api.look(spec, ticket)),
    aboutNet: (net, signal) => ask(signal, (api, ticket) => api.about(net, ticket)),
    dispose: () => asker.dispose(),
  };
}
