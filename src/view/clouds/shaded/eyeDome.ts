import {
  AlwaysDepth,
  BufferAttribute,
  BufferGeometry,
  Camera,
  DepthTexture,
  GLSL3,
  Mesh,
  NearestFilter,
  Scene,
  ShaderMaterial,
  UnsignedIntType,
  Vector2,
  WebGLRenderTarget,
  type PerspectiveCamera,
  type WebGLRenderer,
} from 'three';
import fragment from '../../../../shaders/eyeDome/fragment.glsl?raw';
import vertex from '../../../../shaders/eyeDome/vertex.glsl?raw';

/** Slight slopes s all around leave exp(−STRENGTH · s) of the light. */
const STRENGTH = 0.45;
/** What slopes come near to, however steep: an edge is an edge, however far behind the rest is, and ground seen flatly stays light. */
const STEEPEST = 4;
/** CSS pixels to the inner of two rings of neighbours; the outer one is three times as far. */
const REACH = 1.2;

/** Where a viewport lies on the canvas, device pixels. */
export interface DeviceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The light (0…1) that is left to a point at depth `here` whose neighbours, `apart` world units away in the picture, are at `around`. */
export function domeLight(here: number, around: readonly number[], apart: number): number {
  const slopes = around.map((there) => {
    const slope = Math.max((Math.log(here / there) * here) / apart, 0);
    return slope / (1 + slope / STEEPEST);
  });
  return Math.exp((-STRENGTH * slopes.reduce((sum, slope) => sum + slope, 0)) / around.length);
}

/** A picture of its own for what is to be shaded, and the pass that lays it, shaded, with its depth on the canvas. */
export function createEyeDome() {
  const target = new WebGLRenderTarget(1, 1, { minFilter: NearestFilter, magFilter: NearestFilter });
  const depths = new DepthTexture(1, 1, UnsignedIntType);
  target.depthTexture = depths;
  const uniforms = {
    uPicture: { value: target.texture },
    uDepths: { value: depths },
    uOrigin: { value: new Vector2() },
    uSize: { value: new Vector2() },
    uPlanes: { value: new Vector2() },
    uPixel: { value: 1 },
    uReach: { value: 1 },
    uStrength: { value: STRENGTH },
    uSteepest: { value: STEEPEST },
    uRings: { value: 2 },
  };
  const material = new ShaderMaterial({
    glslVersion: GLSL3,
    uniforms,
    vertexShader: vertex,
    fragmentShader: fragment,
    depthFunc: AlwaysDepth,
  });
  const triangle = new BufferGeometry();
  triangle.setAttribute('position', new BufferAttribute(Float32Array.of(-1, -1, 0, 3, -1, 0, -1, 3, 0), 3));
  const mesh = new Mesh(triangle, material);
  mesh.frustumCulled = false;
  const whole = new Scene();
  whole.add(mesh);
  const nobody = new Camera();
  return {
    /** Room for pictures of so many device pixels; smaller ones lie in its corner. */
    resize(width: number, height: number) {
      if (target.width !== width || target.height !== height) target.setSize(width, height);
    },
    /** Draws `scene` aside. The viewport of the canvas stays as it is. */
    draw(gl: WebGLRenderer, scene: Scene, eye: PerspectiveCamera, { width, height }: DeviceBox) {
      target.viewport.set(0, 0, width, height);
      target.scissor.set(0, 0, width, height);
      target.scissorTest = true;
      gl.setRenderTarget(target);
      gl.clear();
      gl.render(scene, eye);
      gl.setRenderTarget(null);
    },
    /** Lays what was drawn aside on the canvas, whose viewport is `box`. `focal`: device pixels a world unit takes at depth 1. */
    lay(gl: WebGLRenderer, eye: PerspectiveCamera, box: DeviceBox, focal: number, ratio: number) {
      uniforms.uOrigin.value.set(box.x, box.y);
      uniforms.uSize.value.set(box.width, box.height);
      uniforms.uPlanes.value.set(eye.near, eye.far);
      uniforms.uPixel.value = 1 / focal;
      uniforms.uReach.value = Math.max(REACH * ratio, 1);
      gl.render(whole, nobody);
    },
    dispose() {
      target.dispose();
      depths.dispose();
      triangle.dispose();
      material.dispose();
    },
  };
}

export type EyeDome = ReturnType<typeof createEyeDome>;
