import { BoxGeometry, DynamicDrawUsage, InstancedBufferAttribute, InstancedBufferGeometry, Mesh } from 'three';
import fragment from '../../../shaders/boxes/fragment.glsl?raw';
import vertex from '../../../shaders/boxes/vertex.glsl?raw';
import { cloudOrder } from '../clouds/order.ts';
import { createCloudMaterial, type CloudUniforms } from '../clouds/uniforms.ts';

type Place = readonly [x: number, y: number, z: number];

/** Room for `count` boxes along the axes of the world, each with a colour of its own. */
export function createBoxes(shared: CloudUniforms, count: number, fade: number) {
  const cube = new BoxGeometry(1, 1, 1).translate(0.5, 0.5, 0.5);
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', cube.getAttribute('position'));
  geometry.setAttribute('normal', cube.getAttribute('normal'));
  geometry.setIndex(cube.getIndex());
  const attribute = (name: string) => {
    const made = new InstancedBufferAttribute(new Float32Array(3 * count), 3).setUsage(DynamicDrawUsage);
    geometry.setAttribute(name, made);
    return made;
  };
  const [from, to, colours] = [attribute('aFrom'), attribute('aTo'), attribute('aColour')];
  geometry.instanceCount = count;
  const material = createCloudMaterial(
    { vertex, fragment },
    shared,
    { uFade: { value: fade } },
    { transparent: false },
  );
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  object.renderOrder = cloudOrder.model;
  return {
    object,
    /** Box `i` from its least corner to its largest; `commit` shows it. Allocates nothing. */
    set(i: number, low: Place, high: Place, [r, g, b]: Place) {
      from.setXYZ(i, ...low);
      to.setXYZ(i, ...high);
      colours.setXYZ(i, r, g, b);
    },
    commit() {
      for (const one of [from, to, colours]) one.needsUpdate = true;
    },
    dispose() {
      cube.dispose();
      geometry.dispose();
      material.dispose();
    },
  };
}
