import type { Viewport } from '../../math/box.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import { handles, onRing, axisOf, RING, type HandleId } from './gizmoHandles.ts';
import { projectTo, type Projected } from './project.ts';

/** How the gizmo is seen: clip ← gizmo, and the window of the camera. */
export interface GizmoView {
  readonly clip: Matrix4;
  readonly viewport: Viewport;
}

export interface Grip {
  readonly id: HandleId;
  /** Where on its ring, radians; 0 for what moves. */
  readonly angleRad: number;
}

const at: Projected = { x: 0, y: 0, depth: 0 };
const place = ({ clip, viewport }: GizmoView, [x, y, z]: readonly [number, number, number]) => {
  projectTo(clip, viewport, x, y, z, at);
  return [at.x, at.y] as const;
};

/** An arrow that points at the eye is too short to be dragged along. CSS pixels a unit of the gizmo. */
const SHORTEST = 14;
/** What is behind the gizmo's middle is meant less than what is before it: as if so many pixels farther. */
const BEHIND = 6;

/** The handle that a press at (x, y) takes hold of, within `reach` CSS pixels; null: none. */
export function gripAt(view: GizmoView, x: number, y: number, reach: number): Grip | null {
  const { clip, viewport } = view;
  const middle = projectTo(clip, viewport, 0, 0, 0, at).depth;
  let best: Grip | null = null;
  let bestCost = Infinity;
  for (const { id, grips } of handles) {
    if (id !== 'view' && id.startsWith('t') && Math.hypot(...derivative(view, { id, angleRad: 0 })) < SHORTEST)
      continue;
    for (let i = 0; i < grips.length; i += 3) {
      projectTo(clip, viewport, grips[i]!, grips[i + 1]!, grips[i + 2]!, at);
      const distance = Math.hypot(at.x - x, at.y - y);
      const cost = distance + (at.depth > middle + 1e-9 ? BEHIND : 0);
      if (distance > reach || cost >= bestCost) continue;
      best = { id, angleRad: id.startsWith('r') ? (2 * Math.PI * i) / grips.length : 0 };
      bestCost = cost;
    }
  }
  return best;
}

/** CSS pixels that the gripped place moves a radian of the turn, or a unit of the gizmo along the arrow. */
function derivative(view: GizmoView, { id, angleRad }: Grip): readonly [number, number] {
  if (id === 'view') return [0, 0];
  const k = axisOf(id);
  const h = 1e-4;
  const one = (sign: number): readonly [number, number, number] => {
    if (id.startsWith('r')) return onRing(k, angleRad + sign * h, RING);
    const out: [number, number, number] = [0, 0, 0];
    out[k] = 1 + sign * h;
    return out;
  };
  const [ax, ay] = place(view, one(-1));
  const [bx, by] = place(view, one(1));
  return [(bx - ax) / (2 * h), (by - ay) / (2 * h)];
}

/**
 * Radians of turn, or units of the gizmo along its arrow, that follow the pointer's move by (dx, dy) CSS pixels: what moves the gripped
 * place along with it. Small steps: where a ring bends away, the next one starts anew.
 */
export function dragAmount(view: GizmoView, grip: Grip, dx: number, dy: number): number {
  const [x, y] = derivative(view, grip);
  // Where a ring is seen from its edge a pixel would mean any angle: never more than a small one.
  return (dx * x + dy * y) / Math.max(x * x + y * y, SHORTEST * SHORTEST);
}
