import { Suspense, useMemo } from 'react';
import { useStep } from '../../../src/runs/session.tsx';
import { Speak } from '../../../src/ui/say/Speak.tsx';
import type { Told } from '../../../src/ui/say/told.ts';
import { useText } from '../../../src/ui/useText.ts';
import type { Evidence, OptimizerCard } from '../cards/types.ts';
import { lab } from '../model.ts';
import { useRuns } from '../runs/useRuns.ts';
import { sentenceOf } from './sentence.ts';
import { Standings } from './Standings.tsx';
import { Title } from './Title.tsx';
import { later } from '../../../src/ui/later.tsx';

const MapSaid = later(async () => ({ default: (await import('../heat/MapSaid.tsx')).MapSaid }));
const TuneSaid = later(async () => ({ default: (await import('../tune/TuneSaid.tsx')).TuneSaid }));
const MarkTask = later(async () => ({ default: (await import('../predict/MarkTask.tsx')).MarkTask }));

/** The newest records and the state that they are of. */
export function useEvidence(): Evidence {
  const runs = useRuns();
  const state = lab.useState((s) => s);
  return useMemo(() => ({ runs, state }), [runs, state]);
}

export function useTold({ runs, state }: Evidence): Told {
  const t = useText();
  const step = useStep();
  const run = runs.find(({ id }) => id === state.selected);
  const { view } = state;
  if (run && (view === 'heat' || view === 'tune')) {
    const Said = view === 'heat' ? MapSaid : TuneSaid;
    const sentence = (
      <Suspense>
        <Said />
      </Suspense>
    );
    return { title: t(`say.title.${view}`, { optimizer: run.name }), sentence, more: null };
  }
  return {
    title: run ? <Title run={run} state={state} step={step} /> : null,
    sentence: run ? <Speak said={sentenceOf(t, run, state, step)} /> : t('say.none'),
    // The map's legend takes their room.
    brief: state.drape === 'basins',
    more: state.drape === 'basins' ? null : <Standings />,
  };
}

/** The mark to be placed, where a card asks for one. */
export function taskOf({ mark }: OptimizerCard, evidence: Evidence) {
  const run = evidence.runs.find(({ id }) => id === mark?.run);
  return (
    mark &&
    run && (
      <Suspense>
        <MarkTask question={mark} run={run} evidence={evidence} />
      </Suspense>
    )
  );
}
