import { useStep } from '../../../src/runs/session.tsx';
import { Speak } from '../../../src/ui/say/Speak.tsx';
import type { Told } from '../../../src/ui/say/told.ts';
import { useText } from '../../../src/ui/useText.ts';
import { morphPart } from '../answer/morphPart.ts';
import { Doubt } from './Doubt.tsx';
import { lookAt } from './look.ts';
import { sentenceOf } from './sentence.ts';
import { Missing } from './Missing.tsx';
import { MORPH_STEPS, model, useSeen } from '../model.ts';

/** What to look at in the answer's view; below it, whether the network may be trusted with this picture. */
export function useAnswerTold(): Told {
  const t = useText();
  const state = model.useState((s) => s);
  const seen = useSeen();
  const step = useStep();
  const look = lookAt(state, seen, morphPart(step, MORPH_STEPS));
  return {
    title: t(`rec.say.title.${look.kind}`),
    sentence: <Speak said={sentenceOf(t, look)} />,
    more: (
      <>
        <Missing />
        <Doubt />
      </>
    ),
  };
}
