import type { Matrix4 } from '../../../src/math/matrix4.ts';
import { samplePose } from '../../../src/trace/poses.ts';
import { shownBeside } from '../runs/beside.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import type { RegistrationSession } from '../runs/session.ts';

/** Target ← source as a pane has it now, written into `out`: what the hand holds, else at the end the alternative that is looked at, else the clock's. */
export function poseNow({ clock, own }: RegistrationSession, run: PaneRun, out: Matrix4): Matrix4 {
  const { record } = run;
  const held = own.hand.getState().pose;
  const alternative = held ? null : shownBeside(run, own.beside.getState(), clock.t);
  if (held) out.set(held);
  else if (alternative) out.set(alternative.targetFromSource);
  else samplePose(record.poses, record.steps, clock.t, out);
  return out;
}
