import { BufferAttribute, BufferGeometry, DoubleSide, Group, Mesh, Vector3 } from 'three';
import fragment from '../../../shaders/foldSheet/fragment.glsl?raw';
import vertex from '../../../shaders/foldSheet/vertex.glsl?raw';
import { createLines } from '../clouds/lines.ts';
import { cloudOrder } from '../clouds/order.ts';
import { createCloudMaterial, type CloudUniforms } from '../clouds/uniforms.ts';
import { rgb } from '../palette.ts';

/** Of the glass when it is all there. */
const OPACITY = 0.16;
const RIM = 0.85;

/** A convex polygon of glass with a rim, its corners in the world in their order around it. */
export function createGlass(shared: CloudUniforms, polygon: readonly (readonly [x: number, y: number, z: number])[]) {
  const geometry = new BufferGeometry();
  const count = polygon.length;
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(polygon.flat()), 3));
  geometry.setAttribute('aValue', new BufferAttribute(new Float32Array(count).fill(1), 1));
  geometry.setIndex(Array.from({ length: Math.max(count - 2, 0) }, (_, k) => [0, k + 1, k + 2]).flat());
  const colour = { value: new Vector3() };
  const own = {
    ...{ uAbove: colour, uBelow: colour, uTint: { value: 1 }, uFade: { value: 0 }, uKeeps: { value: 0 } },
    uOpacity: { value: 0 },
  };
  const see = { side: DoubleSide, depthWrite: false };
  const glass = new Mesh(geometry, createCloudMaterial({ vertex, fragment }, shared, own, see));
  glass.frustumCulled = false;
  glass.renderOrder = cloudOrder.threads;
  const rim = createLines(shared, count, { width: 2, opacity: 0, pull: 0.05 }, cloudOrder.source);
  polygon.forEach((place, k) => {
    rim.starts.set(place, 3 * k);
    rim.ends.set(polygon[(k + 1) % count]!, 3 * k);
  });
  rim.setCount(count);
  const object = new Group();
  object.add(glass, rim.object);
  return {
    object,
    appear(part: number) {
      object.visible = part > 0;
      own.uOpacity.value = OPACITY * part;
      rim.setWidth(2, RIM * part);
    },
    setColour(hex: string) {
      colour.value.set(...rgb(hex));
      rim.setColour(rgb(hex));
    },
    dispose() {
      geometry.dispose();
      glass.material.dispose();
      rim.dispose();
    },
  };
}
