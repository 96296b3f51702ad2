import { useMemo, useState } from 'react';
import { freshRuns, stepsOf } from './runs/runs.ts';
import { useRegistrationState, useRuns } from './runs/session.tsx';
import { useStep } from '../../src/runs/session.tsx';
import type { RegistrationState } from './state/types.ts';
import type { LinkNotice } from '../../src/state/link.ts';
import { Caption } from '../../src/ui/present/Caption.tsx';
import type { Told } from '../../src/ui/say/told.ts';
import { Say } from '../../src/ui/Say.tsx';
import { useText } from '../../src/ui/useText.ts';
import { cards } from './cards/index.ts';
import { highlightNamed } from './cards/named.ts';
import type { Evidence } from './cards/types.ts';
import { lookAt } from './say/look.ts';
import { Sentence } from './say/Sentence.tsx';

/** The newest runs, once all are there, and the state that they are of; during a drag those before, so that the words stand still. */
function useEvidence(): Evidence {
  const all = useRuns((runs) => runs);
  const state = useRegistrationState((s) => s);
  const [kept, setKept] = useState<Evidence | null>(null);
  const fresh = useMemo(() => {
    const runs = freshRuns(all);
    return runs && { runs, state: { ...state, steps: stepsOf(runs) } };
  }, [all, state]);
  if (fresh && fresh !== kept) setKept(fresh);
  const waiting = useMemo(() => ({ runs: [], state: { ...state, steps: 0 } }), [state]);
  return fresh ?? (kept && asks(kept.state) === asks(state) ? kept : waiting);
}

/** What is registered, and by which methods. */
function asks({ data, panes }: Pick<RegistrationState, 'data' | 'panes'>): string {
  return [data, ...panes.map(({ method }) => method)].join(' ');
}

function useTold(evidence: Evidence): Told {
  const t = useText();
  const step = useStep();
  const look = lookAt(evidence, step);
  return {
    title: t(`reg.say.title.${look.kind}`),
    sentence: <Sentence look={look} />,
    more: null,
  };
}

interface Props {
  readonly notices: readonly LinkNotice[];
}

/** At the left: question or sentence, and the tour. */
export function LeftColumn({ notices }: Props) {
  const evidence = useEvidence();
  const told = useTold(evidence);
  return <Say notices={notices} cards={cards} named={highlightNamed} evidence={evidence} told={told} />;
}

/** While presenting, and in a frame that shows a card. */
export function SpokenCaption({ notices }: Props) {
  const evidence = useEvidence();
  const told = useTold(evidence);
  return <Caption notices={notices} cards={cards} named={highlightNamed} evidence={evidence} told={told} />;
}
