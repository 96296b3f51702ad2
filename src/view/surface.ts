import { BackSide, DataTexture, FrontSide, Group, LinearFilter, Mesh, PlaneGeometry, Vector3, type Side } from 'three';
import fragment from '../../shaders/surface/fragment.glsl?raw';
import vertex from '../../shaders/surface/vertex.glsl?raw';
import planFragment from '../../shaders/plan/fragment.glsl?raw';
import planVertex from '../../shaders/plan/vertex.glsl?raw';
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

/** The relief, its glass outside, and the plan below: one static grid, one height texture, everything else is uniforms. */
export function createSurfaceView(shared: SharedUniforms, cells: number): SurfaceView {
  const geometry = grid(cells);
  const flat = grid(1);
  const table = rampTable('light');
  const ramp = new DataTexture(table, 256, 1);
  ramp.minFilter = LinearFilter;
  ramp.magFilter = LinearFilter;
  const uniforms = {
    uRamp: { value: ramp },
    uInk: { value: new Vector3() },
    uRelief: { value: new Vector3() },
    uCells: { value: cells },
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
  const planUniforms = { uPaper: { value: new Vector3() }, uInk: uniforms.uInk, uLine: { value: 0.3 } };
  const plan = new Mesh(flat, createMaterial({ vertex: planVertex, fragment: planFragment }, shared, planUniforms));
  plan.renderOrder = order.plan;
  plan.frustumCulled = false;
  const object = new Group();
  object.add(plan, inside, outside);
  return {
    object,
    setPalette(palette) {
      table.set(rampTable(palette.theme));
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
