import { DataTexture, FloatType, NearestFilter, RGBAFormat, Vector2, Vector3, Vector4, type IUniform } from 'three';
import type { Domain } from '../surfaces/types.ts';
import type { Display } from './display.ts';

/** Uniforms that every material of the scene shares by reference: set once, seen by all. */
export interface SharedUniforms {
  readonly [name: string]: IUniform;
  readonly uDomain: IUniform<Vector4>;
  readonly uPlace: IUniform<Vector3>;
  readonly uHeight: IUniform<Vector4>;
  readonly uFloor: IUniform<number>;
  readonly uCut: IUniform<number>;
  readonly uRect: IUniform<Vector4>;
  readonly uContour: IUniform<Vector2>;
  readonly uTick: IUniform<Vector2>;
  readonly uHeights: IUniform<DataTexture>;
  readonly uSize: IUniform<number>;
  /** A picture over surface and plan, which part of the domain it shows, and how much it covers. */
  readonly uDrape: IUniform<DataTexture>;
  readonly uDrapeAt: IUniform<Vector4>;
  readonly uDraped: IUniform<number>;
  readonly uViewport: IUniform<Vector2>;
  /** Device pixels a unit of the sizes of lines and marks: a CSS pixel, or more of them while presenting. */
  readonly uRatio: IUniform<number>;
  /** How much thicker than a device pixel's own the hairlines are: contours, borders, ticks. */
  readonly uScale: IUniform<number>;
}

export function heightTexture(texels: Float32Array<ArrayBuffer>, size: number): DataTexture {
  const texture = new DataTexture(texels, size, size, RGBAFormat, FloatType);
  texture.minFilter = NearestFilter;
  texture.magFilter = NearestFilter;
  texture.needsUpdate = true;
  return texture;
}

const noDrape = new DataTexture(new Uint8Array(4), 1, 1);

export function createSharedUniforms(): SharedUniforms {
  return {
    uDomain: { value: new Vector4(-1, 1, -1, 1) },
    uPlace: { value: new Vector3(0, 0, 1) },
    uHeight: { value: new Vector4(0, 1, 1, 0) },
    uFloor: { value: -1 },
    uCut: { value: 1 },
    uRect: { value: new Vector4(-1, 1, -1, 1) },
    uContour: { value: new Vector2(0, 1) },
    uTick: { value: new Vector2(1, 1) },
    uHeights: { value: heightTexture(new Float32Array(16), 2) },
    uSize: { value: 2 },
    uDrape: { value: noDrape },
    uDrapeAt: { value: new Vector4(-1, 1, -1, 1) },
    uDraped: { value: 0 },
    uViewport: { value: new Vector2(1, 1) },
    uRatio: { value: 1 },
    uScale: { value: 1 },
  };
}

export function setDisplay(uniforms: SharedUniforms, display: Display): void {
  const [x0, x1, y0, y1] = display.domain;
  uniforms.uDomain.value.set(x0, x1, y0, y1);
  uniforms.uPlace.value.set(display.centreX, display.centreY, display.scale);
  uniforms.uHeight.value.set(
    display.lowest,
    1 / (display.reference - display.lowest),
    display.height,
    display.log ? 1 : 0,
  );
  uniforms.uFloor.value = display.floor;
}

export function setRect(uniforms: SharedUniforms, [x0, x1, y0, y1]: Domain): void {
  uniforms.uRect.value.set(x0, x1, y0, y1);
}
