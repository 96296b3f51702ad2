import { BufferAttribute, BufferGeometry, DynamicDrawUsage, Points, Vector3 } from 'three';
import fragment from '../../shaders/swarm/fragment.glsl?raw';
import vertex from '../../shaders/swarm/vertex.glsl?raw';
import { createMaterial } from './material.ts';
import { order } from './order.ts';
import type { SharedUniforms } from './uniforms.ts';

type Colour = readonly [red: number, green: number, blue: number];

export interface SwarmView {
  readonly object: Points;
  /** count × 4: x, y after a step and after the next. The array is kept. */
  setPositions(positions: Float32Array<ArrayBuffer>): void;
  /** At most this many of them are drawn, the first ones. */
  setDrawn(most: number): void;
  /** 0…1 between the two steps; allocates nothing. */
  setMix(mix: number): void;
  /** Colours of those on their way, and of those at the bottom. */
  setLook(far: Colour, near: Colour, opacity: number): void;
  dispose(): void;
}

export function createSwarmView(shared: SharedUniforms): SwarmView {
  const geometry = new BufferGeometry();
  geometry.setDrawRange(0, 0);
  const own = {
    uMix: { value: 0 },
    uPull: { value: 0.08 },
    uFar: { value: new Vector3() },
    uNear: { value: new Vector3() },
    uOpacity: { value: 0.4 },
  };
  const material = createMaterial({ vertex, fragment }, shared, own);
  const object = new Points(geometry, material);
  object.frustumCulled = false;
  object.renderOrder = order.swarm;
  let attribute: BufferAttribute | null = null;
  let drawn = Infinity;
  const setRange = () => {
    geometry.setDrawRange(0, Math.min(attribute?.count ?? 0, drawn));
  };
  return {
    object,
    setPositions(positions) {
      if (attribute?.array.length === positions.length) attribute.array.set(positions);
      else {
        // Another count needs another buffer; three frees the old one with its geometry only.
        geometry.dispose();
        attribute = new BufferAttribute(positions, 4).setUsage(DynamicDrawUsage);
        geometry.setAttribute('aSteps', attribute);
      }
      attribute.needsUpdate = true;
      setRange();
    },
    setDrawn(most) {
      drawn = most;
      setRange();
    },
    setMix(mix) {
      own.uMix.value = mix;
    },
    setLook(far, near, opacity) {
      own.uFar.value.set(...far);
      own.uNear.value.set(...near);
      own.uOpacity.value = opacity;
    },
    dispose() {
      geometry.dispose();
      material.dispose();
    },
  };
}
