import { useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import type { PerspectiveCamera } from 'three';
import type { Box, Viewport } from '../../math/box.ts';
import { multiply, type Matrix4 } from '../../math/matrix4.ts';
import { nudgePose } from '../../math/nudge.ts';
import { dragAmount, gripAt, type GizmoView, type Grip } from './gizmoDrag.ts';
import type { HandleId } from './gizmoHandles.ts';
import { panePointer, reachOf } from './pointer.ts';
import { clipFromWorld, projectTo } from './project.ts';
import type { CloudSpace, Vector } from './space.ts';

export interface GizmoDrag {
  readonly space: CloudSpace;
  readonly boxes: readonly Box[];
  readonly pose: Matrix4;
  readonly centre: Vector;
  /** World ← gizmo, as it was drawn last. */
  readonly matrix: Matrix4;
  /** Under the pointer, or held. */
  readonly onActive: (id: HandleId | null) => void;
  readonly onChange: (pose: Matrix4) => void;
  readonly onEnd: (pose: Matrix4) => void;
}

/** Half of the 44 pixels that a finger needs; a mouse points better. */
const REACH = { mouse: 11, touch: 22 } as const;

interface Drag {
  readonly pointer: number;
  readonly pane: number;
  readonly grip: Grip;
  x: number;
  y: number;
  angleRad: number;
  pose: Matrix4;
}

/** A press on a handle is kept from the orbit controls, and drags. */
export function useGizmoDrag(gizmo: GizmoDrag): void {
  const { gl, get, controls } = useThree();
  const newest = useRef(gizmo);
  useEffect(() => {
    newest.current = gizmo;
  });
  useEffect(() => {
    const canvas = gl.domElement;
    const seen = (): GizmoView => {
      const { camera, size } = get();
      return {
        clip: multiply(clipFromWorld(camera as PerspectiveCamera), newest.current.matrix),
        viewport: size,
      };
    };
    const pointerIn = (event: PointerEvent, held: number | null = null) =>
      panePointer(event, canvas, get().size, newest.current.boxes, held);
    const gripUnder = (event: PointerEvent) => {
      const at = pointerIn(event);
      return at && { ...at, grip: gripAt(seen(), at.x, at.y, reachOf(event, REACH.mouse, REACH.touch)) };
    };
    const setControls = (enabled: boolean) => {
      if (controls) (controls as unknown as { enabled: boolean }).enabled = enabled;
    };
    let drag: Drag | null = null;
    const down = (event: PointerEvent) => {
      if (!event.isPrimary || event.button !== 0) return;
      const under = gripUnder(event);
      if (!under?.grip) return;
      const { x, y, pane, grip } = under;
      drag = { pointer: event.pointerId, pane, grip, x, y, angleRad: grip.angleRad, pose: newest.current.pose.slice() };
      setControls(false);
      canvas.setPointerCapture(event.pointerId);
      newest.current.onActive(grip.id);
      event.stopImmediatePropagation();
    };
    const move = (event: PointerEvent) => {
      if (!drag) {
        if (event.buttons !== 0 || event.pointerType === 'touch') return;
        const id = gripUnder(event)?.grip?.id ?? null;
        if (id !== null || canvas.style.cursor === 'grab') canvas.style.cursor = id === null ? '' : 'grab';
        newest.current.onActive(id);
        // What lies under a handle is not meant.
        if (id !== null) event.stopImmediatePropagation();
        return;
      }
      if (event.pointerId !== drag.pointer) return;
      event.stopImmediatePropagation();
      const at = pointerIn(event, drag.pane);
      if (!at) return;
      const { grip, angleRad } = drag;
      const [dx, dy] = [at.x - drag.x, at.y - drag.y];
      [drag.x, drag.y] = [at.x, at.y];
      if (grip.id === 'view') drag.pose = movedInView(drag.pose, newest.current, get(), dx, dy);
      else {
        const amount = dragAmount(seen(), { id: grip.id, angleRad }, dx, dy);
        const turns = grip.id.startsWith('r');
        if (turns) drag.angleRad += amount;
        drag.pose = nudgePose(
          drag.pose,
          newest.current.centre,
          grip.id,
          turns ? amount : amount * unitOf(newest.current),
        );
      }
      newest.current.onChange(drag.pose);
    };
    const up = (event: PointerEvent) => {
      if (event.pointerId !== drag?.pointer) return;
      const { pose } = drag;
      drag = null;
      setControls(true);
      newest.current.onActive(null);
      newest.current.onEnd(pose);
      event.stopImmediatePropagation();
    };
    const capture = { capture: true } as const;
    canvas.addEventListener('pointerdown', down, capture);
    canvas.addEventListener('pointermove', move, capture);
    canvas.addEventListener('pointerup', up, capture);
    canvas.addEventListener('pointercancel', up, capture);
    return () => {
      if (drag) setControls(true);
      canvas.style.cursor = '';
      canvas.removeEventListener('pointerdown', down, capture);
      canvas.removeEventListener('pointermove', move, capture);
      canvas.removeEventListener('pointerup', up, capture);
      canvas.removeEventListener('pointercancel', up, capture);
    };
  }, [gl, get, controls]);
}

/** Units of the target a unit of the gizmo. */
function unitOf({ matrix, space }: GizmoDrag): number {
  return Math.hypot(matrix[0]!, matrix[4]!, matrix[8]!) / space.scale;
}

/** Moved with the pointer by CSS pixels, in the plane through the centre that faces the eye. */
function movedInView(
  pose: Matrix4,
  { matrix, space: { worldFromTarget, scale } }: GizmoDrag,
  { camera, size }: { readonly camera: object; readonly size: Viewport },
  dx: number,
  dy: number,
): Matrix4 {
  const eye = camera as PerspectiveCamera;
  const middle = projectTo(clipFromWorld(eye), size, matrix[3]!, matrix[7]!, matrix[11]!, { x: 0, y: 0, depth: 0 });
  const worldPerPixel = (middle.depth * Math.tan((eye.fov * Math.PI) / 360)) / (size.height / 2);
  const out = pose.slice();
  for (let k = 0; k < 3; k++) {
    for (let r = 0; r < 3; r++) {
      const across = eye.matrixWorld.elements[r]! * dx - eye.matrixWorld.elements[4 + r]! * dy;
      // The similarity's inverse direction: its rows are orthogonal, of length `scale`.
      out[4 * k + 3]! += (worldFromTarget[4 * r + k]! / (scale * scale)) * across * worldPerPixel;
    }
  }
  return out;
}
