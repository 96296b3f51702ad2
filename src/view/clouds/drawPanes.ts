import { PerspectiveCamera, type Scene, type WebGLRenderer } from 'three';
import type { Box, Viewport } from '../../math/box.ts';
import { heightOf, widthOf } from './panes.ts';
import type { CloudUniforms } from './uniforms.ts';

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
  set(radius: number, scale: number): void;
}

/** The subject's height in CSS pixels at which dots have the size they were given. */
const USUAL_HEIGHT = 520;

/** Windows of one canvas onto one scene through one camera: see `panes.ts`. */
export function createPanePainter(uniforms: CloudUniforms): PanePainter {
  const eye = new PerspectiveCamera();
  let radius = 10;
  let scale = 1;
  return {
    set(nextRadius, nextScale) {
      radius = nextRadius;
      scale = nextScale;
    },
    draw(gl, scene, camera, canvas, boxes, show) {
      const ratio = gl.getPixelRatio();
      // Nothing else draws through it, so nobody else brings it up to date.
      camera.updateMatrixWorld();
      eye.position.copy(camera.position);
      eye.quaternion.copy(camera.quaternion);
      eye.fov = camera.fov;
      eye.near = camera.near;
      eye.far = camera.far;
      const depth = -depthOfOrigin(camera);
      const pixels = canvas.height / 2 / Math.tan((camera.fov * Math.PI) / 360) / Math.max(depth, camera.near);
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
      // The camera's own picture is moved where the framing wants it.
      const movedX = camera.view?.enabled ? camera.view.offsetX : 0;
      const movedY = camera.view?.enabled ? camera.view.offsetY : 0;
      for (let i = 0; i < boxes.length; i++) {
        const box = boxes[i]!;
        const width = widthOf(box);
        const height = heightOf(box);
        if (width < 1 || height < 1) continue;
        // The middle of the camera's own picture, see `shiftOf`.
        const left = movedX + (canvas.width - width) / 2;
        const top = movedY + (canvas.height - height) / 2;
        eye.setViewOffset(canvas.width, canvas.height, left, top, width, height);
        gl.setViewport(box.left, canvas.height - box.bottom, width, height);
        gl.setScissor(box.left, canvas.height - box.bottom, width, height);
        uniforms.uViewport.value.set(width * ratio, height * ratio);
        show(i);
        gl.render(scene, eye);
      }
      gl.setScissorTest(false);
      gl.setViewport(0, 0, canvas.width, canvas.height);
      gl.autoClear = true;
    },
  };
}

/** z of the world's origin as the camera sees it. */
function depthOfOrigin(camera: PerspectiveCamera): number {
  return camera.matrixWorldInverse.elements[14];
}
