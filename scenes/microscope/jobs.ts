import type { JobEvents } from '../../src/scene/model.ts';
import { openLayersJobs, type LayersJobs } from './layers/jobs.ts';

/** What the parts of the scene ask of their workers. Every call rejects with an AbortError when its signal aborts; no worker is started before the first call that needs it. */
export type Jobs = LayersJobs;

export function openJobs(events: JobEvents): Jobs {
  const parts = [openLayersJobs(events)] as const;
  const [layers] = parts;
  return { ...layers, dispose: () => parts.forEach((part) => part.dispose()) };
}
