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
  /** A plain click places the mark. */
  readonly placing: boolean;
  /** `begins`: a click, or the first move of a drag. */
  readonly onPlace: (x: number, y: number, begins: boolean) => void;
  /** A click or tap; `picked`: null where there is nothing. */
  readonly onClick: (at: PointedAt) => void;
  readonly onDoubleClick: (at: PointedAt) => void;
  /** `dragging`: what is held is at that place. */
  readonly onHover: (at: PointedAt, dragging: boolean) => void;
  /** The pointer left the picture, or turns it. */
  readonly onLeave: () => void;
}

/** Where the pointer is on the page, and what of the picture is there. */
export interface PointedAt {
  readonly clientX: number;
  readonly clientY: number;
  readonly picked: Picked | null;
  /** CSS pixels within which something near is meant. */
  readonly reach: number;
}

const GRAB = { mouse: 16, touch: 30 } as const;
/** A press that moves less than this is a click. */
const CLICK_TRAVEL = 5;
const REACH = { mouse: 10, touch: 22 } as const;
/** A finger that rests this long means the place under it. */
const LONG_PRESS_MILLISECONDS = 550;

/**
 * Drag the start's ring; Alt or Shift and a click, or a finger that rests, start there (the same with the mark of a prediction, which a
 * plain click places, too). Else a click reads, a double click comes closer. A press on the ring is kept from the orbit controls, so
 * that on touch dragging the start and orbiting do not fight.
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
    const picked = (event: MouseEvent): Picked | null => {
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
    const pointedAt = (event: MouseEvent & { readonly pointerType?: string }): PointedAt => ({
      clientX: event.clientX,
      clientY: event.clientY,
      picked: picked(event),
      reach: event.pointerType === 'touch' ? REACH.touch : REACH.mouse,
    });
    let dragging: number | null = null;
    let resting: ReturnType<typeof setTimeout> | undefined;
    let moved = false;
    let press: { id: number; x: number; y: number } | null = null;
    const setControls = (enabled: boolean) => {
      if (controls) (controls as unknown as { enabled: boolean }).enabled = enabled;
    };
    const travelled = (event: PointerEvent) =>
      press !== null && Math.hypot(event.clientX - press.x, event.clientY - press.y) >= CLICK_TRAVEL;
    const rest = (event: PointerEvent) => {
      press = null;
      const at = picked(event);
      if (at) newest.current.onPlace(at.x, at.y, true);
    };
    const down = (event: PointerEvent) => {
      clearTimeout(resting);
      // A second finger turns and zooms.
      if (!event.isPrimary) press = null;
      if (!event.isPrimary || event.button !== 0) return;
      press = { id: event.pointerId, x: event.clientX, y: event.clientY };
      if (!near(event)) {
        if (event.pointerType === 'touch') resting = setTimeout(() => rest(event), LONG_PRESS_MILLISECONDS);
        return;
      }
      dragging = event.pointerId;
      moved = false;
      setControls(false);
      element.setPointerCapture(event.pointerId);
      event.stopImmediatePropagation();
    };
    const move = (event: PointerEvent) => {
      if (dragging === event.pointerId) {
        const at = pointedAt(event);
        if (at.picked) {
          newest.current.onPlace(at.picked.x, at.picked.y, !moved);
          moved = true;
          newest.current.onHover(at, true);
        }
        event.stopImmediatePropagation();
        return;
      }
      if (travelled(event)) {
        clearTimeout(resting);
        newest.current.onLeave();
      }
      if (event.buttons !== 0 || event.pointerType === 'touch') return;
      element.style.cursor = near(event) ? 'grab' : '';
      newest.current.onHover(pointedAt(event), false);
    };
    const up = (event: PointerEvent) => {
      const clicked = press?.id === event.pointerId && !travelled(event);
      press = null;
      clearTimeout(resting);
      if (dragging === event.pointerId) {
        dragging = null;
        setControls(true);
        event.stopImmediatePropagation();
        if (event.pointerType === 'touch') newest.current.onLeave();
      } else if (clicked && event.type === 'pointerup') {
        const { placing, onPlace, onClick } = newest.current;
        const at = pointedAt(event);
        if (!placing && !event.altKey && !event.shiftKey) onClick(at);
        else if (at.picked) onPlace(at.picked.x, at.picked.y, true);
      }
    };
    const twice = (event: MouseEvent) => {
      if (!newest.current.placing && !event.altKey && !event.shiftKey) newest.current.onDoubleClick(pointedAt(event));
    };
    const leave = () => {
      newest.current.onLeave();
    };
    const capture = { capture: true } as const;
    element.addEventListener('pointerdown', down, capture);
    element.addEventListener('pointermove', move, capture);
    element.addEventListener('pointerup', up, capture);
    element.addEventListener('pointercancel', up, capture);
    element.addEventListener('pointerleave', leave);
    element.addEventListener('dblclick', twice);
    return () => {
      setControls(true);
      clearTimeout(resting);
      element.removeEventListener('dblclick', twice);
      element.removeEventListener('pointerdown', down, capture);
      element.removeEventListener('pointermove', move, capture);
      element.removeEventListener('pointerup', up, capture);
      element.removeEventListener('pointercancel', up, capture);
      element.removeEventListener('pointerleave', leave);
    };
  }, [gl, camera, controls]);
}
