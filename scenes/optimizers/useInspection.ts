import { useThree } from '@react-three/fiber';
import { useEffect } from 'react';
import type { Jobs } from '../../src/jobs/client.ts';
import type { Session } from '../../src/runs/session.tsx';
import type { RunView } from '../../src/runs/runViews.ts';
import type { PathView } from '../../src/view/path.ts';
import type { Quality } from '../../src/view/quality.ts';
import type { SharedUniforms } from '../../src/view/uniforms.ts';
import type { FrameState } from './frameState.ts';
import type { SceneModel } from './model.ts';

interface Inspected {
  readonly model: SceneModel;
  readonly runs: readonly RunView[];
  readonly frame: FrameState;
  readonly paths: ReadonlyMap<string, PathView>;
  readonly shared: SharedUniforms;
  readonly jobs: Jobs | null;
  readonly session: Session;
  readonly quality: Quality;
}

/** `koubai.scene` in the page's console: what is drawn right now, for the tests and the curious. Changes nothing but contexts. */
export function useInspection(inspected: Inspected): void {
  const get = useThree((state) => state.get);
  useEffect(() => {
    const scene = {
      camera: () => {
        const { camera } = get();
        return { world: camera.matrixWorld.toArray(), projection: camera.projectionMatrix.toArray() };
      },
      display: () => inspected.model.display,
      rect: () => inspected.model.rect,
      cut: () => inspected.frame.cut,
      row: () => inspected.frame.row,
      t: () => inspected.session.clock.t,
      runs: () => inspected.runs.map(({ id, record }) => ({ id, count: record.count })),
      /** The dots' vertex buffer of a run: x, y, f, row. */
      dots: (id: string) => Array.from(inspected.paths.get(id)?.dotBuffer ?? []),
      heightSamples: () => inspected.shared.uSize.value,
      programs: () => get().gl.info.programs?.length ?? 0,
      memory: () => ({ ...get().gl.info.memory }),
      frames: () => get().gl.info.render.frame,
      quality: () => ({ ...inspected.quality, pixelRatio: get().gl.getPixelRatio() }),
      /** Take the drawing context away and give it back, as a driver may. */
      loseContext: () => {
        get().gl.forceContextLoss();
      },
      restoreContext: () => {
        get().gl.forceContextRestore();
      },
      loseKernelContext: () => inspected.jobs?.loseContext() ?? Promise.resolve(),
      kernelsBuilt: () => inspected.jobs?.kernelsBuilt() ?? Promise.resolve(0),
    };
    const holder = window as unknown as { koubai?: Record<string, unknown> };
    holder.koubai = { ...holder.koubai, scene };
    return () => {
      if (holder.koubai?.['scene'] === scene) delete holder.koubai['scene'];
    };
  }, [inspected, get]);
}
