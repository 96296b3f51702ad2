import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import { expose } from './expose.ts';

/**
 * `koubai.scene` in the page's console: what is drawn right now, for the tests and the curious. Changes nothing but contexts. `own` is what
 * one scene alone can show, the same object from render to render.
 */
export function useInspectable(own: object): void {
  const get = useThree((state) => state.get);
  useEffect(() => {
    const scene = {
      camera: () => {
        const { camera } = get();
        return { world: camera.matrixWorld.toArray(), projection: camera.projectionMatrix.toArray() };
      },
      programs: () => get().gl.info.programs?.length ?? 0,
      memory: () => ({ ...get().gl.info.memory }),
      frames: () => get().gl.info.render.frame,
      /** Take the drawing context away and give it back, as a driver may. */
      loseContext: () => {
        get().gl.forceContextLoss();
      },
      restoreContext: () => {
        get().gl.forceContextRestore();
      },
      ...own,
    };
    return expose('scene', scene);
  }, [own, get]);
}
