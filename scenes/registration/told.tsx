import { useMemo, useState } from 'react';
import { useStep } from '../../src/runs/session.tsx';
import type { Kept } from '../../src/scene/described.ts';
import { Speak } from '../../src/ui/say/Speak.tsx';
import type { Told } from '../../src/ui/say/told.ts';
import { useText } from '../../src/ui/useText.ts';
import type { Evidence } from './cards/types.ts';
import { usePanes, useRegistrationState } from './model.ts';
import { freshRuns, stepsOf } from './runs/paneRuns.ts';
import { sayingAt } from './say/saying.ts';
import { sentenceOf } from './say/sentence.ts';
import type { RegistrationState } from './state/table.ts';

/** The newest runs, once all are there, and the state that they are of; during a drag those before, so that the words stand still. */
export function useEvidence(): Evidence {
  const panes = usePanes();
  const state = useRegistrationState((s) => s);
  const [kept, setKept] = useState<Evidence | null>(null);
  const fresh = useMemo(() => {
    const runs = freshRuns(panes);
    return runs && { runs, state: { ...state, steps: stepsOf(runs) } };
  }, [panes, state]);
  if (fresh && fresh !== kept) setKept(fresh);
  const waiting = useMemo(() => ({ runs: [], state: { ...state, steps: 0 } }), [state]);
  return fresh ?? (kept && asks(kept.state) === asks(state) ? kept : waiting);
}

/** What is registered, and by which methods. */
function asks({ data, panes }: Pick<RegistrationState, 'data' | 'panes'>): string {
  return [data, ...panes.map(({ method }) => method)].join(' ');
}

export function useTold(evidence: Evidence): Told {
  const t = useText();
  const step = useStep();
  const saying = sayingAt(evidence, step);
  const said = sentenceOf(t, evidence.runs, saying, step);
  // Of a run that has been superseded: what it says is not so any more.
  const older = usePanes().some(({ waiting }) => waiting) && evidence.runs.length > 0;
  return { title: t(`reg.say.title.${saying.kind}`), sentence: <Speak said={said} />, older, more: null };
}

/** The clock follows the newest records; the summary speaks of each run and verdict that comes. */
export function useKept(): Kept {
  const panes = usePanes();
  const fresh = freshRuns(panes);
  const steps = fresh && stepsOf(fresh);
  return {
    record: useMemo(() => (steps === null ? null : { steps }), [steps]),
    changes: JSON.stringify(
      panes.map(({ run, waiting, problem }) => [run?.key, run?.answer.judgement?.verdict, waiting, problem?.kind]),
    ),
  };
}
