import { rotateVectors, transformPoints } from '../../math/matrix4.ts';
import type { Matrix4 } from '../../math/matrix4.ts';
import { digits } from '../digits.ts';
import { vectorFields } from './roles.ts';
import type { NumberType, NumberValues } from '../numberTypes.ts';
import type { CloudFile, Field } from './types.ts';

const plyNames = {
  int8: 'char',
  uint8: 'uchar',
  int16: 'short',
  uint16: 'ushort',
  int32: 'int',
  uint32: 'uint',
  float32: 'float',
  float64: 'double',
} as const satisfies Record<NumberType, string>;

/** Rows i whose three values are finite get moved; the others stay as they are. */
function moveVectors(
  fields: readonly [Field, Field, Field],
  rows: number,
  move: (vectors: Float64Array) => Float64Array,
): NumberValues[] {
  const vectors = new Float64Array(3 * rows);
  fields.forEach(({ values }, k) => {
    for (let i = 0; i < rows; i++) vectors[3 * i + k] = values[i]!;
  });
  const moved = move(vectors);
  return fields.map(({ values }, k) => {
    const column = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      const finite = [0, 1, 2].every((j) => Number.isFinite(vectors[3 * i + j]));
      column[i] = finite ? moved[3 * i + k]! : values[i]!;
    }
    return column;
  });
}

/** The rotation in a similarity: its upper 3 × 3 without the scale. */
function rotationOf(matrix: Matrix4): Matrix4 {
  const scale = Math.hypot(matrix[0]!, matrix[4]!, matrix[8]!);
  return matrix.map((value, i) => (i % 4 === 3 || i >= 12 ? (i === 15 ? 1 : 0) : value / scale));
}

/** A name as PLY's header can hold it: no blanks; one that is taken gets a number. */
function plyFieldNames(fields: readonly Field[]): string[] {
  const seen = new Set<string>();
  return fields.map(({ name }) => {
    const base = name.trim().replace(/\s+/g, '_') || 'field';
    let own = base;
    for (let n = 2; seen.has(own); n++) own = `${base}_${n}`;
    seen.add(own);
    return own;
  });
}

/** Every field after the move. Coordinates are double whatever they were (a moved float is no float any more); normals keep their type. */
function movedFields({ fields, rows }: CloudFile, matrix: Matrix4): Field[] {
  const out = new Map<Field, Field>();
  const position = vectorFields(fields, 'position');
  if (position) {
    moveVectors(position, rows, (vectors) => transformPoints(matrix, vectors)).forEach((values, k) => {
      const name = position[k]!.name.toLowerCase();
      out.set(position[k]!, { name, type: 'float64', values });
    });
  }
  const normal = vectorFields(fields, 'normal');
  if (normal) {
    const rotation = rotationOf(matrix);
    moveVectors(normal, rows, (vectors) => rotateVectors(rotation, vectors)).forEach((values, k) => {
      const field = normal[k]!;
      out.set(
        field,
        field.type === 'float32'
          ? { ...field, values: Float32Array.from(values) }
          : { ...field, type: 'float64', values },
      );
    });
  }
  return fields.map((field) => out.get(field) ?? field);
}

/** Triangles in terms of the file's rows. */
function rowTriangles({ mesh, rowOf }: CloudFile): Uint32Array {
  if (!mesh) return new Uint32Array(0);
  return rowOf ? mesh.triangles.map((point) => rowOf[point]!) : mesh.triangles;
}

type Put = (view: DataView, at: number, value: number) => void;

const putters: Record<NumberType, readonly [size: number, put: Put]> = {
  int8: [1, (view, at, value) => view.setInt8(at, value)],
  uint8: [1, (view, at, value) => view.setUint8(at, value)],
  int16: [2, (view, at, value) => view.setInt16(at, value, true)],
  uint16: [2, (view, at, value) => view.setUint16(at, value, true)],
  int32: [4, (view, at, value) => view.setInt32(at, value, true)],
  uint32: [4, (view, at, value) => view.setUint32(at, value, true)],
  float32: [4, (view, at, value) => view.setFloat32(at, value, true)],
  float64: [8, (view, at, value) => view.setFloat64(at, value, true)],
};

function binaryBody(fields: readonly Field[], rows: number, triangles: Uint32Array, head: Uint8Array): Uint8Array {
  const stride = fields.reduce((sum, { type }) => sum + putters[type][0], 0);
  const out = new Uint8Array(head.length + rows * stride + (triangles.length / 3) * 13);
  out.set(head);
  const view = new DataView(out.buffer);
  let offset = head.length;
  for (const { type, values } of fields) {
    const [size, put] = putters[type];
    for (let i = 0, at = offset; i < rows; i++, at += stride) put(view, at, values[i]!);
    offset += size;
  }
  let at = head.length + rows * stride;
  for (let i = 0; i < triangles.length; i += 3, at += 13) {
    out[at] = 3;
    for (let k = 0; k < 3; k++) view.setInt32(at + 1 + 4 * k, triangles[i + k]!, true);
  }
  return out;
}

function textBody(fields: readonly Field[], rows: number, triangles: Uint32Array, head: Uint8Array): Uint8Array {
  const lines: string[] = [];
  for (let i = 0; i < rows; i++) {
    lines.push(
      fields.map(({ values }) => digits(values[i]!).replace('NaN', 'nan').replace('Infinity', 'inf')).join(' '),
    );
  }
  for (let i = 0; i < triangles.length; i += 3) lines.push(`3 ${triangles.subarray(i, i + 3).join(' ')}`);
  const body = new TextEncoder().encode(`${lines.join('\n')}\n`);
  const out = new Uint8Array(head.length + body.length);
  out.set(head);
  out.set(body, head.length);
  return out;
}

/**
 * The source file, moved, as PLY: every row and every field under its name, polygons as triangles. Coordinates are moved in
 * float64 from the file's own numbers (never from the working copy) and written as double, normals are turned and keep their type, all
 * else keeps its values and type. Rows without finite coordinates stay as they are, so that the count is kept.
 * @param targetFromSource in the files' own coordinates (`fileFromWorking`); a similarity where units differ
 */
export function writeAlignedPly(
  file: CloudFile,
  targetFromSource: Matrix4,
  { binary = true }: { readonly binary?: boolean } = {},
): Uint8Array {
  const fields = movedFields(file, targetFromSource);
  const names = plyFieldNames(fields);
  const triangles = rowTriangles(file);
  const header = [
    'ply',
    `format ${binary ? 'binary_little_endian' : 'ascii'} 1.0`,
    `comment Koubai: moved by target <- source, row major: ${Array.from(targetFromSource, digits).join(' ')}`,
    `element vertex ${file.rows}`,
    ...fields.map(({ type }, i) => `property ${plyNames[type]} ${names[i]!}`),
    ...(triangles.length > 0 ? [`element face ${triangles.length / 3}`, 'property list uchar int vertex_indices'] : []),
    'end_header',
  ];
  const head = new TextEncoder().encode(`${header.join('\n')}\n`);
  return (binary ? binaryBody : textBody)(fields, file.rows, triangles, head);
}
