import { nearest, type Hit } from '../../../src/clouds/kdTree.ts';
import type { Points } from '../../../src/clouds/types.ts';
import { identity, type Matrix4 } from '../../../src/math/matrix4.ts';
import type { PaneRun } from './paneRuns.ts';

type Place = readonly [x: number, y: number, z: number];

/** A point of a run's source as it lies, and the target's point nearest to it. In the target's frame. */
export interface PointedAt {
  readonly place: Place;
  readonly distance: number;
  readonly nearest: number;
  readonly nearestPlace: Place;
  /** The method matches nothing so far apart at this step. */
  readonly beyond: boolean;
}

export function placeOf(points: Points, index: number, pose: Matrix4 = identity()): Place {
  const [x, y, z] = [points[3 * index]!, points[3 * index + 1]!, points[3 * index + 2]!];
  const at = (row: number) => pose[row]! * x + pose[row + 1]! * y + pose[row + 2]! * z + pose[row + 3]!;
  return [at(0), at(4), at(8)];
}

/** null: the run has no such point. */
export function pointedAt({ prepared, record }: PaneRun, index: number, pose: Matrix4, step: number): PointedAt | null {
  const { points } = prepared.source.cloud;
  if (3 * index >= points.length) return null;
  const place = placeOf(points, index, pose);
  const hit: Hit = { index: -1, distanceSq: 0 };
  nearest(prepared.target.tree(), ...place, hit);
  if (hit.index < 0) return null;
  const distance = Math.sqrt(hit.distanceSq);
  return {
    place,
    distance,
    nearest: hit.index,
    nearestPlace: placeOf(prepared.target.cloud.points, hit.index),
    beyond: distance > record.limit[Math.min(step, record.steps)]!,
  };
}
