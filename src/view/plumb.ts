import { DynamicDrawUsage, type InterleavedBufferAttribute, type Vector3 } from 'three';
import { createLine, segmentGeometry } from './line.ts';
import { ON_PLAN } from './marks.ts';
import { order } from './order.ts';
import type { SharedUniforms } from './uniforms.ts';

/** Dashed lines that tie each head to its shadow. */
export function createPlumbs(shared: SharedUniforms, capacity: number) {
  const data = new Float32Array(capacity * 8);
  const geometry = segmentGeometry(data);
  const buffer = (geometry.getAttribute('aStart') as InterleavedBufferAttribute).data;
  buffer.setUsage(DynamicDrawUsage);
  const line = createLine(
    geometry,
    shared,
    { value: 1 },
    { width: 1.2, opacity: 0.75, dash: 3, cap: false, pull: 0.02 },
  );
  line.renderOrder = order.plumb;
  const colour = (line.material.uniforms['uColour'] as { value: Vector3 }).value;
  return {
    object: line,
    setColour(rgb: readonly [number, number, number]) {
      colour.set(...rgb);
    },
    /** Plumb i hangs at (x, y, f); off the map or not finite: nowhere. Allocates nothing. */
    move(i: number, x: number, y: number, f: number, shown: boolean) {
      const o = 8 * i;
      const height = shown ? f : ON_PLAN;
      data[o] = data[o + 4] = shown ? x : 0;
      data[o + 1] = data[o + 5] = shown ? y : 0;
      data[o + 2] = height;
      data[o + 6] = ON_PLAN;
      data[o + 3] = 0;
      data[o + 7] = 1;
      buffer.needsUpdate = true;
    },
    setCount(count: number) {
      geometry.instanceCount = count;
    },
    dispose() {
      geometry.dispose();
      line.material.dispose();
    },
  };
}
