import type { PerspectiveCamera } from 'three';
import type { Box, Viewport } from '../../math/box.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import type { LabelSpec } from '../LabelLayer.ts';
import { shiftOf } from './panes.ts';
import { clipFromCloud, projectTo } from './project.ts';
import type { CloudSpace, Vector } from './space.ts';

/** Two points that somebody says are the same place, each in its own cloud's frame. */
export interface PickedPair {
  readonly source: Vector;
  readonly target: Vector;
}

/** Numbers at both ends of each pair in one pane, for the label layer; CSS pixels of the canvas. */
export function pairLabels(
  pairs: readonly PickedPair[],
  pose: Matrix4,
  space: CloudSpace,
  camera: PerspectiveCamera,
  canvas: Viewport,
  pane: number,
  box: Box,
): LabelSpec[] {
  const shift = shiftOf(box, canvas);
  const ends = {
    source: clipFromCloud(camera, space.worldFromTarget, pose),
    target: clipFromCloud(camera, space.worldFromTarget, null),
  };
  return pairs.flatMap((pair, i) =>
    (['source', 'target'] as const).flatMap((end): LabelSpec[] => {
      const at = projectTo(ends[end], canvas, ...pair[end], { x: 0, y: 0, depth: 0 });
      const [anchorX, anchorY] = [at.x + shift.x, at.y + shift.y];
      const inside = anchorX >= box.left && anchorX < box.right && anchorY >= box.top && anchorY < box.bottom;
      if (at.depth <= 0 || !inside) return [];
      const id = `pair-${String(pane)}-${String(i)}-${end}`;
      return [{ id, text: String(i + 1), kind: 'event', anchorX, anchorY, wishX: 0, wishY: -18, reach: 26 }];
    }),
  );
}
