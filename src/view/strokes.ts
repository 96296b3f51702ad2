import { DynamicDrawUsage, Group, type InterleavedBufferAttribute, type Vector3 } from 'three';
import { createLine, segmentGeometry, type LineStyle } from './line.ts';
import type { SharedUniforms } from './uniforms.ts';

/** Lines that are set anew now and then, on the surface and, where asked for, flat on the plan: arrows, arcs, crosses. */
export class Strokes {
  readonly object = new Group();
  private readonly geometry;
  private readonly lines;
  private readonly buffer;

  constructor(shared: SharedUniforms, capacity: number, renderOrder: number, styles: readonly LineStyle[]) {
    this.geometry = segmentGeometry(new Float32Array(capacity * 8));
    this.geometry.instanceCount = 0;
    this.buffer = (this.geometry.getAttribute('aStart') as InterleavedBufferAttribute).data;
    this.buffer.setUsage(DynamicDrawUsage);
    this.lines = styles.map((style) => {
      const line = createLine(this.geometry, shared, { value: 2 }, style);
      line.renderOrder = renderOrder;
      return line;
    });
    this.object.add(...this.lines);
  }

  /** Where `set` may have written, eight floats a segment. */
  get data(): Float32Array {
    return this.buffer.array as Float32Array;
  }

  setCount(segments: number): void {
    this.geometry.instanceCount = segments;
    this.buffer.needsUpdate = true;
  }

  /** Widths in CSS pixels, in the order of the styles. */
  setWidths(...widths: readonly number[]): void {
    this.lines.forEach((line, i) => {
      const uniform = line.material.uniforms['uWidth'] as { value: number };
      uniform.value = widths[i] ?? uniform.value;
    });
  }

  setColours(...colours: readonly (readonly [number, number, number])[]): void {
    this.lines.forEach((line, i) => {
      (line.material.uniforms['uColour'] as { value: Vector3 }).value.set(...(colours[i] ?? colours[0] ?? [0, 0, 0]));
    });
  }

  dispose(): void {
    this.geometry.dispose();
    for (const line of this.lines) line.material.dispose();
  }
}
