import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import type { Palette } from '../../../../src/view/palette.ts';
import { createSurfaceView } from '../../../../src/view/surface.ts';
import { setDisplay, setRect, type SharedUniforms } from '../../../../src/view/uniforms.ts';
import type { FrameState } from '../frameState.ts';
import type { SceneModel } from '../model.ts';
import { useDispose } from '../../../../src/view/useDispose.ts';

export interface SurfaceLayerProps {
  readonly shared: SharedUniforms;
  readonly model: SceneModel;
  readonly frame: FrameState;
  readonly palette: Palette;
  readonly cells: number;
  readonly plan: boolean;
  /** How much thicker lines and marks are drawn than they are. */
  readonly scale: number;
}

/** The relief and its plan; also what every layer shares: display, rectangle, contours, cut. */
export function SurfaceLayer({ shared, model, frame, palette, cells, plan, scale }: SurfaceLayerProps) {
  const view = useMemo(() => createSurfaceView(shared, cells), [shared, cells]);
  const invalidate = useThree((state) => state.invalidate);
  const size = useThree((state) => state.size);
  const ratio = useThree((state) => state.viewport.dpr);
  useDispose(view);
  useEffect(() => {
    setDisplay(shared, model.display);
    setRect(shared, model.rect);
    shared.uContour.value.set(...model.contour);
    shared.uTick.value.set(...model.tickStep);
    invalidate();
  }, [shared, model, invalidate]);
  useEffect(() => {
    shared.uViewport.value.set(size.width * ratio, size.height * ratio);
    shared.uRatio.value = ratio * scale;
    shared.uScale.value = scale;
    invalidate();
  }, [shared, size, ratio, scale, invalidate]);
  useEffect(() => {
    view.setPalette(palette);
    invalidate();
  }, [view, palette, invalidate]);
  useEffect(() => {
    view.setPlan(plan);
    invalidate();
  }, [view, plan, invalidate]);
  useFrame(() => {
    shared.uCut.value = frame.cut;
  });
  return <primitive object={view.object} />;
}
