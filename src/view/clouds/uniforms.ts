import { DataTexture, GLSL3, LinearFilter, ShaderMaterial, Vector2, Vector3 } from 'three';
import type { IUniform, ShaderMaterialParameters } from 'three';
import chunk from '../../../shaders/chunks/clouds.glsl?raw';
import type { MaterialSources } from '../material.ts';
import { rgb, type Palette } from '../palette.ts';
import { residualTable } from './residualRamp.ts';

/** What every material of a cloud's picture shares by reference; the pane that is being drawn sets it. */
export interface CloudUniforms {
  readonly [name: string]: IUniform;
  /** Device pixels of the pane. */
  readonly uViewport: IUniform<Vector2>;
  readonly uRatio: IUniform<number>;
  readonly uDepth: IUniform<Vector2>;
  readonly uSwell: IUniform<number>;
  readonly uPaper: IUniform<Vector3>;
  readonly uInk: IUniform<Vector3>;
  readonly uRamp: IUniform<DataTexture>;
  /** Device pixels that a world unit takes at depth 1. */
  readonly uFocal: IUniform<number>;
  /** 1 while a pass of its own shades what is drawn. */
  readonly uDome: IUniform<number>;
}

export function createCloudUniforms(): CloudUniforms {
  const ramp = new DataTexture(residualTable('light'), 256, 1);
  ramp.minFilter = LinearFilter;
  ramp.magFilter = LinearFilter;
  ramp.needsUpdate = true;
  return {
    uViewport: { value: new Vector2(1, 1) },
    uRatio: { value: 1 },
    uDepth: { value: new Vector2(1, 2) },
    uSwell: { value: 1 },
    uPaper: { value: new Vector3() },
    uInk: { value: new Vector3() },
    uRamp: { value: ramp },
    uFocal: { value: 1000 },
    uDome: { value: 0 },
  };
}

export function setCloudPalette(uniforms: CloudUniforms, palette: Palette): void {
  uniforms.uPaper.value.set(...rgb(palette.paper));
  uniforms.uInk.value.set(...rgb(palette.ink));
  const ramp = uniforms.uRamp.value;
  (ramp.image.data as Uint8Array).set(residualTable(palette.theme));
  ramp.needsUpdate = true;
}

/** A material over the shared uniforms; `own` are this material's. */
export function createCloudMaterial(
  { vertex, fragment }: MaterialSources,
  shared: CloudUniforms,
  own: Readonly<Record<string, IUniform>>,
  parameters: ShaderMaterialParameters = {},
): ShaderMaterial {
  return new ShaderMaterial({
    glslVersion: GLSL3,
    uniforms: { ...shared, ...own },
    vertexShader: `${chunk}\n${vertex}`,
    fragmentShader: fragment,
    transparent: true,
    ...parameters,
  });
}
