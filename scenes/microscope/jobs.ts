import type { JobEvents } from '../../src/scene/model.ts';
import { openDigitJobs, type DigitJobs } from './digit/jobs.ts';
import { openLayersJobs, type LayersJobs } from './layers/jobs.ts';

/** What the parts of the scene ask of their workers. Every call rejects with an AbortError when its signal aborts; no worker is started before the first call that needs it. */
export type Jobs = LayersJobs & DigitJobs;

export function openJobs(events: JobEvents): Jobs {
  const parts = [openLayersJobs(events), openDigitJobs(events)] as const;
  const [layers, digit] = parts;
  return { ...layers, ...digit, dispose: () => parts.forEach((part) => part.dispose()) };
}
