import { useMemo } from 'react';
import { useStep } from '../../../src/runs/session.tsx';
import { Speak } from '../../../src/ui/say/Speak.tsx';
import { useText } from '../../../src/ui/useText.ts';
import { lab } from '../model.ts';
import { standingOf } from '../runs/standing.ts';
import { useRuns } from '../runs/useRuns.ts';
import { standingSaid } from './standing.ts';

/** Which of the runs is lowest at the step shown, and which was the first below a line. */
export function Standings() {
  const t = useText();
  const runs = useRuns();
  const state = lab.useState((s) => s);
  const step = useStep();
  const standing = useMemo(() => standingOf(runs, state, step), [runs, state, step]);
  return (
    standing && (
      <p className="standing">
        <Speak said={standingSaid(t, standing, runs.length)} />
      </p>
    )
  );
}
