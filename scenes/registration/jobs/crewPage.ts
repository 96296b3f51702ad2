import type { Crew } from '../../../src/jobs/crew/crew.ts';
import { openCrew } from '../../../src/jobs/crew/remote.ts';

const spawn = (): Worker => new Worker(new URL('./crewWorker.ts', import.meta.url), { type: 'module' });

/** A crew of Web Workers. Throws WorkerBrokenError where none can be had. */
export const openPageCrew = (size: number): Promise<Crew> => openCrew(size, spawn);
