import type { Mesh, Points } from '../../clouds/types.ts';
import { multiply, rotateVectors, transformPoints } from '../../math/matrix4.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import { composeOrigins } from './origins.ts';
import type { CloudFile, Origin } from './types.ts';

/** Metres in one unit of the file. */
export const units = { m: 1, mm: 1e-3, cm: 1e-2, km: 1e3, in: 0.0254, ft: 0.3048 } as const;

export type UnitId = keyof typeof units;

/** What a file's numbers mean: nothing in it says so. */
export interface Frame {
  readonly unit: UnitId;
  readonly up: 'z' | 'y';
}

/** Metres with z up: a file that is taken as it is. */
export const plainFrame: Frame = { unit: 'm', up: 'z' };

/** Where a file stands among others: its frame, and the origin that reading subtracted, in its own unit and axes. */
export interface Placement {
  readonly frame: Frame;
  readonly origin: Origin;
}

/** y up to z up: a quarter turn about x, (x, y, z) → (x, −z, y). */
const turned = (up: Frame['up']): Matrix4 =>
  up === 'y'
    ? Float64Array.of(1, 0, 0, 0, 0, 0, -1, 0, 0, 1, 0, 0, 0, 0, 0, 1)
    : Float64Array.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);

const scaled = (matrix: Matrix4, factor: number): Matrix4 =>
  matrix.map((value, i) => (i < 12 ? value * factor : value));

/** Common ← file: a similarity into metres, z up. */
export const frameMatrix = ({ unit, up }: Frame): Matrix4 => scaled(turned(up), units[unit]);

/** File ← common. */
function frameInverse({ unit, up }: Frame): Matrix4 {
  const turn = turned(up);
  const back = turn.map((_, i) => turn[(i % 4) * 4 + Math.floor(i / 4)]!);
  return scaled(back, 1 / units[unit]);
}

/** A cloud's working coordinates in the common frame; the arrays of the file themselves where nothing changes. */
export function inFrame(
  { positions, normals, mesh }: Pick<CloudFile, 'positions' | 'normals' | 'mesh'>,
  frame: Frame,
): { positions: Points; normals?: Float64Array; mesh?: Mesh } {
  const plain = frame.unit === plainFrame.unit && frame.up === plainFrame.up;
  const moved = plain ? positions : transformPoints(frameMatrix(frame), positions);
  const turnedNormals = normals && (plain ? normals : rotateVectors(turned(frame.up), normals));
  return {
    positions: moved,
    ...(turnedNormals ? { normals: turnedNormals } : {}),
    ...(mesh ? { mesh: { vertices: moved, triangles: mesh.triangles } } : {}),
  };
}

/**
 * A pose between the working clouds (recentred, common frame) as target ← source in the files' own coordinates: what is exported.
 * Rigid when both frames are the same; a similarity when the units differ.
 */
export const fileFromWorking = (matrix: Matrix4, source: Placement, target: Placement): Matrix4 =>
  composeOrigins(
    multiply(frameInverse(target.frame), multiply(matrix, frameMatrix(source.frame))),
    source.origin,
    target.origin,
  );
