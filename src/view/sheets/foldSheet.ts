import { BufferAttribute, BufferGeometry, DoubleSide, DynamicDrawUsage, Group, Mesh, Vector3 } from 'three';
import fragment from '../../../shaders/foldSheet/fragment.glsl?raw';
import vertex from '../../../shaders/foldSheet/vertex.glsl?raw';
import { createLines } from '../clouds/lines.ts';
import { cloudOrder } from '../clouds/order.ts';
import { createCloudMaterial, type CloudUniforms } from '../clouds/uniforms.ts';

type Rgb = readonly [number, number, number];

export interface SheetStyle {
  /** Of its hue, 0 … 1. */
  readonly tint: number;
  /** Below 1 it hides nothing. */
  readonly opacity: number;
  /** CSS pixels of its lines. */
  readonly line: number;
  readonly lineOpacity: number;
  /** It is cut where its values are 0, and only this side of it is there. Absent: all of it. */
  readonly keeps?: 'above' | 'below';
}

/** A sheet of side × side points, x running fastest, of two hues by the sign of its values, with a line along every `every`th row and column. */
export function createFoldSheet(shared: CloudUniforms, side: number, every: number, style: SheetStyle) {
  const count = side * side;
  const position = new BufferAttribute(new Float32Array(3 * count), 3);
  const value = new BufferAttribute(new Float32Array(count), 1);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', position.setUsage(DynamicDrawUsage));
  geometry.setAttribute('aValue', value.setUsage(DynamicDrawUsage));
  geometry.setIndex(trianglesOf(side));
  const glass = style.opacity < 1;
  const keeps = style.keeps === undefined ? 0 : style.keeps === 'above' ? 1 : -1;
  const isThere = (point: number) => keeps * value.array[point]! >= 0;
  const own = {
    ...{ uAbove: { value: new Vector3() }, uBelow: { value: new Vector3() }, uFade: { value: 0.15 } },
    ...{ uTint: { value: style.tint }, uOpacity: { value: style.opacity } },
    uKeeps: { value: keeps },
  };
  const material = createCloudMaterial({ vertex, fragment }, shared, own, {
    ...{ side: DoubleSide, transparent: glass, depthWrite: !glass },
    // Lines in the sheet lie before it.
    ...{ polygonOffset: true, polygonOffsetFactor: 1, polygonOffsetUnits: 2 },
  });
  const faces = new Mesh(geometry, material);
  faces.renderOrder = glass ? cloudOrder.threads : cloudOrder.model;
  faces.frustumCulled = false;
  const segments = segmentsOf(side, every);
  const look = { width: style.line, opacity: style.lineOpacity, fade: 0.3, pull: 0.06 };
  const lines = createLines(shared, segments.length / 2, look, cloudOrder.target);
  const object = new Group();
  object.add(faces, lines.object);
  return {
    object,
    /** x, y, z a point, from one stage to another. Allocates nothing. */
    show(from: ArrayLike<number>, to: ArrayLike<number>, part: number) {
      const places = position.array;
      for (let i = 0; i < 3 * count; i++) places[i] = from[i]! + part * (to[i]! - from[i]!);
      position.needsUpdate = true;
      let drawn = 0;
      for (let line = 0; line < segments.length / 2; line++) {
        const [start, end] = [segments[2 * line]!, segments[2 * line + 1]!];
        if (!isThere(start) || !isThere(end)) continue;
        for (let axis = 0; axis < 3; axis++) {
          lines.starts[3 * drawn + axis] = places[3 * start + axis]!;
          lines.ends[3 * drawn + axis] = places[3 * end + axis]!;
        }
        drawn++;
      }
      lines.setCount(drawn);
    },
    setValues(values: ArrayLike<number>) {
      value.array.set(values);
      value.needsUpdate = true;
    },
    setColours(above: Rgb, below: Rgb, line: Rgb) {
      own.uAbove.value.set(...above);
      own.uBelow.value.set(...below);
      lines.setColour(line);
    },
    dispose() {
      geometry.dispose();
      material.dispose();
      lines.dispose();
    },
  };
}

function trianglesOf(side: number): number[] {
  const cells = side - 1;
  return Array.from({ length: cells * cells }, (_, cell) => {
    const a = Math.floor(cell / cells) * side + (cell % cells);
    return [a, a + 1, a + side, a + side, a + 1, a + side + 1];
  }).flat();
}

/** Pairs of points that a line goes between. */
function segmentsOf(side: number, every: number): Int32Array {
  const pairs: number[] = [];
  for (let row = 0; row < side; row += every) {
    for (let k = 0; k + 1 < side; k++)
      pairs.push(row * side + k, row * side + k + 1, k * side + row, (k + 1) * side + row);
  }
  return Int32Array.from(pairs);
}
