import { along, type Eye } from './camera.ts';
import type { Surface, SurfaceData, Transform, Vec3 } from './reference.ts';

/** Where a sight line goes through the drawn surface: `inside` is its opaque face (seen from above), the other is glass. */
export interface Crossing {
  /** World units from the eye. */
  readonly distance: number;
  readonly face: 'inside' | 'glass';
  /** Closer than this to the rim or the border (in units of the domain's size) it may as well miss. */
  readonly f: number;
}

const STEPS = 160;
const BISECTIONS = 16;

/** Marches a sight line through the space between lowest point and cut, against the height function itself. */
export function crossings(
  surface: Surface,
  { domain, cut }: SurfaceData,
  transform: Transform,
  { place }: Pick<Eye, 'place'>,
  direction: Vec3,
): Crossing[] {
  const [x0, x1, y0, y1] = domain;
  // The part of the line inside the box of the drawn surface.
  let [from, to] = [0, Infinity];
  const [low, high] = [transform.world(x0, y1, 0), transform.world(x1, y0, cut)];
  for (let k = 0; k < 3; k++) {
    const d = direction[k] as number;
    const a = ((low[k] as number) - 1e-9 - (place[k] as number)) / d;
    const b = ((high[k] as number) + 1e-9 - (place[k] as number)) / d;
    if (d === 0) continue;
    from = Math.max(from, Math.min(a, b));
    to = Math.min(to, Math.max(a, b));
  }
  if (!(from < to)) return [];
  const fAt = (s: number) => {
    const p = along(place, direction, s);
    return surface.value(...transform.domain(p[0], p[2]));
  };
  const gap = (s: number) => place[1] + s * direction[1] - transform.height(fAt(s));
  const found: Crossing[] = [];
  let before = gap(from);
  for (let i = 1; i <= STEPS; i++) {
    const s = from + ((to - from) * i) / STEPS;
    const now = gap(s);
    if (before >= 0 !== now >= 0) {
      let [a, b] = [from + ((to - from) * (i - 1)) / STEPS, s];
      for (let k = 0; k < BISECTIONS; k++) {
        const middle = (a + b) / 2;
        if (gap(middle) >= 0 === before >= 0) a = middle;
        else b = middle;
      }
      const f = fAt(a);
      if (f <= cut) found.push({ distance: a, face: before >= 0 ? 'inside' : 'glass', f });
    }
    before = now;
  }
  return found;
}
