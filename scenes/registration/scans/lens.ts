import { transformPoints, type Matrix4 } from '../../../src/math/matrix4.ts';
import { worstPlace, type WorstPlace } from '../../../src/registration/worstPlace.ts';
import type { ShadedCloud } from '../../../src/view/clouds/shaded/shadedView.ts';
import { axesOf } from '../../../src/view/framing.ts';
import type { PaneRun } from '../runs/paneRuns.ts';
import type { ScansSeen } from './seen.ts';

/** So far around the dense part, in its radii, there is something to be seen. */
const REACH = 1.5;
/** Radius, in widths of a lens, of all that it may show: half its side, and what lies before and behind. */
const AROUND = 0.85;
/** Poses of a run on whose way to the last one its points are looked for. */
const POSES = 12;

/** Where the results of these runs differ most, of what is seen at first; null: nothing tells. */
export function lensOf(runs: readonly PaneRun[], { space, direction, about, ceiling }: ScansSeen): WorstPlace | null {
  const [first] = runs;
  if (!first) return null;
  const { source, target } = first.prepared;
  const m = space.worldFromTarget;
  const world = axesOf(direction).back;
  // The rotation's transpose; its rows are `scale` long.
  const back = [0, 1, 2].map((k) => [0, 1, 2].reduce((sum, r) => sum + (m[4 * r + k]! * world[r]!) / space.scale, 0));
  return worstPlace({
    points: source.cloud.points,
    target: { points: target.cloud.points, tree: target.tree(), spacing: target.spacing() },
    poses: runs.map(({ record: { poses, steps } }) => poses.slice(16 * steps, 16 * steps + 16)),
    extent: (2 * about.radius) / space.scale,
    back: back as unknown as readonly [number, number, number],
    seen(x, y, z) {
      const [a, b, c] = transformPoints(m, Float64Array.of(x, y, z));
      const [p, q, r] = about.centre;
      return (
        !(ceiling && b! > ceiling[0] && b! < ceiling[1]) && Math.hypot(a! - p, b! - q, c! - r) < REACH * about.radius
      );
    },
  });
}

/** What of a cloud a lens may show, wherever one of the poses (target ← cloud; null: it is the target) puts it. */
export function aroundLens(
  cloud: ShadedCloud,
  { place: [x, y, z], width }: WorstPlace,
  poses: readonly Matrix4[] | null,
): ShadedCloud {
  const { points, spacings } = cloud;
  const reach = (AROUND * width) ** 2;
  const near = new Uint8Array(points.length / 3);
  for (const placed of poses ? poses.map((pose) => transformPoints(pose, points)) : [points]) {
    for (let i = 0; i < near.length; i++) {
      const distance = (placed[3 * i]! - x) ** 2 + (placed[3 * i + 1]! - y) ** 2 + (placed[3 * i + 2]! - z) ** 2;
      if (distance <= reach) near[i] = 1;
    }
  }
  const kept = Array.from(near.keys()).filter((i) => near[i] === 1);
  return {
    points: Float64Array.from(kept.flatMap((i) => [points[3 * i]!, points[3 * i + 1]!, points[3 * i + 2]!])),
    spacings: Float32Array.from(kept, (i) => spacings[i]!),
    colours: null,
  };
}

/** Some poses of a run, the last among them. */
export function posesOf({ poses, steps }: PaneRun['record']): readonly Matrix4[] {
  const rows = new Set(Array.from({ length: POSES + 1 }, (_, k) => Math.round((k * steps) / POSES)));
  return Array.from(rows, (row) => poses.slice(16 * row, 16 * row + 16));
}
