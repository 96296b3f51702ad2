import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useState } from 'react';
import { identity, type Matrix4 } from '../../../src/math/matrix4.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import { useRegistrationSession } from '../model.ts';
import { samplePose } from '../../../src/trace/poses.ts';

/** Target ← source as the clock has it, brought up to date every frame: the source jumps from pose to pose. What the hand holds goes before. */
export function usePose({ record }: PaneRun): Matrix4 {
  const { clock, own } = useRegistrationSession();
  const { hand } = own;
  const invalidate = useThree((state) => state.invalidate);
  const [pose] = useState(identity);
  useEffect(() => {
    invalidate();
    const ends = [clock.subscribe(() => invalidate()), hand.subscribe(() => invalidate())];
    return () => {
      for (const end of ends) end();
    };
  }, [clock, hand, record, invalidate]);
  useFrame(() => {
    const held = hand.getState().pose;
    if (held) pose.set(held);
    else samplePose(record.poses, record.steps, clock.t, pose);
  }, -1);
  return pose;
}
