import type { Highlight } from '../../../src/runs/highlight.ts';
import type { RunView } from '../runs/runViews.ts';

/** A head this near the pointer is what it points at; CSS pixels. */
const REACH = 14;
/** A wall is steep where the slope along y is this many times the one along x, and so large a share of the steepest one. */
const STEEPER = 4;
const HIGH = 0.3;

export interface Pointed {
  readonly runs: readonly Pick<RunView, 'id'>[];
  /** Where the heads are on screen, pixel pairs in the order of the runs. */
  readonly heads: readonly (readonly [x: number, y: number])[];
  readonly pointer: readonly [x: number, y: number];
  /** ∂f/∂x and ∂f/∂y under the pointer, and ∂f/∂y at the map's border due north of it; null beside the surface. */
  readonly slope: readonly [along: number, across: number, steepest: number] | null;
}

/** What of the scene the pointer is at, for the words that name it. */
export function thingAt({ runs, heads, pointer, slope }: Pointed): Highlight | null {
  const near = runs
    .map(({ id }, i) => {
      const [x, y] = heads[i] ?? [NaN, NaN];
      return { id, distance: Math.hypot(x - pointer[0], y - pointer[1]) };
    })
    .filter(({ distance }) => distance < REACH)
    .sort((a, b) => a.distance - b.distance)[0];
  if (near) return { kind: 'run', id: near.id };
  if (!slope) return null;
  const [along, across, steepest] = slope.map(Math.abs) as [number, number, number];
  return across > STEEPER * along && across > HIGH * steepest ? { kind: 'thing', name: 'steep' } : null;
}
