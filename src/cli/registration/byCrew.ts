import type { Crew } from '../../jobs/crew/crew.ts';
import type { Stop } from '../../registration/types.ts';
import { interruptible } from './interrupt.ts';
import { openNodeCrew } from './nodeCrew.ts';

interface Watched {
  readonly stop: Stop;
  /** The part that is done, from 0 to 1. */
  readonly onProgress: (part: number) => void;
}

/** Work of a crew of `workers` threads: its progress on stderr, stopped by Ctrl-C; the crew goes with it. */
export async function byCrew<T>(workers: number, work: (crew: Crew, watched: Watched) => Promise<T>): Promise<T> {
  const crew = await openNodeCrew(workers);
  try {
    return await interruptible(
      (stop, show) => work(crew, { stop, onProgress: (part) => show(`${Math.floor(100 * part)} %`) }),
      () => 'stopped',
    );
  } finally {
    crew.close();
  }
}
