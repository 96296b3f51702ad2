import { Group, type InstancedBufferGeometry, type Mesh, type ShaderMaterial } from 'three';
import type { Objective } from '../surfaces/objective.ts';
import type { Domain } from '../surfaces/types.ts';
import { createLine, segmentGeometry } from './line.ts';
import { Marks, markShapes, type Mark } from './marks.ts';
import { order, PATH_LAYERS } from './order.ts';
import { pathSegments, type PathRecord, type PathSegments } from './pathGeometry.ts';
import { mixHex, rgb, type Palette } from './palette.ts';
import { thinDots } from './thinDots.ts';
import type { SharedUniforms } from './uniforms.ts';

export interface PathInputs {
  readonly record: PathRecord;
  readonly objective: Pick<Objective, 'value'>;
  readonly domain: Domain;
  /** Bounds f where it is drawn, far above any cut. */
  readonly tallest: number;
  readonly colour: string;
  readonly selected: boolean;
  readonly layer: number;
  readonly palette: Palette;
}

const at = (i: number) => order.path + i;

/** One run's path: its shadow on the plan, its hidden part, halo, line and a dot at each iterate. Rebuilt with its record, grown by one uniform. */
export class PathView {
  readonly object = new Group();
  readonly segments: PathSegments;
  private readonly row = { value: 0 };
  private readonly geometry: InstancedBufferGeometry;
  private readonly lines: readonly Mesh<InstancedBufferGeometry, ShaderMaterial>[];
  private readonly dots: Marks;
  private readonly dotsBehind: Marks;
  /** CSS pixels. */
  private readonly diameter: number;
  private readonly keep: Uint8Array;

  constructor(shared: SharedUniforms, inputs: PathInputs) {
    const { record, palette, selected, layer } = inputs;
    this.segments = pathSegments(record, inputs.objective, inputs.domain, inputs.tallest);
    this.geometry = segmentGeometry(this.segments.data);
    const width = selected ? 3.4 : 2.4;
    const base = at(layer * PATH_LAYERS);
    const line = (
      colour: readonly [number, number, number],
      renderOrder: number,
      style: Parameters<typeof createLine>[3],
    ) => {
      const mesh = createLine(this.geometry, shared, this.row, style);
      (mesh.material.uniforms['uColour'] as { value: { set(r: number, g: number, b: number): void } }).value.set(
        ...colour,
      );
      mesh.renderOrder = renderOrder;
      return mesh;
    };
    const colour = rgb(inputs.colour);
    this.lines = [
      line(mixHex(palette.plan, inputs.colour, 0.72), order.shadow, {
        width: selected ? 1.9 : 1.4,
        flat: true,
        pull: 0.02,
      }),
      line(colour, base, { width: width * 0.6, behind: true, opacity: 0.28, cap: false }),
      line(rgb(palette.halo), base + 1, { width: width + 3, opacity: 0.9, pull: 0.1 }),
      line(colour, base + 2, { width }),
    ];
    const few = record.count <= 80;
    this.dots = new Marks(shared, record.count, this.row, { halo: few ? 1 : 0 });
    this.dotsBehind = new Marks(shared, record.count, this.row, { behind: true, opacity: 0.3, halo: 0 });
    this.diameter = (selected ? 7 : 5.6) * (few ? 1 : 0.8);
    this.keep = new Uint8Array(record.count);
    const marks = dotMarks(record, colour, this.diameter);
    for (const dots of [this.dotsBehind, this.dots]) {
      dots.setHalo(rgb(palette.halo));
      dots.set(marks);
    }
    this.dotsBehind.object.renderOrder = base;
    this.dots.object.renderOrder = base + 3;
    this.object.add(...this.lines, this.dotsBehind.object, this.dots.object);
  }

  /** Draws up to `row` (fractional while a step is under way); allocates nothing. */
  grow(row: number): void {
    this.row.value = row;
    const last = Math.min(Math.floor(row) + 1, this.segments.firstOfRow.length - 1);
    this.geometry.instanceCount = this.segments.firstOfRow[last] as number;
  }

  /** Leaves dots out that lie on one another. `pixels`: x, y of each on the screen; `scale`: how much larger than usual dots are. */
  thin(pixels: Float64Array, scale: number): void {
    thinDots(pixels, this.keep.length, this.diameter * scale, this.keep);
    for (const dots of [this.dots, this.dotsBehind]) dots.thin(this.keep, this.diameter);
  }

  /** The shadow lies on the plan, and is not drawn without it. */
  setPlan(visible: boolean): void {
    (this.lines[0] as Mesh).visible = visible;
  }

  /** 1 for each dot that is drawn, 0 for each left out. */
  get drawnDots(): Uint8Array {
    return this.keep;
  }

  get dotBuffer(): Float32Array {
    return this.dots.buffer;
  }

  dispose(): void {
    this.geometry.dispose();
    for (const line of this.lines) line.material.dispose();
    this.dots.dispose();
    this.dotsBehind.dispose();
  }
}

function dotMarks(record: PathRecord, colour: readonly [number, number, number], diameter: number): Mark[] {
  return Array.from(record.f, (f, row) => ({
    x: record.x[2 * row] as number,
    y: record.x[2 * row + 1] as number,
    f,
    row,
    colour,
    diameter,
    shape: markShapes.disc,
  }));
}
