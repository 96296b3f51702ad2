import { BufferAttribute, BufferGeometry, DoubleSide, DynamicDrawUsage, Mesh, Vector3 } from 'three';
import fragment from '../../shaders/glassBowl/fragment.glsl?raw';
import vertex from '../../shaders/glassBowl/vertex.glsl?raw';
import { createMaterial } from './material.ts';
import { order } from './order.ts';
import type { SharedUniforms } from './uniforms.ts';

/** A sheet of glass over the map, of rings around a centre; what is off the map or over the cut is not drawn. */
export function createGlassBowl(shared: SharedUniforms, rings: number, spokes: number) {
  const places = new BufferAttribute(new Float32Array(3 * (rings + 1) * spokes), 3);
  const geometry = new BufferGeometry();
  geometry.setAttribute('aPlace', places.setUsage(DynamicDrawUsage));
  geometry.setIndex(trianglesOf(rings, spokes));
  const colour = { value: new Vector3() };
  const material = createMaterial({ vertex, fragment }, shared, { uColour: colour }, { side: DoubleSide });
  const object = new Mesh(geometry, material);
  object.frustumCulled = false;
  object.renderOrder = order.glass;
  return {
    object,
    /** (rings + 1) × spokes × 3: x, y, f. */
    setPlaces(next: ArrayLike<number>) {
      places.array.set(next);
      places.needsUpdate = true;
    },
    setColour(next: readonly [number, number, number]) {
      colour.value.set(...next);
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}

function trianglesOf(rings: number, spokes: number): number[] {
  const index: number[] = [];
  for (let ring = 0; ring < rings; ring++) {
    for (let k = 0; k < spokes; k++) {
      const [a, b] = [ring * spokes + k, ring * spokes + ((k + 1) % spokes)];
      index.push(a, b, a + spokes, b, b + spokes, a + spokes);
    }
  }
  return index;
}
