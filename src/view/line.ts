import {
  GreaterDepth,
  InstancedBufferGeometry,
  InstancedInterleavedBuffer,
  InterleavedBufferAttribute,
  Float32BufferAttribute,
  LessEqualDepth,
  Mesh,
  Vector3,
  type ShaderMaterial,
} from 'three';
import fragment from '../../shaders/path/fragment.glsl?raw';
import vertex from '../../shaders/path/vertex.glsl?raw';
import { createMaterial } from './material.ts';
import type { SharedUniforms } from './uniforms.ts';

/** Instanced segments (x, y, f, row at both ends): eight floats each. */
export function segmentGeometry(data: Float32Array<ArrayBuffer>): InstancedBufferGeometry {
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute([0, -1, 0, 1, -1, 0, 1, 1, 0, 0, 1, 0], 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  const buffer = new InstancedInterleavedBuffer(data.length > 0 ? data : new Float32Array(8), 8);
  geometry.setAttribute('aStart', new InterleavedBufferAttribute(buffer, 4, 0));
  geometry.setAttribute('aEnd', new InterleavedBufferAttribute(buffer, 4, 4));
  geometry.instanceCount = data.length / 8;
  return geometry;
}

export interface LineStyle {
  readonly width: number;
  readonly opacity?: number;
  readonly flat?: boolean;
  readonly dash?: number;
  readonly cap?: boolean;
  /** Drawn only where something stands in front. */
  readonly behind?: boolean;
  readonly pull?: number;
}

/** A thick line with its own width and colour over shared segments; `uRow` is shared by all lines of a path. */
export function createLine(
  geometry: InstancedBufferGeometry,
  shared: SharedUniforms,
  row: { value: number },
  style: LineStyle,
): Mesh<InstancedBufferGeometry, ShaderMaterial> {
  const own = {
    uRow: row,
    uWidth: { value: style.width },
    uPull: { value: style.pull ?? 0.12 },
    uFlat: { value: style.flat ? 1 : 0 },
    uCap: { value: style.cap === false ? 0 : 1 },
    uColour: { value: new Vector3() },
    uOpacity: { value: style.opacity ?? 1 },
    uDash: { value: style.dash ?? 0 },
  };
  const material = createMaterial({ vertex, fragment }, shared, own, {
    depthFunc: style.behind ? GreaterDepth : LessEqualDepth,
  });
  const mesh = new Mesh(geometry, material);
  mesh.frustumCulled = false;
  return mesh;
}
