import type { WebGLRenderer } from 'three';
import type { Box } from '../../math/box.ts';
import { paintLabels, type PaintedLabel } from '../paintLabels.ts';
import type { Palette } from '../palette.ts';
import { heightOf, widthOf } from './panes.ts';
import type { DrawPanes } from './SideBySide.tsx';

/** A canvas of the page, and where it stands on the panes. CSS pixels. */
export interface Inset {
  readonly canvas: HTMLCanvasElement;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PanesPictureOf {
  readonly gl: WebGLRenderer;
  /** Draws all panes at the renderer's pixel ratio. */
  readonly draw: DrawPanes;
  readonly boxes: readonly Box[];
  /** Titles, numbers and marks; see `paintedText`. */
  readonly labels: readonly PaintedLabel[];
  /** Small pictures over the panes, pixel by pixel. */
  readonly insets?: readonly Inset[];
  readonly palette: Palette;
}

/** CSS pixels around the panes, and the roundness of their corners. */
const MARGIN = 12;
const CORNER = 12;

/** The panes at `scale` pixels a CSS pixel, with what is written on them. Draws and restores in one task, so that the page never shows it. */
export function takePanesPicture(
  { gl, draw, boxes, labels, insets = [], palette }: PanesPictureOf,
  scale: number,
): HTMLCanvasElement {
  const before = gl.getPixelRatio();
  const left = Math.min(...boxes.map((box) => box.left)) - MARGIN;
  const top = Math.min(...boxes.map((box) => box.top)) - MARGIN;
  const picture = document.createElement('canvas');
  picture.width = Math.round((Math.max(...boxes.map((box) => box.right)) + MARGIN - left) * scale);
  picture.height = Math.round((Math.max(...boxes.map((box) => box.bottom)) + MARGIN - top) * scale);
  const pen = picture.getContext('2d') as CanvasRenderingContext2D;
  pen.fillStyle = palette.paper;
  pen.fillRect(0, 0, picture.width, picture.height);
  try {
    gl.setPixelRatio(scale);
    draw();
    pen.drawImage(gl.domElement, -left * scale, -top * scale);
  } finally {
    gl.setPixelRatio(before);
    draw();
  }
  pen.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
  pen.strokeStyle = palette.ink;
  pen.globalAlpha = 0.2;
  for (const box of boxes) {
    pen.beginPath();
    pen.roundRect(box.left, box.top, widthOf(box), heightOf(box), CORNER);
    pen.stroke();
  }
  pen.globalAlpha = 1;
  pen.imageSmoothingEnabled = false;
  for (const { canvas, x, y, width, height } of insets) pen.drawImage(canvas, x, y, width, height);
  paintLabels(pen, labels);
  return picture;
}
