import { bounds } from '../../../src/clouds/spacing.ts';
import { multiply, transformPoints, type Matrix4 } from '../../../src/math/matrix4.ts';
import { broadDirection, ceilingOf, densePart, quantile } from '../../../src/view/clouds/shaded/dense.ts';
import { createSpace, type CloudSpace } from '../../../src/view/clouds/space.ts';
import type { Ball } from '../../../src/view/clouds/drawPanes.ts';
import type { Direction } from '../../../src/view/framing.ts';
import type { Pair } from '../runs/pair.ts';
import { drawnScans, type DrawnScans } from './drawn.ts';

/** How a pair of scans is looked at: what it is about, from where it shows most, and what would hide it. */
export interface ScansSeen {
  readonly drawn: DrawnScans;
  readonly space: CloudSpace;
  readonly outline: readonly number[];
  readonly direction: Direction;
  readonly about: Ball;
  /** World heights of the lowest and the highest of it. */
  readonly heights: readonly [low: number, high: number];
  /** World height from which on a room is left open; Infinity: nothing covers it. */
  readonly ceiling: number;
}

/** In radii of the target: a source farther away is left out of the picture. */
const FARTHEST = 3;
/** Part of the heights, at either end, that tone and ramp are not stretched for. */
const TRIM = 0.01;

const made = new WeakMap<Pair, ScansSeen>();

/** null: the pair is no pair of scans. */
export function scansSeen(pair: Pair): ScansSeen | null {
  const drawn = drawnScans(pair);
  if (!drawn) return null;
  let seen = made.get(pair);
  if (!seen) {
    const space = createSpace(bounds(pair.target.points), pair.up);
    const { ceiling, outline } = framedAt(drawn, space, pair.asIs);
    const levels = Float64Array.from({ length: outline.length / 3 }, (_, i) => outline[3 * i + 1]!).sort();
    seen = {
      ...{ drawn, space, outline, ceiling },
      about: ballOf(outline),
      direction: broadDirection(outline, ceiling < Infinity),
      heights: [quantile(levels, TRIM), quantile(levels, 1 - TRIM)],
    };
    made.set(pair, seen);
  }
  return seen;
}

/** The dense part of both with the source at `pose`, below a ceiling; world x, y, z. */
function framedAt({ source, target }: DrawnScans, space: CloudSpace, pose: Matrix4) {
  const still = densePart(transformPoints(space.worldFromTarget, target.points), target.spacings);
  const moving = densePart(transformPoints(multiply(space.worldFromTarget, pose), source.points), source.spacings);
  // What is to move is to be seen as well, unless it is so far off that neither would be.
  const near = moving.every((value) => Math.abs(value) < FARTHEST * space.radius);
  const ceiling = ceilingOf(still);
  const outline = (near ? [...still, ...moving] : still).flatMap((_, i, all) =>
    i % 3 === 0 && all[i + 1]! <= ceiling ? all.slice(i, i + 3) : [],
  );
  return { ceiling, outline };
}

/** What there is to see once the source lies at `pose`. */
export function seenAt({ drawn, space }: ScansSeen, pose: Matrix4): Pick<ScansSeen, 'outline' | 'about'> {
  const { outline } = framedAt(drawn, space, pose);
  return { outline, about: ballOf(outline) };
}

/** Around all of them. */
function ballOf(points: readonly number[]): Ball {
  const { centre, diagonal } = bounds(points);
  return { centre, radius: diagonal / 2 };
}
