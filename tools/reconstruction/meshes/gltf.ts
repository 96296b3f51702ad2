/** Of the glTF 2.0 specification (https://registry.khronos.org/glTF/specs/2.0/glTF-2.0.html), what the shape of a thing needs. */
interface Gltf {
  readonly scene?: number;
  readonly scenes?: readonly { readonly nodes?: readonly number[] }[];
  readonly nodes?: readonly Node[];
  readonly meshes?: readonly { readonly primitives: readonly Primitive[] }[];
  readonly accessors?: readonly Accessor[];
  readonly bufferViews?: readonly View[];
  readonly buffers?: readonly { readonly uri?: string }[];
}
interface Node {
  readonly children?: readonly number[];
  readonly mesh?: number;
  readonly matrix?: readonly number[];
  readonly translation?: readonly number[];
  readonly rotation?: readonly number[];
  readonly scale?: readonly number[];
}
interface Primitive {
  readonly attributes: { readonly POSITION?: number };
  readonly indices?: number;
  readonly mode?: number;
  readonly extensions?: { readonly KHR_draco_mesh_compression?: Packed };
}
interface Packed {
  readonly bufferView: number;
  readonly attributes: { readonly POSITION: number };
}
interface Accessor {
  readonly bufferView?: number;
  readonly byteOffset?: number;
  readonly componentType: number;
  readonly count: number;
  readonly type: string;
}
interface View {
  readonly buffer: number;
  readonly byteOffset?: number;
  readonly byteLength: number;
  readonly byteStride?: number;
}

/** Positions (three a vertex) and corners (three indices a triangle) of a Draco stream. */
export type Unpack = (
  bytes: Uint8Array,
  positionId: number,
) => { positions: ArrayLike<number>; corners: ArrayLike<number> };

const MAGIC = 0x46546c67;
const TRIANGLES = 4;
const FLOAT = 5126;
/** componentType → bytes, reader. */
const integers: Readonly<Record<number, readonly [number, (view: DataView, at: number) => number]>> = {
  5121: [1, (view, at) => view.getUint8(at)],
  5123: [2, (view, at) => view.getUint16(at, true)],
  5125: [4, (view, at) => view.getUint32(at, true)],
};

/**
 * The triangles of a .glb or a self-contained .gltf, nine numbers each, every node where its transforms put it. Skins and animations stay at rest.
 * @throws Error where it is none, or refers to what it does not hold
 */
