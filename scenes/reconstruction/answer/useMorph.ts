import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useState } from 'react';
import { useSession } from '../../../src/runs/session.tsx';
import { morphPart } from './morphPart.ts';

/** What the picture on its plane keeps of its ink once the points have left it. */
const LEFT = 0.62;

/** How far the points have come from the picture's plane, 0 … 1, and the plane's opacity; brought up to date every frame. */
export function useMorph(): { readonly part: { value: number }; readonly plane: { value: number } } {
  const { clock } = useSession();
  const invalidate = useThree((state) => state.invalidate);
  const [part] = useState(() => ({ value: 0 }));
  const [plane] = useState(() => ({ value: 1 }));
  useEffect(() => {
    invalidate();
    return clock.subscribe(() => invalidate());
  }, [clock, invalidate]);
  useFrame(() => {
    part.value = morphPart(clock.t, clock.steps);
    plane.value = 1 - (1 - LEFT) * part.value;
  }, -1);
  return { part, plane };
}
