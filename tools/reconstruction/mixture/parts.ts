import { bounds } from '../../../src/clouds/spacing.ts';
import { cos, sin } from '../../../src/math/portable.ts';
import type { Rng } from '../../../src/math/rng.ts';
import { categories, categoryIds, type CategoryId } from '../../../src/reconstruction/shapes/index.ts';
import { createMesh, type Mesh } from '../../../src/reconstruction/shapes/mesh.ts';

/** A thing, upright (y up), as the triangles of its parts, nine numbers each; a part may be painted otherwise than its neighbour. */
export type Parts = readonly Float64Array[];

export const one = <T>(rng: Rng, of: readonly T[]): T => of[rng.integer(of.length)]!;

/** The triangles of what `draw` builds. */
export function drawn(draw: (mesh: Mesh) => void): Float64Array {
  const mesh = createMesh();
  draw(mesh);
  return mesh.triangles();
}

/** A thing of one of the categories that we draw ourselves. */
export const ofCategory = (rng: Rng, of: readonly CategoryId[] = categoryIds): Parts => {
  const category = categories[one(rng, of)];
  return [drawn((mesh) => category(mesh, rng))];
};

export function joined(parts: Parts): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Every corner by `p ↦ scale · p + shift`, a number an axis. */
export const moved = (parts: Parts, scale: readonly number[], shift: readonly number[] = [0, 0, 0]): Parts =>
  parts.map((part) => part.map((value, i) => value * scale[i % 3]! + shift[i % 3]!));

/** Turned about the upright axis. */
export function turned(parts: Parts, angleRad: number): Parts {
  const [c, s] = [cos(angleRad), sin(angleRad)];
  return parts.map((part) => {
    const out = part.slice();
    for (let i = 0; i < out.length; i += 3) {
      out[i] = c * part[i]! + s * part[i + 2]!;
      out[i + 2] = c * part[i + 2]! - s * part[i]!;
    }
    return out;
  });
}

/** The thing with its longest edge `size`, standing with the middle of its foot on `place`. */
export function standing(parts: Parts, size: number, [x, y, z]: readonly [number, number, number]): Parts {
  const { min, max, largestDimension } = bounds(joined(parts));
  const s = size / largestDimension;
  const middle = (axis: 0 | 2) => (s * (min[axis] + max[axis])) / 2;
  return moved(parts, [s, s, s], [x - middle(0), y - s * min[1], z - middle(2)]);
}

/** Height of the thing's upper surface over (x, z), or undefined beside it. */
export function heightOver(parts: Parts, x: number, z: number): number | undefined {
  let height: number | undefined;
  for (const t of parts) {
    for (let o = 0; o < t.length; o += 9) {
      const [ux, uz, vx, vz] = [t[o + 3]! - t[o]!, t[o + 5]! - t[o + 2]!, t[o + 6]! - t[o]!, t[o + 8]! - t[o + 2]!];
      const area = ux * vz - vx * uz;
      if (area === 0) continue;
      const [px, pz] = [x - t[o]!, z - t[o + 2]!];
      const a = (px * vz - vx * pz) / area;
      const b = (ux * pz - px * uz) / area;
      if (a < 0 || b < 0 || a + b > 1) continue;
      const y = t[o + 1]! + a * (t[o + 4]! - t[o + 1]!) + b * (t[o + 7]! - t[o + 1]!);
      if (height === undefined || y > height) height = y;
    }
  }
  return height;
}
