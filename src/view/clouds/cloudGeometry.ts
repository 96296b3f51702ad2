import { BufferAttribute, BufferGeometry, DynamicDrawUsage } from 'three';
import type { Points } from '../../clouds/types.ts';
import type { Vector } from './space.ts';
import { scattered } from './scatter.ts';

/** A cloud on the GPU: float32 places from a middle of its own, so that coordinates far from the origin keep their digits. */
export interface CloudGeometry {
  readonly geometry: BufferGeometry;
  /** The middle, in the cloud's own frame. */
  readonly middle: Vector;
  readonly count: number;
}

/** `start`: 3n, where each point comes from in a morph. */
export function createCloudGeometry(
  points: Points,
  normals: Float64Array | null,
  pale: Uint8Array | null,
  start: Points | null = null,
): CloudGeometry {
  const count = points.length / 3;
  const middle = middleOf(points);
  const places = new Float32Array(points.length);
  for (let i = 0; i < points.length; i++) places[i] = points[i]! - middle[i % 3]!;
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(places, 3));
  if (start) {
    const from = new Float32Array(points.length);
    for (let i = 0; i < points.length; i++) from[i] = start[i]! - middle[i % 3]!;
    geometry.setAttribute('aStart', new BufferAttribute(from, 3));
  }
  if (normals) geometry.setAttribute('aNormal', new BufferAttribute(Float32Array.from(normals), 3));
  if (pale) geometry.setAttribute('aPale', new BufferAttribute(Float32Array.from(pale), 1));
  geometry.setIndex(new BufferAttribute(scattered(count), 1));
  return { geometry, middle, count };
}

/** One number a point, in the order of the points; the buffer is kept. */
export function setValues({ geometry, count }: CloudGeometry, values: ArrayLike<number>): void {
  let attribute = geometry.getAttribute('aValue') as BufferAttribute | undefined;
  if (!attribute) {
    attribute = new BufferAttribute(new Float32Array(count), 1).setUsage(DynamicDrawUsage);
    geometry.setAttribute('aValue', attribute);
  }
  (attribute.array as Float32Array).set(values);
  attribute.needsUpdate = true;
}

/** Writes other places (3n, in the cloud's frame) into the same buffer; they still count from the first ones' middle. */
export function setPlaces({ geometry, middle, count }: CloudGeometry, places: ArrayLike<number>): void {
  const attribute = geometry.getAttribute('position') as BufferAttribute;
  const array = attribute.array as Float32Array;
  for (let i = 0; i < 3 * count; i++) array[i] = places[i]! - middle[(i % 3) as 0 | 1 | 2];
  attribute.needsUpdate = true;
}

function middleOf(points: Points): [number, number, number] {
  const sum: [number, number, number] = [0, 0, 0];
  for (let i = 0; i < points.length; i++) sum[(i % 3) as 0 | 1 | 2] += points[i]!;
  const count = Math.max(points.length / 3, 1);
  return [sum[0] / count, sum[1] / count, sum[2] / count];
}
