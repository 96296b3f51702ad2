import { Group, type PerspectiveCamera } from 'three';
import type { Box, Viewport } from '../../math/box.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import { handles, type HandleId } from './gizmoHandles.ts';
import { createLines } from './lines.ts';
import { cloudOrder } from './order.ts';
import { heightOf, widthOf } from './panes.ts';
import type { CloudSpace, Vector } from './space.ts';
import type { CloudUniforms } from './uniforms.ts';

/** CSS pixels of the rings' radius, and at most so much of the shorter side of a pane. */
const RADIUS = 92;
const PART = 0.27;
const WIDTH = { rest: 1.7, active: 3.2 } as const;

export function createGizmoView(shared: CloudUniforms) {
  const parts = handles.map(({ id, segments }) => {
    const count = segments.length / 6;
    const style = { width: WIDTH.rest, opacity: 0.9, back: id.startsWith('t') ? 0.7 : 0.4, pull: 0, halo: 1 };
    const lines = createLines(shared, count, style, cloudOrder.gizmo, { depthTest: false });
    for (let i = 0; i < segments.length; i++) {
      (i % 6 < 3 ? lines.starts : lines.ends)[3 * Math.floor(i / 6) + (i % 3)] = segments[i]!;
    }
    lines.setCount(count);
    lines.object.matrixAutoUpdate = false;
    return { id, lines };
  });
  const object = new Group();
  object.add(...parts.map(({ lines }) => lines.object));
  /** World ← gizmo, row major. */
  const matrix: Matrix4 = new Float64Array(16);
  return {
    object,
    matrix,
    setLook(rest: readonly [number, number, number], active: readonly [number, number, number], id: HandleId | null) {
      for (const part of parts) {
        const lit = part.id === id;
        part.lines.setColour(lit ? active : rest);
        part.lines.setWidth(lit ? WIDTH.active : WIDTH.rest, id === null || lit ? 0.9 : 0.45);
      }
    },
    /** Around the source's middle, as large on screen as a hand wants it. Allocates nothing. */
    place(
      { worldFromTarget, scale }: CloudSpace,
      pose: Matrix4,
      centre: Vector,
      { matrixWorldInverse, fov }: PerspectiveCamera,
      canvas: Viewport,
      boxes: readonly Box[],
    ) {
      let room = RADIUS / PART;
      for (const box of boxes) room = Math.min(room, widthOf(box), heightOf(box));
      for (let r = 0; r < 3; r++) matrix[4 * r + 3] = worldFromTarget[4 * r + 3]!;
      for (let k = 0; k < 3; k++) {
        const p =
          pose[4 * k]! * centre[0] + pose[4 * k + 1]! * centre[1] + pose[4 * k + 2]! * centre[2] + pose[4 * k + 3]!;
        for (let r = 0; r < 3; r++) matrix[4 * r + 3]! += worldFromTarget[4 * r + k]! * p;
      }
      const eye = matrixWorldInverse.elements;
      const depth = -(eye[2] * matrix[3]! + eye[6] * matrix[7]! + eye[10] * matrix[11]! + eye[14]);
      const tangent = Math.tan((fov * Math.PI) / 360);
      const size = (room * PART * Math.max(depth, 0.5) * tangent) / (canvas.height / 2);
      for (let r = 0; r < 3; r++) {
        for (let k = 0; k < 3; k++) matrix[4 * r + k] = (worldFromTarget[4 * r + k]! / scale) * size;
      }
      matrix[15] = 1;
      for (const { lines } of parts) {
        lines.object.matrix.fromArray(matrix).transpose();
        lines.object.matrixWorldNeedsUpdate = true;
        lines.worldFromStart.copy(lines.object.matrix);
      }
    },
    dispose() {
      for (const { lines } of parts) lines.dispose();
    },
  };
}
