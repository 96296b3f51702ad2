import { proxy } from 'comlink';
import { askingWorker } from '../../../src/jobs/asking.ts';
import { hearing, ticketed } from '../../../src/jobs/ticketed.ts';
import type { TrainingMapSetup } from '../../../src/jobs/trainingMap/duty.ts';
import type { TrainingMap } from '../../../src/jobs/trainingMap/map.ts';
import type { StartsMap } from '../../../src/jobs/trainingMap/starts.ts';
import type { StartsSetup } from '../../../src/jobs/trainingMap/startsDuty.ts';
import type { JobEvents } from '../../../src/scene/model.ts';
import type { Landscape, LandscapeSpec } from '../landscape/types.ts';
import type { DataSet } from '../../../src/networks/types.ts';
import type { Brought } from '../own/read.ts';
import type { StudyId } from '../studies/ids.ts';
import type { Sharpness } from '../studies/sharpness.ts';
import type { Study } from '../studies/types.ts';
import type { Row, Run, RunSpec } from '../run/types.ts';
import type { AsideApi, TrainApi } from './api.ts';
import { openHeat, type HeatHeard } from './heat.ts';
import type { Kept } from './kept.ts';
import { createSubjects, holds } from './subjects.ts';

/** The scene's jobs: one worker trains, one looks at what came of it. Every call rejects with an AbortError when its signal aborts. */
export interface Jobs {
  /** The shipped digits: they are files. */
  digits(count: number, signal?: AbortSignal): Promise<DataSet>;
  /** `onRows` gets the records as they are made. */
  train(spec: RunSpec, onRows: (rows: readonly Row[]) => void, signal: AbortSignal): Promise<void>;
  /** `onPart` gets the landscape from coarse to fine. */
  landscape(spec: LandscapeSpec, run: Run, onPart: (landscape: Landscape) => void, signal: AbortSignal): Promise<void>;
  /** λmax along the paths, from coarse to fine. */
  sharpness(run: Run, onPart: (found: Sharpness) => void, signal: AbortSignal): Promise<void>;
  /** An experiment of a card, about the optimizer at `place`. `onPart` hears 0 … 1. */
  study(
    id: StudyId,
    run: Run | null,
    place: number,
    onPart: (part: number) => void,
    signal: AbortSignal,
  ): Promise<Study>;
  /** The optimizer at `place` of one of the page's own trainings, as a PyTorch script. */
  script(run: Run, place: number): Promise<Blob>;
  /** A map of trainings, by workers of its own. */
  heat(setup: TrainingMapSetup, heard: HeatHeard<TrainingMap>, signal: AbortSignal): Promise<TrainingMap>;
  /** Where trainings from a plane end, by the same. */
  starts(setup: StartsSetup, heard: HeatHeard<StartsMap>, signal: AbortSignal): Promise<StartsMap>;
  /** `page`: the data on view, for a training that comes without its own. */
  read(name: string, file: Blob, page: DataSet | null, signal?: AbortSignal): Promise<Brought>;
  dispose(): void;
}

const never = new AbortController().signal;
const trainWorker = (): Worker => new Worker(new URL('./trainWorker.ts', import.meta.url), { type: 'module' });
const asideWorker = (): Worker => new Worker(new URL('./asideWorker.ts', import.meta.url), { type: 'module' });

/** Opens the jobs. No worker is started before the first call that needs it. */
export function openJobs({ onRestart }: JobEvents): Jobs {
  const training = askingWorker<TrainApi>({ spawn: trainWorker, greet: (api) => api.open(), onDeath: onRestart });
  const aside = askingWorker<AsideApi, Kept>({
    spawn: asideWorker,
    greet: (api) => api.open(),
    onDeath: onRestart,
    holds,
  });
  const [train, look] = [ticketed(training), ticketed(aside)];
  const subjectOf = createSubjects(aside);
  const heat = openHeat(onRestart);
  return {
    digits: (count, signal) => training.ask((api) => api.data({ data: { id: 'digits', count } }), { signal }),
    train: (spec, onRows, signal) =>
      train(signal, (api, ticket, heard) => api.train(spec, ticket, proxy(hearing(heard, signal, onRows)))),
    landscape(spec, run, onPart, signal) {
      const { subject, uses } = subjectOf(run);
      return look(
        signal,
        (api, ticket, heard) => api.landscape(spec, subject, ticket, proxy(hearing(heard, signal, onPart))),
        { uses },
      );
    },
    sharpness(run, onPart, signal) {
      const { subject, uses } = subjectOf(run);
      return look(
        signal,
        (api, ticket, heard) => api.sharpness(subject, ticket, proxy(hearing(heard, signal, onPart))),
        { uses },
      );
    },
    study(id, run, place, onPart, signal) {
      const { subject = null, uses = [] } = run ? subjectOf(run) : {};
      return look(
        signal,
        (api, ticket, heard) => api.study(id, subject, place, ticket, proxy(hearing(heard, signal, onPart))),
        { uses },
      );
    },
    script(run, place) {
      const { spec } = run;
      if (!spec) throw new Error('a training of elsewhere has no script here');
      const { subject, uses } = subjectOf(run);
      return aside.ask((api) => api.script(spec, subject, place), { uses });
    },
    heat: heat.map,
    starts: heat.starts,
    read: (name, file, page, signal = never) =>
      look(signal, (api, ticket) => api.read(name, file, page, ticket) as Promise<Brought>),
    dispose() {
      for (const asker of [training, aside, heat]) asker.dispose();
    },
  };
}
