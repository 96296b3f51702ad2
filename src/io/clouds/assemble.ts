import type { Mesh } from '../../clouds/types.ts';
import { CloudError } from './errors.ts';
import { coarseNotice, originOf, subtractOrigin } from './recentre.ts';
import { vectorFields } from './roles.ts';
import type { CloudFile, Field, FormatId, Notice, RawCloud } from './types.ts';

type Vector = readonly [Field, Field, Field];

/** Rows with three finite coordinates; null: all of them. */
function finiteRows([x, y, z]: Vector, rows: number): Uint32Array | null {
  const kept = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    // The sum of finite numbers is NaN or infinite only by overflow, which then is looked at one by one.
    const sum = x.values[row]! + y.values[row]! + z.values[row]!;
    if (sum - sum === 0 || [x, y, z].every(({ values }) => Number.isFinite(values[row]))) kept[count++] = row;
  }
  return count === rows ? null : kept.slice(0, count);
}

function gather([x, y, z]: Vector, rowOf: Uint32Array | null, count: number): Float64Array {
  const out = new Float64Array(3 * count);
  for (let i = 0; i < count; i++) {
    const row = rowOf ? rowOf[i]! : i;
    out[3 * i] = x.values[row]!;
    out[3 * i + 1] = y.values[row]!;
    out[3 * i + 2] = z.values[row]!;
  }
  return out;
}

/** Makes vectors unit length; gives how many cannot be (zero, not finite, or so long or short that they are no normals). */
function normalise(vectors: Float64Array): number {
  let bad = 0;
  for (let i = 0; i < vectors.length; i += 3) {
    const length = Math.hypot(vectors[i]!, vectors[i + 1]!, vectors[i + 2]!);
    if (!(Math.abs(length - 1) < 0.05)) bad++;
    for (let k = i; k < i + 3; k++) vectors[k] = vectors[k]! / length;
  }
  return bad;
}

/** Triangles over the kept points; those with a corner that is not finite are dropped. */
function keptTriangles(triangles: Uint32Array, rowOf: Uint32Array | null, rows: number): Uint32Array {
  if (!rowOf) return triangles;
  const pointOf = new Int32Array(rows).fill(-1);
  rowOf.forEach((row, i) => (pointOf[row] = i));
  const kept: number[] = [];
  for (let i = 0; i < triangles.length; i += 3) {
    const corners = [0, 1, 2].map((k) => pointOf[triangles[i + k]!]!);
    if (corners.every((corner) => corner >= 0)) kept.push(...corners);
  }
  return Uint32Array.from(kept);
}

/** From columns to a cloud: finite points, recentred; normals and mesh where the file has them. */
export function assemble(name: string, format: FormatId, raw: RawCloud): CloudFile {
  const { fields, rows } = raw;
  if (rows === 0) throw new CloudError('no-points');
  const coordinates = vectorFields(fields, 'position');
  if (!coordinates) {
    const names = fields.map((field) => field.name);
    const missing = ['x', 'y', 'z'].filter((axis) => !names.some((one) => one.toLowerCase() === axis)).join(', ');
    throw new CloudError('no-coordinates', null, { missing, found: names.join(', ').slice(0, 200) });
  }
  const rowOf = finiteRows(coordinates, rows);
  const count = rowOf ? rowOf.length : rows;
  if (count === 0) throw new CloudError('not-finite', null, { rows });
  const positions = gather(coordinates, rowOf, count);
  const notices: Notice[] = [...raw.notices];
  if (rowOf) {
    const dropped = rows - count;
    notices.push({ id: 2 * dropped > rows ? 'mostly-not-finite' : 'not-finite', values: { dropped, rows } });
  }
  if (coordinates.some(({ type }) => type === 'float32')) notices.push(...coarseNotice(positions));
  const origin = originOf(positions);
  subtractOrigin(positions, origin);
  const [x, y, z] = origin;
  if (x !== 0 || y !== 0 || z !== 0) notices.push({ id: 'recentred', values: { x, y, z } });
  const normalFields = vectorFields(fields, 'normal');
  const normals = normalFields && gather(normalFields, rowOf, count);
  const bad = normals ? normalise(normals) : 0;
  if (bad > 0) notices.push({ id: 'normals-unusable', values: { bad, rows } });
  let mesh: Mesh | null = null;
  if (raw.triangles) {
    const triangles = keptTriangles(raw.triangles, rowOf, rows);
    const faces = (raw.triangles.length - triangles.length) / 3;
    if (faces > 0) notices.push({ id: 'faces-dropped', values: { faces } });
    if (triangles.length > 0) mesh = { vertices: positions, triangles };
  }
  return {
    name,
    format,
    rows,
    count,
    positions,
    origin,
    ...(normals && bad === 0 ? { normals } : {}),
    fields,
    rowOf,
    ...(mesh ? { mesh } : {}),
    notices,
  };
}
