/** A surface of coloured triangles: y up, in metres as glTF has it. */
export interface ColouredMesh {
  readonly name: string;
  /** 3 a corner. */
  readonly positions: Float32Array;
  /** 3 a corner, unit length. */
  readonly normals: Float32Array;
  /** 4 a corner, 0 … 255, linear light, as glTF wants them. */
  readonly colours: Uint8Array;
  /** 3 a triangle, against the clock from outside. */
  readonly indices: Uint32Array;
}

const FLOAT = 5126;
const UNSIGNED_BYTE = 5121;
const UNSIGNED_INT = 5125;
const ARRAY = 34962;
const ELEMENTS = 34963;

/** The file's parts are padded to four bytes: JSON by blanks, numbers by zeros. */
const padded = (length: number): number => 4 * Math.ceil(length / 4);

/** A mesh as glTF 2.0, binary (Khronos, 2021, §4.4): one file that slides, browsers and printers' programs open. */
export function meshGlb({ name, positions, normals, colours, indices }: ColouredMesh): Uint8Array<ArrayBuffer> {
  const count = positions.length / 3;
  const parts = [positions, normals, colours, indices];
  let offset = 0;
  const bufferViews = parts.map(({ byteLength }, i) => {
    const view = { buffer: 0, byteOffset: offset, byteLength, target: i === 3 ? ELEMENTS : ARRAY };
    offset += padded(byteLength);
    return view;
  });
  const json = JSON.stringify({
    asset: { version: '2.0', generator: 'Koubai' },
    scene: 0,
    scenes: [{ nodes: [0] }],
    nodes: [{ mesh: 0, name }],
    materials: [{ pbrMetallicRoughness: { metallicFactor: 0, roughnessFactor: 0.8 } }],
    meshes: [{ primitives: [{ attributes: { POSITION: 0, NORMAL: 1, COLOR_0: 2 }, indices: 3, material: 0 }] }],
    accessors: [
      { bufferView: 0, componentType: FLOAT, count, type: 'VEC3', ...extremes(positions) },
      { bufferView: 1, componentType: FLOAT, count, type: 'VEC3' },
      { bufferView: 2, componentType: UNSIGNED_BYTE, normalized: true, count, type: 'VEC4' },
      { bufferView: 3, componentType: UNSIGNED_INT, count: indices.length, type: 'SCALAR' },
    ],
    bufferViews,
    buffers: [{ byteLength: offset }],
  });
  const text = new TextEncoder().encode(json);
  const begin = 20 + padded(text.length);
  const bytes = new Uint8Array(begin + 8 + offset);
  const view = new DataView(bytes.buffer);
  const word = (at: number, value: number) => view.setUint32(at, value, true);
  bytes.set(new TextEncoder().encode('glTF'));
  word(4, 2);
  word(8, bytes.length);
  word(12, padded(text.length));
  bytes.set(new TextEncoder().encode('JSON'), 16);
  bytes.fill(0x20, 20, begin);
  bytes.set(text, 20);
  word(begin, offset);
  bytes.set(new TextEncoder().encode('BIN\0'), begin + 4);
  parts.forEach((part, i) => {
    const raw = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
    bytes.set(raw, begin + 8 + bufferViews[i]!.byteOffset);
  });
  return bytes;
}

function extremes(positions: Float32Array) {
  const min = [Infinity, Infinity, Infinity];
  const max = [-Infinity, -Infinity, -Infinity];
  positions.forEach((value, i) => {
    min[i % 3] = Math.min(min[i % 3]!, value);
    max[i % 3] = Math.max(max[i % 3]!, value);
  });
  return { min, max };
}
