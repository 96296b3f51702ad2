import {
  BufferAttribute,
  BufferGeometry,
  DynamicDrawUsage,
  GreaterDepth,
  LessEqualDepth,
  Points,
  Vector3,
  type ShaderMaterial,
} from 'three';
import fragment from '../../shaders/points/fragment.glsl?raw';
import vertex from '../../shaders/points/vertex.glsl?raw';
import { createMaterial } from './material.ts';
import type { SharedUniforms } from './uniforms.ts';

/** f of a mark that stands on the plan. */
export const ON_PLAN = -1e30;

/** Indices of the shapes in shaders/points/fragment.glsl; the first six are those of `headShapes`. */
export const markShapes = { disc: 0, square: 1, triangle: 2, diamond: 3, ring: 4, cross: 5, plus: 6 } as const;

export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly f: number;
  readonly row: number;
  readonly colour: readonly [number, number, number];
  /** CSS pixels. */
  readonly diameter: number;
  readonly shape: number;
}

export interface MarksStyle {
  readonly behind?: boolean;
  readonly opacity?: number;
  readonly pull?: number;
  /** CSS pixels around a mark in the background's colour. */
  readonly halo?: number;
}

/** Marks of a fixed size on screen; room for `capacity` of them. */
export class Marks {
  readonly object: Points<BufferGeometry, ShaderMaterial>;
  private readonly points: Float32Array;
  private readonly looks: Float32Array;
  private readonly shapes: Float32Array;
  private readonly halo = new Vector3();

  constructor(shared: SharedUniforms, capacity: number, row: { value: number }, style: MarksStyle = {}) {
    this.points = new Float32Array(capacity * 4);
    this.looks = new Float32Array(capacity * 4);
    this.shapes = new Float32Array(capacity);
    const geometry = new BufferGeometry();
    geometry.setAttribute('aPoint', new BufferAttribute(this.points, 4).setUsage(DynamicDrawUsage));
    geometry.setAttribute('aMark', new BufferAttribute(this.looks, 4).setUsage(DynamicDrawUsage));
    geometry.setAttribute('aShape', new BufferAttribute(this.shapes, 1).setUsage(DynamicDrawUsage));
    geometry.setDrawRange(0, 0);
    const own = {
      uRow: row,
      uPull: { value: style.pull ?? 0.2 },
      uHalo: { value: this.halo },
      uHaloWidth: { value: style.halo ?? 1.4 },
      uOpacity: { value: style.opacity ?? 1 },
    };
    const depthFunc = style.behind ? GreaterDepth : LessEqualDepth;
    this.object = new Points(geometry, createMaterial({ vertex, fragment }, shared, own, { depthFunc }));
    this.object.frustumCulled = false;
  }

  /** The points as they go to the GPU: x, y, f, row. */
  get buffer(): Float32Array {
    return this.points.subarray(0, this.object.geometry.drawRange.count * 4);
  }

  setHalo(colour: readonly [number, number, number]): void {
    this.halo.set(...colour);
  }

  set(marks: readonly Mark[]): void {
    const count = Math.min(marks.length, this.shapes.length);
    for (let i = 0; i < count; i++) {
      const mark = marks[i] as Mark;
      this.move(i, mark.x, mark.y, mark.f);
      this.points[4 * i + 3] = mark.row;
      this.looks.set(mark.colour, 4 * i);
      this.looks[4 * i + 3] = mark.diameter;
      this.shapes[i] = mark.shape;
    }
    this.object.geometry.setDrawRange(0, count);
    this.touch('aMark', 'aShape');
  }

  /** Allocates nothing: heads move with it every frame. What is not finite is parked outside of every domain. */
  move(i: number, x: number, y: number, f: number): void {
    const finite = Number.isFinite(x) && Number.isFinite(y) && Number.isFinite(f);
    this.points[4 * i] = finite ? x : 3e38;
    this.points[4 * i + 1] = finite ? y : 3e38;
    this.points[4 * i + 2] = finite ? f : 0;
    this.touch('aPoint');
  }

  /** Draws only those that `keep` has a 1 for, at their own size (of all the same). */
  thin(keep: Uint8Array, diameter: number): void {
    for (let i = 0; i < keep.length; i++) this.looks[4 * i + 3] = keep[i] ? diameter : 0;
    this.touch('aMark');
  }

  private touch(...names: string[]): void {
    for (const name of names) (this.object.geometry.getAttribute(name) as BufferAttribute).needsUpdate = true;
  }

  dispose(): void {
    this.object.geometry.dispose();
    this.object.material.dispose();
  }
}
