import {
  DynamicDrawUsage,
  Float32BufferAttribute,
  Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Matrix4,
  Mesh,
  Vector3,
  type ShaderMaterialParameters,
} from 'three';
import fragment from '../../../shaders/cloudLines/fragment.glsl?raw';
import vertex from '../../../shaders/cloudLines/vertex.glsl?raw';
import { createCloudMaterial, type CloudUniforms } from './uniforms.ts';

export interface LinesStyle {
  /** CSS pixels. */
  readonly width: number;
  readonly opacity: number;
  /** What is left of the opacity at the limit's length; 1: lines do not fade with length. */
  readonly longest?: number;
  /** How much ink is lost at the far end of the subject. */
  readonly fade?: number;
  /** How much of its opacity a line keeps behind the object's own origin. */
  readonly back?: number;
  readonly pull?: number;
  /** CSS pixels on each side in the background's colour, so that a line reads over whatever is behind it. */
  readonly halo?: number;
}

/** Room for `capacity` lines between two places each, the first one moved by `worldFromStart`, the second one by the object's own matrix. */
export function createLines(
  shared: CloudUniforms,
  capacity: number,
  style: LinesStyle,
  renderOrder: number,
  parameters: ShaderMaterialParameters = {},
) {
  const starts = new InstancedBufferAttribute(new Float32Array(3 * Math.max(capacity, 1)), 3);
  const ends = new InstancedBufferAttribute(new Float32Array(3 * Math.max(capacity, 1)), 3);
  const geometry = new InstancedBufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute([0, -1, 0, 1, -1, 0, 1, 1, 0, 0, 1, 0], 3));
  geometry.setIndex([0, 1, 2, 0, 2, 3]);
  geometry.setAttribute('aStart', starts.setUsage(DynamicDrawUsage));
  geometry.setAttribute('aEnd', ends.setUsage(DynamicDrawUsage));
  geometry.instanceCount = 0;
  const own = {
    uWorldFromStart: { value: new Matrix4() },
    uWidth: { value: style.width },
    uOpacity: { value: style.opacity },
    uPull: { value: style.pull ?? 0.2 },
    uFade: { value: style.fade ?? 0 },
    uBack: { value: style.back ?? 1 },
    uColour: { value: new Vector3() },
    uLimit: { value: 1 },
    uByLength: { value: 0 },
    uLongest: { value: style.longest ?? 1 },
  };
  const sources = { vertex, fragment };
  const see = { depthWrite: false, ...parameters };
  const material = createCloudMaterial(sources, shared, own, see);
  const core = new Mesh(geometry, material);
  core.renderOrder = renderOrder;
  const object = new Group();
  const halo = style.halo ? { uWidth: { value: 0 }, uOpacity: { value: 0 }, uColour: shared.uPaper } : null;
  const under = halo && new Mesh(geometry, createCloudMaterial(sources, shared, { ...own, ...halo }, see));
  if (under) {
    under.renderOrder = renderOrder - 0.5;
    object.add(under);
  }
  object.add(core);
  for (const part of object.children) part.frustumCulled = false;
  const setWidth = (width: number, opacity: number) => {
    own.uWidth.value = width;
    own.uOpacity.value = opacity;
    if (!halo) return;
    halo.uWidth.value = width + 2 * (style.halo ?? 0);
    halo.uOpacity.value = opacity;
  };
  setWidth(style.width, style.opacity);
  return {
    object,
    /** Written to in place (x, y, z a line, in the frames of the two matrices); then `setCount`. */
    starts: starts.array as Float32Array,
    ends: ends.array as Float32Array,
    worldFromStart: own.uWorldFromStart.value,
    setCount(count: number) {
      geometry.instanceCount = Math.min(count, capacity);
      starts.needsUpdate = true;
      ends.needsUpdate = true;
    },
    /** null: by length along the ramp, up to `limit` (world units), where lines are also palest. */
    setColour(colour: readonly [number, number, number] | null, limit = 1) {
      if (colour) own.uColour.value.set(...colour);
      own.uByLength.value = colour ? 0 : 1;
      own.uLimit.value = limit;
    },
    setWidth,
    dispose() {
      geometry.dispose();
      material.dispose();
      under?.material.dispose();
    },
  };
}
