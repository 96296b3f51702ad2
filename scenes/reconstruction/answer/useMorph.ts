import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useState } from 'react';
import { Vector3 } from 'three';
import { useSession } from '../../../src/runs/session.tsx';
import type { CloudSpace } from '../../../src/view/clouds/space.ts';
import { morphPart } from './morphPart.ts';
import { leftOfPlane } from './plane.ts';

/** How far the points have come from the picture's plane, 0 … 1, and the plane's opacity; brought up to date every frame. */
export function useMorph(space: CloudSpace): { readonly part: { value: number }; readonly plane: { value: number } } {
  const { clock } = useSession();
  const get = useThree((state) => state.get);
  const invalidate = useThree((state) => state.invalidate);
  const [part] = useState(() => ({ value: 0 }));
  const [plane] = useState(() => ({ value: 1 }));
  const [looking] = useState(() => new Vector3());
  useEffect(() => {
    invalidate();
    return clock.subscribe(() => invalidate());
  }, [clock, invalidate]);
  useFrame(() => {
    part.value = morphPart(clock.t, clock.steps);
    get().camera.getWorldDirection(looking);
    plane.value = 1 - (1 - leftOfPlane(space, looking)) * part.value;
  }, -1);
  return { part, plane };
}
