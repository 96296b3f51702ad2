import type { Crew } from '../../../src/jobs/crew/crew.ts';
import { holdCrew } from '../../../src/jobs/crew/held.ts';
import { openMapCrew } from '../../../src/jobs/crew/page.ts';
import type { TrainingMapSetup } from '../../../src/jobs/trainingMap/duty.ts';
import { startsMap, type StartsMap } from '../../../src/jobs/trainingMap/starts.ts';
import type { StartsSetup } from '../../../src/jobs/trainingMap/startsDuty.ts';
import { trainingMap, type TrainingMap } from '../../../src/jobs/trainingMap/map.ts';

export interface HeatHeard<M> {
  readonly onProgress: (part: number) => void;
  readonly onPart: (map: M, stride: number) => void;
}

/** A crew for maps. */
export function openHeat(onRestart: () => void) {
  const { run, dispose } = holdCrew(openMapCrew, onRestart);
  const by =
    <S, M>(compute: (setup: S, crew: Crew, options: HeatHeard<M> & { readonly stop: AbortSignal }) => Promise<M>) =>
    (setup: S, heard: HeatHeard<M>, signal: AbortSignal): Promise<M> =>
      run((crew) => compute(setup, crew, { ...heard, stop: signal }));
  return {
    map: by<TrainingMapSetup, TrainingMap>(trainingMap),
    starts: by<StartsSetup, StartsMap>(startsMap),
    dispose,
  };
}
