import type { Box, Viewport } from '../../math/box.ts';
import { frame, type Direction, type Framing } from '../framing.ts';

/*
 * Panes side by side are windows of one canvas that look at the same picture through the same camera: a pixel of a pane is a pixel
 * of the camera's own, the whole canvas's, picture, only moved. So orbiting, panning, projecting and picking need no second camera:
 * they happen in the shared picture, `shiftOf` a pane away.
 */

export const widthOf = (box: Box) => box.right - box.left;
export const heightOf = (box: Box) => box.bottom - box.top;

/** CSS pixels from a place in the shared camera's picture to the same place in a pane. */
export function shiftOf(box: Box, canvas: Viewport): { readonly x: number; readonly y: number } {
  return {
    x: (box.left + box.right - canvas.width) / 2,
    y: (box.top + box.bottom - canvas.height) / 2,
  };
}

/** The pane under a place of the canvas; −1: none. */
export function paneAt(boxes: readonly Box[], x: number, y: number): number {
  return boxes.findIndex((box) => x >= box.left && x < box.right && y >= box.top && y < box.bottom);
}

/** What a canvas has beside a box of it. */
export function around(box: Box, { width, height }: Viewport): readonly Box[] {
  return [
    { left: -width, top: -height, right: box.left, bottom: 2 * height },
    { left: box.right, top: -height, right: 2 * width, bottom: 2 * height },
    { left: -width, top: -height, right: 2 * width, bottom: box.top },
    { left: -width, top: box.bottom, right: 2 * width, bottom: 2 * height },
  ];
}

/** The framing, for a camera of the whole canvas, that shows `outline` (flat world x, y, z) whole in the smallest of the panes. */
export function framePanes(
  outline: readonly number[],
  direction: Direction,
  canvas: Viewport,
  boxes: readonly Box[],
  clearance: number,
): Framing {
  if (boxes.length === 0) return frame(outline, direction, canvas, [], clearance);
  const width = Math.min(...boxes.map(widthOf), canvas.width);
  const height = Math.min(...boxes.map(heightOf), canvas.height);
  // Around the middle of the canvas, where the shared picture has it, everything but one pane is wall. Walls and the window keep
  // their own clearance, so that the window's border is none.
  const [left, top] = [(canvas.width - width) / 2, (canvas.height - height) / 2];
  const walls = around({ left, top, right: canvas.width - left, bottom: canvas.height - top }, canvas);
  return frame(outline, direction, canvas, walls, Math.min(clearance, width / 4, height / 4));
}
