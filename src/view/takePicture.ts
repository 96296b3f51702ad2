import type { Box } from '../math/box.ts';
import type { Camera, Scene, WebGLRenderer } from 'three';
import { inkBox, paintLabels, type PaintedLabel } from './paintLabels.ts';
import type { SharedUniforms } from './uniforms.ts';

export interface PictureOf {
  readonly gl: WebGLRenderer;
  readonly scene: Scene;
  readonly camera: Camera;
  readonly shared: SharedUniforms;
  readonly labels: readonly PaintedLabel[];
  /** CSS colour under everything. */
  readonly paper: string;
}

/** CSS pixels left empty around what is drawn. */
const MARGIN = 20;

/**
 * The scene at `scale` pixels a CSS pixel, labels and all, cropped to what is drawn, or to `box`. Renders and restores in one task, for the
 * drawing buffer is gone after it and the page must not be seen at another size.
 */
export function takePicture(of: PictureOf, scale: number, box?: Box): HTMLCanvasElement {
  const bare = drawBare(of, scale);
  const { labels, paper } = of;
  const { left, top, right, bottom } = box ?? boxAround(bare, scale, labels);
  const picture = document.createElement('canvas');
  picture.width = Math.round((right - left) * scale);
  picture.height = Math.round((bottom - top) * scale);
  const pen = picture.getContext('2d') as CanvasRenderingContext2D;
  pen.fillStyle = paper;
  pen.fillRect(0, 0, picture.width, picture.height);
  pen.drawImage(bare, -left * scale, -top * scale);
  pen.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
  paintLabels(pen, labels);
  return picture;
}

/** To what `takePicture` would crop now: found on a small picture, which is quick. */
export function pictureBox(of: PictureOf): Box {
  const scale = 0.5;
  return boxAround(drawBare(of, scale), scale, of.labels);
}

/** Whole CSS pixels around what is drawn and written, with a margin. */
function boxAround(bare: HTMLCanvasElement, scale: number, labels: readonly PaintedLabel[]): Box {
  const [width, height] = [bare.width / scale, bare.height / scale];
  const box = inkBox(bare, scale, labels) ?? { left: 0, top: 0, right: width, bottom: height };
  return {
    left: Math.max(Math.floor(box.left - MARGIN), 0),
    top: Math.max(Math.floor(box.top - MARGIN), 0),
    right: Math.min(Math.ceil(box.right + MARGIN), width),
    bottom: Math.min(Math.ceil(box.bottom + MARGIN), height),
  };
}

/** The scene without labels and ground. */
function drawBare({ gl, scene, camera, shared }: PictureOf, scale: number): HTMLCanvasElement {
  const before = gl.getPixelRatio();
  const { uViewport, uRatio, uScale } = shared;
  const kept = [uViewport.value.x, uViewport.value.y, uRatio.value, uScale.value] as const;
  const bare = document.createElement('canvas');
  const zoom = scale / before;
  try {
    gl.setPixelRatio(scale);
    uViewport.value.set(kept[0] * zoom, kept[1] * zoom);
    uRatio.value = kept[2] * zoom;
    uScale.value = kept[3] * zoom;
    gl.render(scene, camera);
    bare.width = gl.domElement.width;
    bare.height = gl.domElement.height;
    (bare.getContext('2d', { willReadFrequently: true }) as CanvasRenderingContext2D).drawImage(gl.domElement, 0, 0);
  } finally {
    gl.setPixelRatio(before);
    uViewport.value.set(kept[0], kept[1]);
    uRatio.value = kept[2];
    uScale.value = kept[3];
    gl.render(scene, camera);
  }
  return bare;
}
