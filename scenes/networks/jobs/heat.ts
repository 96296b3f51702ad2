import type { Crew } from '../../../src/jobs/crew/crew.ts';
import { openPageCrew } from '../../../src/jobs/crew/page.ts';
import { reopening } from '../../../src/jobs/reopening.ts';
import type { TrainingMapSetup } from '../../../src/jobs/trainingMap/duty.ts';
import { startsMap, type StartsMap } from '../../../src/jobs/trainingMap/starts.ts';
import type { StartsSetup } from '../../../src/jobs/trainingMap/startsDuty.ts';
import { trainingMap, type TrainingMap } from '../../../src/jobs/trainingMap/map.ts';

export interface HeatHeard<M> {
  readonly onProgress: (part: number) => void;
  readonly onPart: (map: M, stride: number) => void;
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
  const by =
    <S, M>(compute: (setup: S, crew: Crew, options: HeatHeard<M> & { readonly stop: AbortSignal }) => Promise<M>) =>
    (setup: S, heard: HeatHeard<M>, signal: AbortSignal): Promise<M> =>
      withCrew((crew) => {
        // It came up after the page had gone.
        if (gone) close(crew);
        return compute(setup, crew, { ...heard, stop: signal });
      });
  return {
    map: by<TrainingMapSetup, TrainingMap>(trainingMap),
    starts: by<StartsSetup, StartsMap>(startsMap),
    dispose() {
      gone = true;
      [...opened].forEach(close);
    },
  };
}
