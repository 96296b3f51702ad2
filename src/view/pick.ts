import { contains } from '../surfaces/domain.ts';
import type { Objective } from '../surfaces/objective.ts';
import type { Domain } from '../surfaces/types.ts';
import { displayHeight, type Display, type Mutable3 } from './display.ts';
import { clipToBox } from './pathGeometry.ts';

export interface Picked {
  readonly x: number;
  readonly y: number;
  readonly on: 'surface' | 'plan';
}

const MARCH = 240;
const BISECT = 40;

/**
 * What a ray (world origin and direction) meets first: the surface where f ≤ cut, else the plan within `rect`, else null.
 * Marches against the very height that is drawn, so that it needs no mesh.
 */
export function pick(
  display: Display,
  objective: Pick<Objective, 'value'>,
  rect: Domain,
  cut: number,
  origin: Mutable3,
  direction: Mutable3,
): Picked | null {
  const xAt = (s: number) => (origin.x + s * direction.x) / display.scale + display.centreX;
  const yAt = (s: number) => display.centreY - (origin.z + s * direction.z) / display.scale;
  const gap = (s: number) => origin.y + s * direction.y - displayHeight(display, objective.value(xAt(s), yAt(s)));
  const top = displayHeight(display, cut);
  const toPlane = (height: number) => (height - origin.y) / direction.y;
  // Only between the planes of rim and lowest point, and over the map, can a ray that goes down meet the surface.
  const enterPlane = Math.max(direction.y < 0 ? toPlane(Math.max(top, 0)) : 0, 0);
  const leavePlane = direction.y < 0 ? toPlane(Math.min(0, top) - 1e-6 * Math.abs(top)) : enterPlane + 100;
  const overMap = clipToBox(display.domain, xAt(enterPlane), yAt(enterPlane), xAt(leavePlane), yAt(leavePlane));
  const [enter, leave] = (overMap ?? [0, 0]).map((u) => enterPlane + u * (leavePlane - enterPlane)) as [number, number];
  let before = gap(enter);
  for (let i = 1; i <= MARCH; i++) {
    const s = enter + ((leave - enter) * i) / MARCH;
    const now = gap(s);
    if (before >= 0 && now < 0) {
      let [low, high] = [enter + ((leave - enter) * (i - 1)) / MARCH, s];
      for (let k = 0; k < BISECT; k++) {
        const middle = (low + high) / 2;
        if (gap(middle) >= 0) low = middle;
        else high = middle;
      }
      const [x, y] = [xAt(high), yAt(high)];
      if (contains(display.domain, x, y) && objective.value(x, y) <= cut) return { x, y, on: 'surface' };
    }
    before = now;
  }
  const s = toPlane(display.floor);
  if (!(s > 0)) return null;
  const [x, y] = [xAt(s), yAt(s)];
  return contains(rect, x, y) ? { x, y, on: 'plan' } : null;
}
