import { useStore } from 'zustand';
import { useSteps, useStep } from '../../../src/runs/session.tsx';
import { Speak } from '../../../src/ui/say/Speak.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { usePanes, useRegistrationSession } from '../model.ts';
import { freshRuns } from '../runs/paneRuns.ts';
import { tallySaid } from './tally.ts';

/** Below sentence or card, at the end: how the verdicts, which do not know the truth, compare with it. */
export function Happened() {
  const t = useText();
  const { own } = useRegistrationSession();
  const seen = useStore(own.agreements);
  const runs = freshRuns(usePanes());
  const ended = useStep() >= useSteps();
  const said = runs && ended ? tallySaid(t, runs, [...seen.values()]) : [];
  if (said.length === 0) return null;
  return (
    <p className="standing" data-tally="">
      <Speak said={said} />
    </p>
  );
}
