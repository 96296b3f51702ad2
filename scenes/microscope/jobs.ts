import type { JobEvents } from '../../src/scene/model.ts';
import { openBookJobs, type BookJobs } from './book/jobs.ts';
import { openDigitJobs, type DigitJobs } from './digit/jobs.ts';
import { openLayersJobs, type LayersJobs } from './layers/jobs.ts';

/** What the parts of the scene ask of their workers. Every call rejects with an AbortError when its signal aborts; no worker is started before the first call that needs it. */
export type Jobs = LayersJobs & DigitJobs & BookJobs;

export function openJobs(events: JobEvents): Jobs {
  const parts = [openLayersJobs(events), openDigitJobs(events), openBookJobs(events)] as const;
  const [layers, digit, book] = parts;
  return { ...layers, ...digit, ...book, dispose: () => parts.forEach((part) => part.dispose()) };
}
