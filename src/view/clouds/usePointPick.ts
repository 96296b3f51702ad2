import { useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import type { PerspectiveCamera } from 'three';
import type { Points } from '../../clouds/types.ts';
import type { Box } from '../../math/box.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import { pickPoint } from './pickPoint.ts';
import { panePointer, reachOf } from './pointer.ts';
import { clipFromCloud, projectTo } from './project.ts';
import type { CloudSpace } from './space.ts';

export interface PickedPoint {
  readonly pane: number;
  /** Place of its cloud among those that may be picked from there. */
  readonly cloud: number;
  readonly index: number;
  readonly clientX: number;
  readonly clientY: number;
}

/** A cloud as it lies; `pose`: target ← cloud, null: it is in the target's frame. */
export interface PickCloud {
  readonly points: Points;
  readonly pose: Matrix4 | null;
}

export interface PointPick {
  readonly enabled: boolean;
  readonly space: CloudSpace;
  readonly boxes: readonly Box[];
  /** The clouds of a pane that may be picked from; of two points that are meant alike the earlier cloud's is. */
  readonly cloudsIn: (pane: number) => readonly PickCloud[];
  /** A click or a tap; not the end of a drag that turned the picture. */
  readonly onPick: (picked: PickedPoint) => void;
  /** null: the pointer is on no point, or a click or a tap met none. */
  readonly onHover?: (picked: PickedPoint | null) => void;
}

const REACH = { mouse: 12, touch: 24 } as const;
/** A press that moves less than this is a click. */
const CLICK_TRAVEL = 5;
/** How far behind the frontmost point within reach another one may be meant, in radii of the subject. */
const THICKNESS = 0.12;

/** Picks the nearest visible point of a cloud under the pointer. */
export function usePointPick(pick: PointPick): void {
  const get = useThree((state) => state.get);
  const canvas = useThree((state) => state.gl.domElement);
  const newest = useRef(pick);
  useEffect(() => {
    newest.current = pick;
  });
  const { enabled } = pick;
  useEffect(() => {
    if (!enabled) return undefined;
    const picked = (event: PointerEvent): PickedPoint | null => {
      const { space, boxes, cloudsIn } = newest.current;
      const { camera, size } = get();
      const at = panePointer(event, canvas, size, boxes);
      if (!at) return null;
      const reach = reachOf(event, REACH.mouse, REACH.touch);
      let best: PickedPoint | null = null;
      let least = Infinity;
      cloudsIn(at.pane).forEach(({ points, pose }, cloud) => {
        const clip = clipFromCloud(camera as PerspectiveCamera, space.worldFromTarget, pose);
        const index = pickPoint(points, clip, size, at.x, at.y, reach, THICKNESS * space.radius);
        if (index < 0) return;
        const spot = { x: 0, y: 0, depth: 0 };
        projectTo(clip, size, points[3 * index]!, points[3 * index + 1]!, points[3 * index + 2]!, spot);
        const distance = Math.hypot(spot.x - at.x, spot.y - at.y);
        if (!(distance < least)) return;
        least = distance;
        best = { pane: at.pane, cloud, index, clientX: event.clientX, clientY: event.clientY };
      });
      return best;
    };
    let press: { readonly id: number; readonly x: number; readonly y: number } | null = null;
    const down = (event: PointerEvent) => {
      // A finger may be about to turn the picture.
      if (event.pointerType === 'touch') newest.current.onHover?.(null);
      press =
        event.isPrimary && event.button === 0 ? { id: event.pointerId, x: event.clientX, y: event.clientY } : null;
    };
    const move = (event: PointerEvent) => {
      if (event.buttons !== 0 || event.pointerType === 'touch') return;
      const at = picked(event);
      canvas.style.cursor = at ? 'crosshair' : '';
      newest.current.onHover?.(at);
    };
    const up = (event: PointerEvent) => {
      const travel = press?.id === event.pointerId ? Math.hypot(event.clientX - press.x, event.clientY - press.y) : NaN;
      press = null;
      if (!(travel < CLICK_TRAVEL)) return;
      const at = picked(event);
      if (at) newest.current.onPick(at);
      else newest.current.onHover?.(null);
    };
    const leave = (event: PointerEvent) => {
      // A finger leaves whenever it is lifted: what it tapped is to be read then.
      if (event.pointerType !== 'touch') newest.current.onHover?.(null);
    };
    canvas.addEventListener('pointerdown', down);
    canvas.addEventListener('pointermove', move);
    canvas.addEventListener('pointerup', up);
    canvas.addEventListener('pointerleave', leave);
    return () => {
      canvas.style.cursor = '';
      canvas.removeEventListener('pointerdown', down);
      canvas.removeEventListener('pointermove', move);
      canvas.removeEventListener('pointerup', up);
      canvas.removeEventListener('pointerleave', leave);
    };
  }, [enabled, canvas, get]);
}
