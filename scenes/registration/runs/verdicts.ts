import type { StoreApi } from 'zustand/vanilla';
import { isAbort, type Results, type Shown } from '../../../src/scene/results/results.ts';
import type { RegistrationJobs } from '../jobs/client.ts';
import type { PaneRun } from './paneRuns.ts';
import { cloudsOf } from './pair.ts';

/** Verdicts are asked for once the state has rested so long: each takes longer than the run. Milliseconds. */
const REST = 350;

/** Asks for the verdicts of what is shown, one after another, and none while a run is awaited: a slider that moves on waits for one verdict at most. */
export function keepJudging(
  shown: StoreApi<Shown<PaneRun>>,
  { amend }: Pick<Results<unknown, PaneRun>, 'amend'>,
  jobs: Pick<RegistrationJobs, 'register'>,
) {
  /** Records of runs whose verdict has been asked for: one that is computed anew is asked about anew. */
  const asked = new WeakSet<PaneRun['record']>();
  let judging = false;
  let gone = false;
  let rest: ReturnType<typeof setTimeout> | undefined;

  function next(): PaneRun | null {
    const panes = Object.values(shown.getState());
    if (gone || panes.some(({ waiting }) => waiting)) return null;
    const runs = panes.flatMap(({ value }) => value ?? []);
    return runs.find(({ record, answer }) => !answer.judgement && !asked.has(record)) ?? null;
  }

  async function judge(): Promise<void> {
    if (judging) return;
    judging = true;
    for (let run = next(); run; run = next()) {
      const { key, record, spec, pair, maps } = run;
      asked.add(record);
      try {
        const { judgement } = await jobs.register('verdict', { spec, ...cloudsOf(pair), maps, record: false });
        amend(key, (known) => ({ ...known, answer: { ...known.answer, judgement } }));
      } catch (error) {
        // Its clouds may have gone with the state that asked for it.
        const wanted = Object.values(shown.getState()).some((pane) => pane.fresh && pane.key === key);
        if (!wanted) asked.delete(record);
        else if (!isAbort(error)) reportError(error);
      }
    }
    judging = false;
  }

  return {
    /** The state has moved, or something has come. */
    later(): void {
      clearTimeout(rest);
      rest = setTimeout(() => void judge(), REST);
    },
    dispose(): void {
      gone = true;
      clearTimeout(rest);
    },
  };
}
