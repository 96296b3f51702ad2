import { LoadingManager, Mesh, Texture, Vector3 } from 'three';
import { FBXLoader } from 'three/examples/jsm/loaders/FBXLoader.js';

/** The triangles of an FBX, nine numbers each, upright as the file says, by three's reader; its pictures are not looked for. */
export function fbxTriangles(bytes: Uint8Array): Float64Array {
  Object.assign(globalThis, { window: globalThis }); // the reader names a picture inside the file by window.URL
  const manager = new LoadingManager();
  const none = { load: () => new Texture(), setPath: () => none };
  manager.getHandler = () => none as never;
  const scene = new FBXLoader(manager).parse(withoutUv(bytes), '');
  scene.updateMatrixWorld(true);
  const triangles: number[] = [];
  const corner = new Vector3();
  scene.traverse((part) => {
    if (!(part instanceof Mesh)) return;
    const { attributes, index } = (part as Mesh).geometry;
    const position = attributes['position'];
    if (!position) return;
    for (let i = 0; i < (index?.count ?? position.count); i++) {
      corner.fromBufferAttribute(position, index ? index.getX(i) : i).applyMatrix4(part.matrixWorld);
      triangles.push(corner.x, corner.y, corner.z);
    }
  });
  if (triangles.length === 0) throw new Error('it has no face');
  return Float64Array.from(triangles);
}

/** Texture coordinates in an FBX of text may lack what three asks for; under another name they are passed over. */
function withoutUv(bytes: Uint8Array): ArrayBuffer {
  if (bytes[0] !== ';'.charCodeAt(0)) return new Uint8Array(bytes).buffer;
  const text = Buffer.from(bytes).toString('latin1').replaceAll('LayerElementUV:', 'LayerElementNone:');
  return new Uint8Array(Buffer.from(text, 'latin1')).buffer;
}
