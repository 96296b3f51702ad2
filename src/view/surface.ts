import {
  BackSide,
  DataTexture,
  FrontSide,
  Group,
  LinearFilter,
  Mesh,
  PlaneGeometry,
  Vector2,
  Vector3,
  type Side,
} from 'three';
import fragment from '../../shaders/surface/fragment.glsl?raw';
import vertex from '../../shaders/surface/vertex.glsl?raw';
import planFragment from '../../shaders/plan/fragment.glsl?raw';
import planVertex from '../../shaders/plan/vertex.glsl?raw';
import type { Theme } from '../state/common.ts';
import { createMaterial } from './material.ts';
import { order } from './order.ts';
import { rgb, type Palette } from './palette.ts';
import { rampTable } from './ramp.ts';
import type { SharedUniforms } from './uniforms.ts';

export interface SurfaceView {
  readonly object: Group;
  setPalette(palette: Palette): void;
  setPlan(visible: boolean): void;
  dispose(): void;
}

function grid(cells: number): PlaneGeometry {
  const geometry = new PlaneGeometry(2, 2, cells, cells);
  // PlaneGeometry faces +z with y up; seen from above, x east and y north, our surface keeps that winding.
  return geometry;
}

/** What a surface shows besides height: absent, the height ramp as a landscape has it. */
export interface SurfaceStyle {
  /** 256 colours (RGBA bytes) from the lowest to the reference height, evenly. */
  readonly table: (theme: Theme) => Uint8Array;
  /** f of a line of its own over the surface, and its width in pixels. */
  readonly level: readonly [f: number, width: number];
  /** The plan wears the colours, too. */
  readonly plan: boolean;
}

/** The relief, its glass outside, and the plan below: one static grid, one height texture, everything else is uniforms. */
export function createSurfaceView(
  shared: SharedUniforms,
  cells: number,
  style: SurfaceStyle | null = null,
): SurfaceView {
  const geometry = grid(cells);
  const flat = grid(1);
  const tableOf = style?.table ?? rampTable;
  const table = new Uint8Array(tableOf('light'));
  const ramp = new DataTexture(table, 256, 1);
  ramp.minFilter = LinearFilter;
  ramp.magFilter = LinearFilter;
  const uniforms = {
    uRamp: { value: ramp },
    uInk: { value: new Vector3() },
    uRelief: { value: new Vector3() },
    uCells: { value: cells },
    uEven: { value: style ? 1 : 0 },
    uLevel: { value: new Vector2(...(style?.level ?? [0, 0])) },
    uTint: { value: style?.plan ? 1 : 0 },
  };
  const side = (which: Side, glass: boolean) => {
    const material = createMaterial(
      { vertex, fragment },
      shared,
      { ...uniforms, uGlass: { value: glass ? 1 : 0 } },
      {
        side: which,
        depthWrite: !glass,
      },
    );
    const mesh = new Mesh(geometry, material);
    mesh.renderOrder = glass ? order.glass : order.surface;
    mesh.frustumCulled = false;
    return mesh;
  };
  const inside = side(FrontSide, false);
  const outside = side(BackSide, true);
  const planUniforms = { ...uniforms, uPaper: { value: new Vector3() }, uLine: { value: 0.3 } };
  const plan = new Mesh(flat, createMaterial({ vertex: planVertex, fragment: planFragment }, shared, planUniforms));
  plan.renderOrder = order.plan;
  plan.frustumCulled = false;
  const object = new Group();
  object.add(plan, inside, outside);
  return {
    object,
    setPalette(palette) {
      table.set(tableOf(palette.theme));
      ramp.needsUpdate = true;
      uniforms.uInk.value.set(...rgb(palette.ink));
      uniforms.uRelief.value.set(...palette.relief);
      planUniforms.uPaper.value.set(...rgb(palette.plan));
      planUniforms.uLine.value = palette.planLine;
    },
    setPlan(visible) {
      plan.visible = visible;
    },
    dispose() {
      geometry.dispose();
      flat.dispose();
      ramp.dispose();
      for (const mesh of [inside, outside, plan]) mesh.material.dispose();
    },
  };
}
