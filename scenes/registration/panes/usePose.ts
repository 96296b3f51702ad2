import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useRef, useState } from 'react';
import { identity, type Matrix4 } from '../../../src/math/matrix4.ts';
import { useRegistrationSession } from '../model.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import { poseNow } from './poseNow.ts';

/** Target ← source as the pane has it, brought up to date every frame: the source jumps from pose to pose. */
export function usePose(run: PaneRun): Matrix4 {
  const session = useRegistrationSession();
  const { clock, own } = session;
  const { hand, beside } = own;
  const invalidate = useThree((state) => state.invalidate);
  const [pose] = useState(identity);
  const newest = useRef(run);
  useEffect(() => {
    newest.current = run;
  });
  const { record } = run;
  useEffect(() => {
    const again = () => invalidate();
    again();
    const ends = [clock.subscribe(again), hand.subscribe(again), beside.subscribe(again)];
    return () => {
      for (const end of ends) end();
    };
  }, [clock, hand, beside, record, invalidate]);
  useFrame(() => {
    poseNow(session, newest.current, pose);
  }, -1);
  return pose;
}
