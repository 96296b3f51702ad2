import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useState } from 'react';
import type { PerspectiveCamera } from 'three';
import type { Box } from '../../math/box.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import { mixHex, rgb, type Palette } from '../palette.ts';
import { createGizmoView } from './gizmoView.ts';
import type { HandleId } from './gizmoHandles.ts';
import type { CloudSpace, Vector } from './space.ts';
import { useGizmoDrag } from './useGizmoDrag.ts';
import type { CloudUniforms } from './uniforms.ts';
import { useDispose } from '../useDispose.ts';

export interface PoseGizmoProps {
  readonly uniforms: CloudUniforms;
  readonly space: CloudSpace;
  readonly palette: Palette;
  readonly boxes: readonly Box[];
  /** Target ← source, written from outside and read every frame. */
  readonly pose: Matrix4;
  /** The source's middle, in its own frame: what turns stay around. */
  readonly centre: Vector;
  /** A new matrix for every move of the drag. */
  readonly onChange: (pose: Matrix4) => void;
  readonly onEnd: (pose: Matrix4) => void;
}

/** Handles at the source's middle: rings turn it, arrows move it along the target's axes, the ball in the plane of the window. */
export function PoseGizmo(props: PoseGizmoProps) {
  const { uniforms, space, palette, boxes, pose, centre } = props;
  const invalidate = useThree((state) => state.invalidate);
  const get = useThree((state) => state.get);
  const view = useMemo(() => createGizmoView(uniforms), [uniforms]);
  const [active, setActive] = useState<HandleId | null>(null);
  useDispose(view);
  useEffect(() => {
    view.setLook(mixHex(palette.paper, palette.ink, 0.85), rgb(palette.accent), active);
    invalidate();
  }, [view, palette, active, invalidate]);
  useGizmoDrag({ ...props, matrix: view.matrix, onActive: setActive });
  useFrame(() => {
    const { camera, size } = get();
    view.place(space, pose, centre, camera as PerspectiveCamera, size, boxes);
  });
  return <primitive object={view.object} />;
}
