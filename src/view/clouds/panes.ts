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

/** What stands over a pane, as if the pane were in the middle of the canvas, made larger by `more` on every side. */
function overMiddle({ left, top, right, bottom }: Box, { width, height }: Viewport, more: number): Box {
  return {
    left: width / 2 + left - more,
    top: height / 2 + top - more,
    right: width / 2 + right + more,
    bottom: height / 2 + bottom + more,
  };
}

/** Pixels between the subject and words that stand in a pane. */
const FROM_WORDS = 5;

/**
 * The framing, for a camera of the whole canvas, that shows `outline` (flat world x, y, z) whole in the smallest of the panes, `clearance`
 * pixels from its border. `covers`: what stands over the panes, in CSS pixels from the middle of its pane; none of it lies over the subject.
 */
export function framePanes(
  outline: readonly number[],
  direction: Direction,
  canvas: Viewport,
  boxes: readonly Box[],
  clearance: number,
  covers: readonly Box[] = [],
): Framing {
  if (boxes.length === 0) return frame(outline, direction, canvas, [], clearance);
  const width = Math.min(...boxes.map(widthOf), canvas.width);
  const height = Math.min(...boxes.map(heightOf), canvas.height);
  // Around the middle of the canvas, where the shared picture has it, everything but one pane is wall. Walls and the window keep
  // their own clearance, so that the window's border is none.
  const [left, top] = [(canvas.width - width) / 2, (canvas.height - height) / 2];
  const walls = around({ left, top, right: canvas.width - left, bottom: canvas.height - top }, canvas);
  const kept = Math.min(clearance, width / 4, height / 4);
  const words = covers.map((box) => overMiddle(box, canvas, FROM_WORDS - kept));
  return frame(outline, direction, canvas, [...walls, ...words], kept);
}
