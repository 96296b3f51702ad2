import { useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import { Raycaster, Vector2, Vector3 } from 'three';
import type { LabState } from '../state/types.ts';
import type { Point2 } from '../../../src/surfaces/types.ts';
import { displayPoint, floorPoint } from '../../../src/view/display.ts';
import { pick, type Picked } from '../../../src/view/pick.ts';
import type { FrameState } from './frameState.ts';
import type { SceneModel } from './model.ts';

export interface StartHandle {
  readonly state: LabState;
  readonly model: SceneModel;
  readonly frame: FrameState;
  /** What a press takes hold of: the start, or the mark while one is being placed. */
  readonly held: Point2;
  /** `begins`: a click, or the first move of a drag. */
  readonly onPlace: (x: number, y: number, begins: boolean) => void;
  /** A click: true where it is taken by what lies over the picture there. */
  readonly onClick: (clientX: number, clientY: number) => boolean;
  /** null: the pointer is on nothing. */
  readonly onHover: (picked: (Picked & { readonly clientX: number; readonly clientY: number }) | null) => void;
}

const GRAB = { mouse: 16, touch: 30 } as const;
/** A press that moves less than this is a click. */
const CLICK_TRAVEL = 5;

/**
 * Drag the start's ring, click the surface to start there, or just point (the same with the mark of a prediction). A press on the
 * ring is kept from the orbit controls, so that on touch dragging the start and orbiting do not fight.
 */
export function useStartHandle(handle: StartHandle): void {
  const { gl, camera, controls } = useThree();
  // Read where it is used: every move of a drag changes it, and the drag must outlive that.
  const newest = useRef(handle);
  useEffect(() => {
    newest.current = handle;
  });
  useEffect(() => {
    const element = gl.domElement;
    const ray = new Raycaster();
    const pointer = new Vector2();
    const world = new Vector3();
    const picked = (event: PointerEvent): Picked | null => {
      const box = element.getBoundingClientRect();
      pointer.set(((event.clientX - box.left) / box.width) * 2 - 1, 1 - ((event.clientY - box.top) / box.height) * 2);
      ray.setFromCamera(pointer, camera);
      const { model, frame } = newest.current;
      return pick(model.display, model.objective, model.rect, frame.cut, ray.ray.origin, ray.ray.direction);
    };
    const near = (event: PointerEvent): boolean => {
      const box = element.getBoundingClientRect();
      const { state, model } = newest.current;
      const [x, y] = newest.current.held;
      const reach = event.pointerType === 'touch' ? GRAB.touch : GRAB.mouse;
      const places = [
        () => displayPoint(model.display, x, y, model.objective.value(x, y), world),
        () => floorPoint(model.display, x, y, world),
      ];
      return places.slice(0, state.plan ? 2 : 1).some((place) => {
        place().project(camera);
        const px = box.left + (world.x * 0.5 + 0.5) * box.width;
        const py = box.top + (0.5 - world.y * 0.5) * box.height;
        return Math.hypot(event.clientX - px, event.clientY - py) <= reach;
      });
    };
    let dragging: number | null = null;
    let moved = false;
    let press: { id: number; x: number; y: number } | null = null;
    const setControls = (enabled: boolean) => {
      if (controls) (controls as unknown as { enabled: boolean }).enabled = enabled;
    };
    const down = (event: PointerEvent) => {
      if (!event.isPrimary || event.button !== 0) return;
      press = { id: event.pointerId, x: event.clientX, y: event.clientY };
      if (!near(event)) return;
      dragging = event.pointerId;
      moved = false;
      setControls(false);
      element.setPointerCapture(event.pointerId);
      event.stopImmediatePropagation();
    };
    const move = (event: PointerEvent) => {
      if (dragging === event.pointerId) {
        const at = picked(event);
        if (at) {
          newest.current.onPlace(at.x, at.y, !moved);
          moved = true;
        }
        event.stopImmediatePropagation();
        return;
      }
      if (event.buttons !== 0 || event.pointerType === 'touch') return;
      element.style.cursor = near(event) ? 'grab' : '';
      const at = picked(event);
      newest.current.onHover(at && { ...at, clientX: event.clientX, clientY: event.clientY });
    };
    const up = (event: PointerEvent) => {
      const clicked =
        press?.id === event.pointerId && Math.hypot(event.clientX - press.x, event.clientY - press.y) < CLICK_TRAVEL;
      press = null;
      if (dragging === event.pointerId) {
        dragging = null;
        setControls(true);
        event.stopImmediatePropagation();
      } else if (clicked && event.type === 'pointerup' && !newest.current.onClick(event.clientX, event.clientY)) {
        const at = picked(event);
        if (at) newest.current.onPlace(at.x, at.y, true);
      }
    };
    const leave = () => {
      newest.current.onHover(null);
    };
    const capture = { capture: true } as const;
    element.addEventListener('pointerdown', down, capture);
    element.addEventListener('pointermove', move, capture);
    element.addEventListener('pointerup', up, capture);
    element.addEventListener('pointercancel', up, capture);
    element.addEventListener('pointerleave', leave);
    return () => {
      setControls(true);
      element.removeEventListener('pointerdown', down, capture);
      element.removeEventListener('pointermove', move, capture);
      element.removeEventListener('pointerup', up, capture);
      element.removeEventListener('pointercancel', up, capture);
      element.removeEventListener('pointerleave', leave);
    };
  }, [gl, camera, controls]);
}
