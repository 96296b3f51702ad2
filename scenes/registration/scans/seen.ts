import { bounds } from '../../../src/clouds/spacing.ts';
import { multiply, transformPoints, type Matrix4 } from '../../../src/math/matrix4.ts';
import { broadDirection, ceilingOf, densePart, quantile } from '../../../src/view/clouds/shaded/dense.ts';
import type { Layer } from '../../../src/view/clouds/shaded/shadedView.ts';
import { createSpace, uprighted, type CloudSpace } from '../../../src/view/clouds/space.ts';
import type { Ball } from '../../../src/view/clouds/drawPanes.ts';
import type { Direction } from '../../../src/view/framing.ts';
import type { Pair } from '../runs/pair.ts';
import { drawnScans, type DrawnScans } from './drawn.ts';
import { withinReach, type FirstLook } from './look.ts';

/** How a pair of scans is looked at: what it is about, from where it shows most, and what would hide it. */
export interface ScansSeen {
  readonly drawn: DrawnScans;
  readonly space: CloudSpace;
  readonly outline: readonly number[];
  readonly direction: Direction;
  readonly about: Ball;
  /** World heights of the lowest and the highest of it. */
  readonly heights: Layer;
  /** World heights between which a room, or a walk, is left open; null: nothing covers it. */
  readonly ceiling: Layer | null;
  /** World heights of the ground and of what surely stands on it; null: nothing is known of it. */
  readonly ground: Layer | null;
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
    seen = pair.look ? lookedAt(pair, pair.look, drawn) : seenByRule(pair, drawn);
    made.set(pair, seen);
  }
  return seen;
}

function seenByRule(pair: Pair, drawn: DrawnScans): ScansSeen {
  const space = createSpace(bounds(pair.target.points), pair.up);
  const { ceiling, outline } = framedAt(drawn, space, pair.asIs);
  const covered = ceiling < Infinity;
  return {
    ...{ drawn, space, outline, ground: null },
    about: ballOf(outline),
    direction: broadDirection(outline, covered),
    heights: heightsOf(outline),
    ceiling: covered ? [ceiling, Infinity] : null,
  };
}

function lookedAt(pair: Pair, look: FirstLook, drawn: DrawnScans): ScansSeen {
  const space = uprighted(createSpace(bounds(pair.target.points), pair.up), look.sky);
  const scanner = transformPoints(space.worldFromTarget, new Float64Array(3))[1]!;
  const inWorld = ([low, high]: Layer): Layer => [scanner + space.scale * low, scanner + space.scale * high];
  const outline = framedBy(look, drawn, space);
  return {
    ...{ drawn, space, outline, direction: look.direction },
    about: ballOf(outline),
    heights: heightsOf(outline),
    ceiling: inWorld(look.roof),
    ground: inWorld(look.ground),
  };
}

/** World x, y, z of what a look frames: of the target alone, wherever the source lies. */
function framedBy(look: FirstLook, { target: { points } }: DrawnScans, { worldFromTarget }: CloudSpace): number[] {
  const near = withinReach(points, look).flatMap((i) => Array.from(points.subarray(3 * i, 3 * i + 3)));
  return Array.from(transformPoints(worldFromTarget, Float64Array.from(near)));
}

function heightsOf(outline: readonly number[]): Layer {
  const levels = Float64Array.from({ length: outline.length / 3 }, (_, i) => outline[3 * i + 1]!).sort();
  return [quantile(levels, TRIM), quantile(levels, 1 - TRIM)];
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
