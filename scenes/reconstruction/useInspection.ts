import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import type { Box } from '../../src/math/box.ts';
import { useReconstructionSession } from '../../src/runs/reconstruction/session.tsx';

/** `koubai.scene` in the page's console: what is drawn right now, for the tests and the curious. Changes nothing but contexts. */
export function useInspection(boxes: readonly Box[]): void {
  const { clock, results, own } = useReconstructionSession();
  const get = useThree((state) => state.get);
  useEffect(() => {
    const scene = {
      t: () => clock.t,
      steps: () => clock.steps,
      boxes: () => boxes,
      results: () => results.getState(),
      own: () => own.getState().picture,
      camera: () => {
        const { camera } = get();
        return { world: camera.matrixWorld.toArray(), projection: camera.projectionMatrix.toArray() };
      },
      programs: () => get().gl.info.programs?.length ?? 0,
      memory: () => ({ ...get().gl.info.memory }),
      frames: () => get().gl.info.render.frame,
      loseContext: () => get().gl.forceContextLoss(),
      restoreContext: () => get().gl.forceContextRestore(),
    };
    const holder = window as unknown as { koubai?: Record<string, unknown> };
    holder.koubai = { ...holder.koubai, scene };
    return () => {
      if (holder.koubai?.['scene'] === scene) delete holder.koubai['scene'];
    };
  }, [clock, results, own, boxes, get]);
}
