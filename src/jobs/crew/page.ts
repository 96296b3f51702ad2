import type { Crew } from './crew.ts';
import { openCrew } from './remote.ts';

const spawn = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** A crew of Web Workers. Throws WorkerBrokenError where none can be had. */
export const openPageCrew = (size: number): Promise<Crew> => openCrew(size, spawn);
