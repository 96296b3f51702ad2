import { CloudError } from './errors.ts';
import type { Where } from './errors.ts';

/** Collects polygons as fans of triangles. */
export interface Faces {
  /** Adds a polygon by its vertices' rows; `count` is the number of vertices that there are. */
  add(corners: readonly number[], where: Where): void;
  triangles(): Uint32Array | null;
}

/** `vertexCount` is asked at the end, where a format learns it only then. */
export function createFaces(vertexCount: () => number): Faces {
  let out = new Uint32Array(3 * 256);
  let length = 0;
  return {
    add(corners, where) {
      if (corners.length < 3) throw new CloudError('bad-list', where, { length: corners.length });
      const count = vertexCount();
      for (const index of corners) {
        if (!Number.isInteger(index) || index < 0 || index >= count)
          throw new CloudError('index', where, { index, count });
      }
      for (let i = 2; i < corners.length; i++) {
        if (length + 3 > out.length) {
          const longer = new Uint32Array(2 * out.length);
          longer.set(out);
          out = longer;
        }
        out[length++] = corners[0]!;
        out[length++] = corners[i - 1]!;
        out[length++] = corners[i]!;
      }
    },
    triangles: () => (length > 0 ? out.slice(0, length) : null),
  };
}
