import { GLSL3, ShaderMaterial, type IUniform, type ShaderMaterialParameters } from 'three';
import contours from '../../shaders/chunks/contours.glsl?raw';
import display from '../../shaders/chunks/display.glsl?raw';
import drape from '../../shaders/chunks/drape.glsl?raw';
import heightfield from '../../shaders/chunks/heightfield.glsl?raw';
import type { SharedUniforms } from './uniforms.ts';

export interface MaterialSources {
  readonly vertex: string;
  readonly fragment: string;
}

/** A material over the shared uniforms; `own` are this material's. The chunks are dropped by the GLSL compiler where unused. */
export function createMaterial(
  { vertex, fragment }: MaterialSources,
  shared: SharedUniforms,
  own: Readonly<Record<string, IUniform>>,
  parameters: ShaderMaterialParameters = {},
): ShaderMaterial {
  const chunks = `precision highp float;\nprecision highp int;\n`;
  return new ShaderMaterial({
    glslVersion: GLSL3,
    uniforms: { ...shared, ...own },
    vertexShader: `${chunks}${display}\n${heightfield}\n${vertex}`,
    fragmentShader: `${chunks}${display.replace(/vec4 project\([\s\S]*?\n}\n/, '')}\n${heightfield}\n${contours}\n${drape}\n${fragment}`,
    transparent: true,
    depthWrite: false,
    ...parameters,
  });
}
