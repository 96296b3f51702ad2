import { useThree } from '@react-three/fiber';
import { useMemo } from 'react';
import type { Jobs } from '../../../src/jobs/client.ts';
import type { Session } from '../../../src/runs/session.tsx';
import type { RunView } from '../runs/runViews.ts';
import type { PathView } from '../../../src/view/path.ts';
import type { Quality } from '../../../src/view/quality.ts';
import type { SharedUniforms } from '../../../src/view/uniforms.ts';
import { useInspectable } from '../../../src/view/useInspectable.ts';
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

/** What the tests and the curious may see of this scene. */
export function useInspection(inspected: Inspected): void {
  const get = useThree((state) => state.get);
  const own = useMemo(
    () => ({
      display: () => inspected.model.display,
      rect: () => inspected.model.rect,
      cut: () => inspected.frame.cut,
      row: () => inspected.frame.row,
      t: () => inspected.session.clock.t,
      runs: () => inspected.runs.map(({ id, record }) => ({ id, count: record.count })),
      /** The dots' vertex buffer of a run: x, y, f, row. */
      dots: (id: string) => Array.from(inspected.paths.get(id)?.dotBuffer ?? []),
      /** 1 for each of them that is drawn, 0 where another lies on its place. */
      drawnDots: (id: string) => Array.from(inspected.paths.get(id)?.drawnDots ?? []),
      heightSamples: () => inspected.shared.uSize.value,
      quality: () => ({ ...inspected.quality, pixelRatio: get().gl.getPixelRatio() }),
      loseKernelContext: () => inspected.jobs?.loseContext() ?? Promise.resolve(),
      kernelsBuilt: () => inspected.jobs?.kernelsBuilt() ?? Promise.resolve(0),
    }),
    [inspected, get],
  );
  useInspectable(own);
}
