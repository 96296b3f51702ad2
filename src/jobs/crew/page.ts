import type { Crew } from './crew.ts';
import { openCrew } from './remote.ts';

const spawn = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** A crew of Web Workers. Throws WorkerBrokenError where none can be had. */
export const openPageCrew = (size: number): Promise<Crew> => openCrew(size, spawn);

/** One worker a core, `most` at most. */
export const openCoresCrew = (most = Infinity): Promise<Crew> =>
  openPageCrew(Math.min(Math.max(navigator.hardwareConcurrency, 1), most));

/** For a map on view: more would be idle by the time that they are up. */
export const openMapCrew = (): Promise<Crew> => openCoresCrew(6);
