import { PerspectiveCamera, type Scene, type WebGLRenderer } from 'three';
import type { Box, Viewport } from '../../math/box.ts';
import { heightOf, widthOf } from './panes.ts';
import { aimLens, type Lens } from './shaded/lens.ts';
import { createEyeDome, type DeviceBox, type EyeDome } from './shaded/eyeDome.ts';
import { layers } from './shaded/layers.ts';
import type { Vector } from './space.ts';
import type { CloudUniforms } from './uniforms.ts';

/** What is drawn besides the panes' plain parts. */
export interface PaneExtras {
  /** There are clouds that a pass of their own shades; `plain`: they are drawn, but nothing shades them. */
  readonly shaded: 'no' | 'plain' | 'dome';
  /** The ball, in the world, that the picture is about: of shaded clouds nothing that stands before it is drawn; null: all is. */
  readonly about: Ball | null;
  readonly lens: Lens | null;
}

export interface Ball {
  readonly centre: Vector;
  readonly radius: number;
}

const NO_EXTRAS: PaneExtras = { shaded: 'no', about: null, lens: null };

export interface PanePainter {
  /** Draws every pane; allocates nothing. `show(i)` makes the parts of pane i the visible ones. */
  draw(
    gl: WebGLRenderer,
    scene: Scene,
    camera: PerspectiveCamera,
    canvas: Viewport,
    boxes: readonly Box[],
    show: (index: number) => void,
  ): void;
  /** World units around the origin where the subject is; how much larger than usual dots and lines are. */
  set(radius: number, scale: number, extras?: PaneExtras): void;
  /** Lets go of what it holds on the GPU; drawn once more, it makes it anew: for a lost context, too. */
  readonly dispose: () => void;
}

/** The subject's height in CSS pixels at which dots have the size they were given. */
const USUAL_HEIGHT = 520;
/** Nearest that the near plane comes, as a part of the way to the subject's middle. */
const NEAREST = 0.02;

/** Windows of one canvas onto one scene through one camera: see `panes.ts`. */
export function createPanePainter(uniforms: CloudUniforms): PanePainter {
  const eye = new PerspectiveCamera();
  const glass = new PerspectiveCamera();
  const onCanvas = { x: 0, y: 0, width: 0, height: 0 };
  let radius = 10;
  let scale = 1;
  let extras = NO_EXTRAS;
  let dome: EyeDome | null = null;

  /** Points the renderer to a box of the canvas. */
  function aim(gl: WebGLRenderer, canvas: Viewport, box: Box): DeviceBox {
    const ratio = gl.getPixelRatio();
    const [x, y] = [box.left, canvas.height - box.bottom];
    gl.setViewport(x, y, widthOf(box), heightOf(box));
    gl.setScissor(x, y, widthOf(box), heightOf(box));
    // As three rounds them when it comes back from a picture of its own.
    onCanvas.x = Math.floor(x * ratio);
    onCanvas.y = Math.floor(y * ratio);
    onCanvas.width = Math.floor(widthOf(box) * ratio);
    onCanvas.height = Math.floor(heightOf(box) * ratio);
    uniforms.uViewport.value.set(widthOf(box) * ratio, heightOf(box) * ratio);
    return onCanvas;
  }

  /** One layer of the scene, shaded where a pass shades it. */
  function drawShaded(gl: WebGLRenderer, scene: Scene, seer: PerspectiveCamera, layer: number, at: DeviceBox) {
    seer.layers.set(layer);
    if (extras.shaded === 'dome' && dome) {
      dome.draw(gl, scene, seer, at);
      dome.lay(gl, seer, at, uniforms.uFocal.value, gl.getPixelRatio());
    } else gl.render(scene, seer);
  }

  /** Where the shaded clouds begin to be drawn. */
  function nearFor(camera: PerspectiveCamera): number {
    const { about } = extras;
    if (!about) return camera.near;
    const e = camera.matrixWorldInverse.elements;
    const [x, y, z] = about.centre;
    const depth = -(e[2] * x + e[6] * y + e[10] * z + e[14]);
    return Math.max(depth - about.radius, NEAREST * Math.abs(depth), 1e-3);
  }

  return {
    set(nextRadius, nextScale, nextExtras = NO_EXTRAS) {
      radius = nextRadius;
      scale = nextScale;
      extras = nextExtras;
      uniforms.uDome.value = extras.shaded === 'dome' ? 1 : 0;
    },
    draw(gl, scene, camera, canvas, boxes, show) {
      const ratio = gl.getPixelRatio();
      // Nothing else draws through it, so nobody else brings it up to date.
      camera.updateMatrixWorld();
      eye.position.copy(camera.position);
      eye.quaternion.copy(camera.quaternion);
      eye.fov = camera.fov;
      eye.far = camera.far;
      eye.near = nearFor(camera);
      const depth = -depthOfOrigin(camera);
      const focal = canvas.height / 2 / Math.tan((camera.fov * Math.PI) / 360);
      const pixels = focal / Math.max(depth, camera.near);
      uniforms.uDepth.value.set(depth - radius, depth + radius);
      uniforms.uSwell.value = Math.min(Math.max(Math.sqrt((2 * radius * pixels) / USUAL_HEIGHT), 0.7), 3);
      uniforms.uRatio.value = ratio * scale;
      gl.autoClear = false;
      gl.setScissorTest(false);
      gl.setViewport(0, 0, canvas.width, canvas.height);
      // three itself says so only once it draws: a context that has just come back would be cleared to black.
      gl.setClearAlpha(0);
      gl.clear();
      gl.setScissorTest(true);
      if (extras.shaded === 'dome') dome ??= createEyeDome();
      dome?.resize(Math.round(widest(boxes) * ratio), Math.round(highest(boxes) * ratio));
      // The camera's own picture is moved where the framing wants it.
      const movedX = camera.view?.enabled ? camera.view.offsetX : 0;
      const movedY = camera.view?.enabled ? camera.view.offsetY : 0;
      for (let i = 0; i < boxes.length; i++) {
        const box = boxes[i]!;
        const width = widthOf(box);
        const height = heightOf(box);
        if (width < 1 || height < 1) continue;
        show(i);
        // The middle of the camera's own picture, see `shiftOf`.
        const left = movedX + (canvas.width - width) / 2;
        const top = movedY + (canvas.height - height) / 2;
        eye.setViewOffset(canvas.width, canvas.height, left, top, width, height);
        const at = aim(gl, canvas, box);
        uniforms.uFocal.value = focal * ratio;
        if (extras.shaded !== 'no') drawShaded(gl, scene, eye, layers.shaded, at);
        eye.layers.set(layers.plain);
        gl.render(scene, eye);
        const { lens } = extras;
        const inset = lens?.boxes[i];
        if (!lens || !inset) continue;
        const within = aim(gl, canvas, inset);
        gl.clear();
        uniforms.uFocal.value = aimLens(glass, eye, lens, within.height);
        drawShaded(gl, scene, glass, layers.lens, within);
      }
      gl.setScissorTest(false);
      gl.setViewport(0, 0, canvas.width, canvas.height);
      gl.autoClear = true;
    },
    dispose() {
      dome?.dispose();
      dome = null;
    },
  };
}

const widest = (boxes: readonly Box[]) => boxes.reduce((most, box) => Math.max(most, widthOf(box)), 1);
const highest = (boxes: readonly Box[]) => boxes.reduce((most, box) => Math.max(most, heightOf(box)), 1);

/** z of the world's origin as the camera sees it. */
function depthOfOrigin(camera: PerspectiveCamera): number {
  return camera.matrixWorldInverse.elements[14];
}
