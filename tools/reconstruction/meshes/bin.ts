/** What training reads of a mesh: upright (y up), its box centred at 0 with longest edge 1, nine numbers a triangle. */
export interface TrainingMesh {
  readonly id: string;
  /** One of ours by its name, else "other". */
  readonly category: string;
  readonly triangles: Float64Array;
}

const MAGIC = 'PSGM';
const VERSION = 1;

/**
 * Little-endian: "PSGM", version (u32), count (u32), then per mesh: length of id (u16), of category (u16), triangles (u32), id, category (UTF-8), padding to
 * a multiple of 4, 9 float32 a triangle.
 */
export function writeMeshes(meshes: readonly TrainingMesh[]): Uint8Array {
  const encoder = new TextEncoder();
  const parts = meshes.map(({ id, category, triangles }) => {
    const words = [encoder.encode(id), encoder.encode(category)] as const;
    const head = 8 + padded(words[0].length + words[1].length);
    const part = new Uint8Array(head + 4 * triangles.length);
    const view = new DataView(part.buffer);
    view.setUint16(0, words[0].length, true);
    view.setUint16(2, words[1].length, true);
    view.setUint32(4, triangles.length / 9, true);
    part.set(words[0], 8);
    part.set(words[1], 8 + words[0].length);
    triangles.forEach((x, i) => view.setFloat32(head + 4 * i, x, true));
    return part;
  });
  const out = new Uint8Array(12 + parts.reduce((sum, part) => sum + part.length, 0));
  out.set(encoder.encode(MAGIC));
  new DataView(out.buffer).setUint32(4, VERSION, true);
  new DataView(out.buffer).setUint32(8, meshes.length, true);
  let at = 12;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** @throws Error where the bytes are not what `writeMeshes` made */
export function readMeshes(bytes: Uint8Array): TrainingMesh[] {
  const decoder = new TextDecoder();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (decoder.decode(bytes.subarray(0, 4)) !== MAGIC || view.getUint32(4, true) !== VERSION)
    throw new Error('these are not the training meshes, or of another version');
  const meshes: TrainingMesh[] = [];
  let at = 12;
  for (let left = view.getUint32(8, true); left > 0; left--) {
    const idLength = view.getUint16(at, true);
    const words = idLength + view.getUint16(at + 2, true);
    const triangles = new Float64Array(9 * view.getUint32(at + 4, true));
    const id = decoder.decode(bytes.subarray(at + 8, at + 8 + idLength));
    const category = decoder.decode(bytes.subarray(at + 8 + idLength, at + 8 + words));
    at += 8 + padded(words);
    for (let i = 0; i < triangles.length; i++, at += 4) triangles[i] = view.getFloat32(at, true);
    meshes.push({ id, category, triangles });
  }
  if (at !== bytes.length) throw new Error('the training meshes are cut short, or longer than they say');
  return meshes;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
