import { useMemo } from 'react';
import { useLabState, useRuns } from './runs/lab.tsx';
import { useStep } from '../../src/runs/session.tsx';
import type { LinkNotice } from '../../src/state/link.ts';
import { FormulaCard } from './formula/FormulaCard.tsx';
import { Caption } from '../../src/ui/present/Caption.tsx';
import type { Told } from '../../src/ui/say/told.ts';
import { Say } from '../../src/ui/Say.tsx';
import { useText } from '../../src/ui/useText.ts';
import { cards } from './cards/index.ts';
import { highlightNamed } from './cards/named.ts';
import type { Evidence, OptimizerCard } from './cards/types.ts';
import { MarkTask } from './predict/MarkTask.tsx';
import { Events } from './say/Events.tsx';
import { Sentence, Title } from './say/Sentence.tsx';
import { Standings } from './say/Standings.tsx';

/** The newest records and the state that they are of. */
function useEvidence(): Evidence {
  const runs = useRuns();
  const state = useLabState((s) => s);
  return useMemo(() => ({ runs, state }), [runs, state]);
}

function useTold({ runs, state }: Evidence): Told {
  const t = useText();
  const step = useStep();
  const run = runs.find(({ id }) => id === state.selected);
  return {
    title: run ? <Title run={run} state={state} step={step} /> : null,
    sentence: run ? <Sentence run={run} state={state} step={step} /> : t('say.none'),
    more: <Standings />,
  };
}

interface Props {
  readonly notices: readonly LinkNotice[];
}

/** At the left: question or sentence, events, the tour; below it the selected rule. */
export function LeftColumn({ notices }: Props) {
  const evidence = useEvidence();
  const told = useTold(evidence);
  const step = useStep();
  const taskOf = ({ mark }: OptimizerCard) => {
    const run = evidence.runs.find(({ id }) => id === mark?.run);
    return mark && run && <MarkTask question={mark} run={run} evidence={evidence} step={step} />;
  };
  return (
    <>
      <Say notices={notices} cards={cards} named={highlightNamed} evidence={evidence} told={told} taskOf={taskOf}>
        <Events />
      </Say>
      <FormulaCard />
    </>
  );
}

/** While presenting, and in a frame that shows a card. */
export function SpokenCaption({ notices }: Props) {
  const evidence = useEvidence();
  const told = useTold(evidence);
  return <Caption notices={notices} cards={cards} named={highlightNamed} evidence={evidence} told={told} />;
}
