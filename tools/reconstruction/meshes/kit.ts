/* What meshes.mjs runs, built for Node in one piece. */
import { encodeGrayAlpha } from '../../../src/io/images/png.ts';
import { rotatePoints, viewRotation } from '../../../src/reconstruction/camera.ts';
import { render } from '../../../src/reconstruction/render.ts';
export { writeMeshes } from './bin.ts';
export { dracoUnpack } from './draco.ts';
export { evaluationDigests, evaluationMeshes } from './evaluationFiles.ts';
export { fingerprint } from './fingerprint.ts';
export { gathered, surveyed } from './gather.ts';
export { shortened } from './heldOut.ts';
export { filesOf } from './read.ts';
export { sources } from './sources.ts';

/** A look at a mesh from its left front, on nothing. */
export function pictureOf(upright: Float64Array, size: number): Uint8Array {
  const triangles = upright.slice();
  rotatePoints(viewRotation(-0.6, 0.4), triangles);
  const { gray, mask } = render(triangles, { light: { direction: [0.4, 0.8, 0.6], ambient: 0.35, albedo: 0.9 }, size });
  const straight = gray.map((value, i) => (mask[i] ? Math.min(255, (255 * value) / (mask[i] ?? 1)) : 0));
  return encodeGrayAlpha(straight, mask, size);
}
