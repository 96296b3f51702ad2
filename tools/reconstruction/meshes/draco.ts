import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInThisContext } from 'node:vm';
import type { Unpack } from './gltf.ts';

/** What of Google's decoder (shipped with three) is called here. */
interface Decoder {
  readonly Decoder: new () => {
    DecodeBufferToMesh(buffer: unknown, mesh: unknown): { ok(): boolean; error_msg(): string };
    GetAttributeByUniqueId(mesh: unknown, id: number): unknown;
    GetAttributeFloatForAllPoints(mesh: unknown, attribute: unknown, out: unknown): boolean;
    GetFaceFromMesh(mesh: unknown, face: number, out: unknown): boolean;
  };
  readonly DecoderBuffer: new () => { Init(bytes: Int8Array, length: number): void };
  readonly Mesh: new () => { num_faces(): number; num_points(): number };
  readonly DracoFloat32Array: new () => { GetValue(i: number): number };
  readonly DracoInt32Array: new () => { GetValue(i: number): number };
  destroy(thing: unknown): void;
}

/** Opens the JavaScript decoder in `folder`: three/examples/jsm/libs/draco. */
export async function dracoUnpack(folder: string): Promise<Unpack> {
  const source = readFileSync(`${folder}/draco_decoder.js`, 'utf8');
  const create = runInThisContext(`(function (require, module, exports, __dirname, __filename) { ${source}; return DracoDecoderModule; })`) as (...given: unknown[]) => (options: object) => Promise<Decoder>; // prettier-ignore
  const draco = await create(createRequire(import.meta.url), {}, {}, folder, `${folder}/draco_decoder.js`)({});
  return (bytes, positionId) => {
    const [decoder, buffer, mesh] = [new draco.Decoder(), new draco.DecoderBuffer(), new draco.Mesh()];
    buffer.Init(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes.byteLength);
    const status = decoder.DecodeBufferToMesh(buffer, mesh);
    if (!status.ok()) throw new Error(status.error_msg());
    const [floats, face] = [new draco.DracoFloat32Array(), new draco.DracoInt32Array()];
    decoder.GetAttributeFloatForAllPoints(mesh, decoder.GetAttributeByUniqueId(mesh, positionId), floats);
    const positions = Float64Array.from({ length: 3 * mesh.num_points() }, (_, i) => floats.GetValue(i));
    const corners = new Uint32Array(3 * mesh.num_faces());
    for (let i = 0; i < mesh.num_faces(); i++) {
      decoder.GetFaceFromMesh(mesh, i, face);
      for (let k = 0; k < 3; k++) corners[3 * i + k] = face.GetValue(k);
    }
    for (const thing of [decoder, buffer, mesh, floats, face]) draco.destroy(thing);
    return { positions, corners };
  };
}