export function gltfTriangles(bytes: Uint8Array, unpack?: Unpack): Float64Array {
  const { gltf, binary } = split(bytes);
  const triangles: number[] = [];
  const bytesOf = (index: number): { view: View; data: DataView } => {
    const view = gltf.bufferViews?.[index];
    const uri = view && gltf.buffers?.[view.buffer]?.uri;
    const buffer = uri === undefined ? binary : fromDataUri(uri);
    if (!view || !buffer) throw new Error('it refers to a buffer that it does not hold');
    return { view, data: new DataView(buffer.buffer, buffer.byteOffset + (view.byteOffset ?? 0), view.byteLength) };
  };
  const read = (index: number, width: number): Float64Array => {
    const accessor = gltf.accessors?.[index];
    if (accessor?.bufferView === undefined) throw new Error('an accessor without data');
    const { view, data } = bytesOf(accessor.bufferView);
    const [size, at] = accessor.componentType === FLOAT ? [4, (from: DataView, o: number) => from.getFloat32(o, true)] as const : (integers[accessor.componentType] ?? []); // prettier-ignore
    if (!size || !at) throw new Error(`component type ${accessor.componentType}`);
    const stride = view.byteStride ?? size * width;
    const out = new Float64Array(accessor.count * width);
    for (let i = 0; i < out.length; i++) {
      out[i] = at(data, (accessor.byteOffset ?? 0) + Math.floor(i / width) * stride + (i % width) * size);
    }
    return out;
  };
  const add = (primitive: Primitive, m: readonly number[]) => {
    if ((primitive.mode ?? TRIANGLES) !== TRIANGLES || primitive.attributes.POSITION === undefined) return;
    const { positions, corners } = meshOf(primitive, primitive.attributes.POSITION);
    for (let i = 0; i < corners.length; i++) {
      const [x, y, z] = [0, 1, 2].map((c) => positions[3 * corners[i]! + c]!) as [number, number, number];
      for (let r = 0; r < 3; r++) triangles.push(m[r]! * x + m[4 + r]! * y + m[8 + r]! * z + m[12 + r]!);
    }
  };
  const meshOf = (primitive: Primitive, position: number): ReturnType<Unpack> => {
    const packed = primitive.extensions?.KHR_draco_mesh_compression;
    if (packed && !unpack) throw new Error('it is packed by Draco');
    if (packed && unpack) {
      const { data } = bytesOf(packed.bufferView);
      return unpack(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), packed.attributes.POSITION);
    }
    const positions = read(position, 3);
    const corners = primitive.indices === undefined ? Array.from({ length: positions.length / 3 }, (_, i) => i) : read(primitive.indices, 1); // prettier-ignore
    return { positions, corners };
  };
  const walk = (index: number, above: readonly number[]) => {
    const node = gltf.nodes?.[index];
    if (!node) throw new Error('it names a node that it does not hold');
    const here = product(above, node.matrix ?? composed(node));
    if (node.mesh !== undefined)
      for (const primitive of gltf.meshes?.[node.mesh]?.primitives ?? []) add(primitive, here);
    for (const child of node.children ?? []) walk(child, here);
  };
  for (const top of gltf.scenes?.[gltf.scene ?? 0]?.nodes ?? []) walk(top, composed({}));
  if (triangles.length === 0) throw new Error('it has no face');
  return Float64Array.from(triangles);
}

function split(bytes: Uint8Array): { gltf: Gltf; binary: Uint8Array | undefined } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parse = (part: Uint8Array) => JSON.parse(new TextDecoder().decode(part)) as Gltf;
  if (view.getUint32(0, true) !== MAGIC) return { gltf: parse(bytes), binary: undefined };
  const length = view.getUint32(12, true);
  const rest = 20 + length;
  const binary = rest < bytes.length ? bytes.subarray(rest + 8, rest + 8 + view.getUint32(rest, true)) : undefined;
  return { gltf: parse(bytes.subarray(20, rest)), binary };
}

function fromDataUri(uri: string): Uint8Array {
  const [, base64] = /^data:[^,]*;base64,(.*)$/s.exec(uri) ?? [];
  if (base64 === undefined) throw new Error(`it refers to ${uri}`);
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

/** Translation · rotation · scale, column by column. */
function composed({ translation: t = [0, 0, 0], rotation: q = [0, 0, 0, 1], scale: s = [1, 1, 1] }: Node): number[] {
  const [x, y, z, w] = q as [number, number, number, number];
  const [a, b, c] = s as [number, number, number];
  return [
    ...[a * (1 - 2 * (y * y + z * z)), a * 2 * (x * y + w * z), a * 2 * (x * z - w * y), 0],
    ...[b * 2 * (x * y - w * z), b * (1 - 2 * (x * x + z * z)), b * 2 * (y * z + w * x), 0],
    ...[c * 2 * (x * z + w * y), c * 2 * (y * z - w * x), c * (1 - 2 * (x * x + y * y)), 0],
    ...[t[0]!, t[1]!, t[2]!, 1],
  ];
}

function product(a: readonly number[], b: readonly number[]): number[] {
  return Array.from({ length: 16 }, (_, i) => {
    const column = 4 * Math.floor(i / 4);
    return [0, 1, 2, 3].reduce((sum, k) => sum + a[4 * k + (i % 4)]! * b[column + k]!, 0);
  });
}
