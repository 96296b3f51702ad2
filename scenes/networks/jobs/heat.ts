import type { Crew } from '../../../src/jobs/crew/crew.ts';
import { openPageCrew } from '../../../src/jobs/crew/page.ts';
import { reopening } from '../../../src/jobs/reopening.ts';
import type { TrainingMapSetup } from '../../../src/jobs/trainingMap/duty.ts';
import { trainingMap, type TrainingMap } from '../../../src/jobs/trainingMap/map.ts';

export interface HeatHeard {
  readonly onProgress: (part: number) => void;
  readonly onPart: (map: TrainingMap, stride: number) => void;
}

/** More would be idle by the time that they are up. */
const MOST_WORKERS = 6;

/** A crew for maps, that the first of them opens; one whose worker died ends, and the next try opens another. */
export function openHeat(onRestart: () => void) {
  const opened = new Set<Crew>();
  const open = async () => {
    const crew = await openPageCrew(Math.min(Math.max(navigator.hardwareConcurrency, 1), MOST_WORKERS));
    opened.add(crew);
    return crew;
  };
  const close = (crew: Crew) => {
    opened.delete(crew);
    crew.close();
  };
  const withCrew = reopening<Crew>(open, (dead, death) => {
    close(dead);
    onRestart();
    throw death;
  });
  let gone = false;
  return {
    ask: (setup: TrainingMapSetup, heard: HeatHeard, signal: AbortSignal): Promise<TrainingMap> =>
      withCrew((crew) => {
        // It came up after the page had gone.
        if (gone) close(crew);
        return trainingMap(setup, crew, { ...heard, stop: signal });
      }),
    dispose() {
      gone = true;
      [...opened].forEach(close);
    },
  };
}
