import { useEffect, useMemo } from 'react';
import { useThree } from '@react-three/fiber';
import type { Drawn } from '../../../src/scene/stage.ts';
import { useDispose } from '../../../src/view/useDispose.ts';
import { createHeightMap } from '../../../src/view/heightMap.ts';
import { createSurfaceView, type SurfaceStyle } from '../../../src/view/surface.ts';
import { createSharedUniforms } from '../../../src/view/uniforms.ts';

/** A relief in a pane: the pane's own size is what its lines are measured in. `style`: the same object from render to render. */
export function useRelief({ uniforms, palette, quality }: Drawn, style: SurfaceStyle | null) {
  const invalidate = useThree((state) => state.invalidate);
  const shared = useMemo(
    () => ({ ...createSharedUniforms(), uViewport: uniforms.uViewport, uRatio: uniforms.uRatio }),
    [uniforms],
  );
  const map = useMemo(() => createHeightMap(shared), [shared]);
  const view = useMemo(() => createSurfaceView(shared, quality.cells, style), [shared, quality.cells, style]);
  useDispose(map);
  useDispose(view);
  useEffect(() => {
    view.setPalette(palette);
    invalidate();
  }, [view, palette, invalidate]);
  return { shared, map, view, invalidate };
}

/** World units across the longer side of a relief; where its plan lies and how high it rises. */
export const SIDE = 20;
export const RELIEF = 0.3;
/** Lower: what a net says has cliffs, behind which its samples would stand. */
export const NET_RELIEF = 0.17;
export const FLOOR = -5.2;
