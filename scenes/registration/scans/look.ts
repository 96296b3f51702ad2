import type { Points } from '../../../src/clouds/types.ts';
import type { Vector } from '../../../src/view/clouds/space.ts';
import type { Direction } from '../../../src/view/framing.ts';

/** How a pair that ships is looked at first, where a rule that suits every scan would show less. Metres from the scanner, in the target's frame. */
export interface FirstLook {
  /** Where the sky is: a scanner may lean. */
  readonly sky: Vector;
  /** In the world, whose y axis is `sky`. */
  readonly direction: Direction;
  /** On the plan: around this place what lies within `reach` is framed. */
  readonly middle: readonly [x: number, y: number];
  readonly reach: number;
  /** Heights between which a roof above the scanner lies: left out like a room's ceiling, so that one sees what stands under it. */
  readonly roof: readonly [low: number, high: number];
  /** Heights of the ground and of what surely stands on it. */
  readonly ground: readonly [ground: number, above: number];
}

/**
 * The LiDAR pair was taken under the roof of a covered walk, beside a court with rows of pillars, and houses behind it. The scanner leaned by 6°: floor (1.98 m below it) and roof (0.53 m above) are parallel
 * planes with this normal. A scan's points lie where its scanner stood, so that the dense part of it is the walk alone, which is taken for a hall.
 */
export const lidarLook: FirstLook = {
  sky: [0.048, 0.096, 0.994],
  direction: { azimuth: -157, elevation: 26 },
  middle: [0, -7],
  reach: 13,
  roof: [0.36, 0.72],
  ground: [-1.8, -1.35],
};

/** Cells along the reach: of the points in one, one speaks for all, for near the scanner there are hundreds. */
const CELLS = 24;

/** Which points (flat, in metres from the scanner) are framed. */
export function withinReach(points: Points, { middle, reach }: FirstLook): number[] {
  const taken = new Set<string>();
  const kept: number[] = [];
  for (let i = 0; i < points.length / 3; i++) {
    const [x, y, z] = [points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!];
    // A beam that met nothing is at the scanner.
    if (Math.hypot(x - middle[0], y - middle[1]) > reach || (x === 0 && y === 0 && z === 0)) continue;
    const cell = [x, y, z].map((c) => Math.floor((CELLS * c) / reach)).join();
    if (taken.has(cell)) continue;
    taken.add(cell);
    kept.push(i);
  }
  return kept;
}
