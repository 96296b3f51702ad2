import { useMemo } from 'react';
import type { Box } from '../../src/math/box.ts';
import { useReconstructionSession } from './runs/session.tsx';
import { useInspectable } from '../../src/view/useInspectable.ts';

/** What the tests and the curious may see of this scene. */
export function useInspection(boxes: readonly Box[]): void {
  const { clock, results, own } = useReconstructionSession();
  const inspected = useMemo(
    () => ({
      t: () => clock.t,
      steps: () => clock.steps,
      boxes: () => boxes,
      results: () => results.getState(),
      own: () => own.getState().picture,
    }),
    [clock, results, own, boxes],
  );
  useInspectable(inspected);
}
