import { useSyncExternalStore } from 'react';
import { MORPH_STEPS } from '../runs/jobs.tsx';
import { useReconstructionSession, useReconstructionState, useResults } from '../runs/session.tsx';
import { ownIsMissing } from '../runs/shown.ts';
import { useStep } from '../../../src/runs/session.tsx';
import type { Told } from '../../../src/ui/say/told.ts';
import { useText } from '../../../src/ui/useText.ts';
import { morphPart } from '../answer/morphPart.ts';
import { Doubt } from './Doubt.tsx';
import { lookAt } from './look.ts';
import { Sentence } from './Sentence.tsx';

/** What to look at in the answer's view; below it, whether the network may be trusted with this picture. */
export function useAnswerTold(): Told {
  const t = useText();
  const { own } = useReconstructionSession();
  const mine = useSyncExternalStore(own.subscribe, own.getState);
  const state = useReconstructionState((s) => s);
  const results = useResults((all) => all);
  const step = useStep();
  const look = lookAt(state, results, morphPart(step, MORPH_STEPS));
  return {
    title: t(`rec.say.title.${look.kind}`),
    sentence: <Sentence look={look} />,
    more: (
      <>
        {ownIsMissing(state, mine) && (
          <p className="rec-missing" role="status">
            {t('rec.own.missing')}
          </p>
        )}
        <Doubt />
      </>
    ),
  };
}
