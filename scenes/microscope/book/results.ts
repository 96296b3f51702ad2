import { resultOf } from '../../../src/scene/results/resultOf.ts';
import type { AskingOf } from '../../../src/scene/results/types.ts';
import type { ExperimentId } from '../../../src/networks/experiments/index.ts';
import type { State } from '../state.ts';
import { isOn } from '../views.ts';
import { isMeasured, pointsOf } from './ids.ts';
import type { BookJobs } from './jobs.ts';
import type { BookPart, BookResult, BookSpec } from './run/types.ts';

const clock = { restsAtEnd: true, ends: true } as const;

/** What this project ships of the experiment on view. */
export const recordResult = resultOf(
  (state: State): ExperimentId | null =>
    isOn(state, 'book') && !isMeasured(state.experiment) ? state.experiment : null,
  (id, jobs: BookJobs, { signal }): Promise<BookResult> => jobs.bookRecord(id, signal),
  { ...clock, steps: ({ id }) => pointsOf(id) - 1 },
);

export const runsHere = ({ experiment, whose }: Pick<State, 'experiment' | 'whose'>): boolean =>
  whose === 'own' || isMeasured(experiment);

/** The reader's own run of it. */
export const ownResult = resultOf(
  (state: State): BookSpec | null =>
    isOn(state, 'book') && runsHere(state)
      ? { id: state.experiment, seed: isMeasured(state.experiment) ? 0 : state.seed }
      : null,
  async (spec, jobs: BookJobs, { signal, onPart }: AskingOf, emit: (part: BookPart) => void): Promise<BookPart> => {
    let newest: BookPart | null = null;
    await jobs.runBook(
      spec,
      (part) => {
        newest = part;
        onPart(part.result.done / part.result.total);
        emit(part);
      },
      signal,
    );
    return newest!;
  },
  {
    ...clock,
    steps: ({ result }) => pointsOf(result.id) - 1,
    stays: ({ result }, { id }) => result.id === id,
    kept: 6,
  },
);
