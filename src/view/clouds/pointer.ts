import type { Box, Viewport } from '../../math/box.ts';
import { paneAt, shiftOf } from './panes.ts';

/** Where the pointer is: in which pane, and where in the picture that all panes share, CSS pixels. */
export interface PanePointer {
  readonly pane: number;
  readonly x: number;
  readonly y: number;
}

/** null: in no pane. `held`: a drag stays with the pane it began in, wherever it goes. */
export function panePointer(
  event: PointerEvent,
  canvas: HTMLElement,
  size: Viewport,
  boxes: readonly Box[],
  held: number | null = null,
): PanePointer | null {
  const { left, top } = canvas.getBoundingClientRect();
  const [x, y] = [event.clientX - left, event.clientY - top];
  const pane = held ?? paneAt(boxes, x, y);
  const box = boxes[pane];
  if (!box) return null;
  const shift = shiftOf(box, size);
  return { pane, x: x - shift.x, y: y - shift.y };
}

/** CSS pixels around a thing within which a press takes hold of it; a finger covers more. */
export function reachOf(event: PointerEvent, mouse: number, touch: number): number {
  return event.pointerType === 'touch' ? touch : mouse;
}
