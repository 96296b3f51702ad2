import { useRef, useState, type RefObject } from 'react';
import type { Box2 } from '../../../src/reconstruction/crop.ts';
import type { Edit } from '../../../src/reconstruction/cutout/edits.ts';
import type { Mask } from '../../../src/reconstruction/cutout/types.ts';
import { putMask, strokeOn } from './paint.ts';
import type { Tool } from './tools.ts';

interface HandOf {
  readonly tool: Tool;
  /** Pixels of the picture. */
  readonly radius: number;
  readonly mask: Mask;
  /** What shows the mask: a stroke is seen there while it is drawn. */
  readonly tint: RefObject<HTMLCanvasElement | null>;
  readonly onEdit: (edit: Edit) => void;
  readonly onBox: (box: Box2) => void;
}

const isBrush = (tool: Tool): tool is 'paint' | 'erase' => tool === 'paint' || tool === 'erase';

/** A box is at least so long, in pixels of the picture: less is a click. */
const LEAST_BOX = 6;

/** What the tool in hand does between press and release, in pixels of the picture. */
export function useHand({ tool, radius, mask, tint, onEdit, onBox }: HandOf) {
  const stroke = useRef<{ readonly mode: Tool; readonly points: number[] } | null>(null);
  const [box, setBox] = useState<Box2 | null>(null);

  /** `eraser`: of a stylus' other end, whatever tool is in hand. */
  const begin = (x: number, y: number, eraser = false) => {
    const mode = eraser ? 'erase' : tool;
    stroke.current = { mode, points: [x, y] };
    if (isBrush(mode)) strokeOn(tint.current, { mode, radius, points: [x, y] });
    if (mode === 'box') setBox(boxOf([x, y], mask));
  };
  const draw = (x: number, y: number) => {
    if (!stroke.current) return;
    const { mode, points } = stroke.current;
    if (isBrush(mode)) strokeOn(tint.current, { mode, radius, points: [...points.slice(-2), x, y] });
    points.push(x, y);
    if (mode === 'box') setBox(boxOf(points, mask));
  };
  /** `keep`: false where it was none. */
  const end = (keep: boolean) => {
    const done = stroke.current;
    stroke.current = null;
    setBox(null);
    if (!done) return;
    const { mode, points } = done;
    const [x = 0, y = 0] = points;
    if (!keep) putMask(tint.current, mask);
    else if (isBrush(mode)) onEdit({ mode, radius, points });
    else if (mode !== 'box') onEdit({ mode, x, y });
    else {
      const drawn = boxOf(points, mask);
      if (drawn.right - drawn.left >= LEAST_BOX && drawn.bottom - drawn.top >= LEAST_BOX) onBox(drawn);
    }
  };
  return { begin, draw, end, box, isDown: () => stroke.current !== null };
}

/** From the first place to the last one, within the picture. */
function boxOf(points: readonly number[], { width, height }: Mask): Box2 {
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
  const [x0, x1] = [points[0]!, points.at(-2)!].map((x) => within(x, width)) as [number, number];
  const [y0, y1] = [points[1]!, points.at(-1)!].map((y) => within(y, height)) as [number, number];
  return { left: Math.min(x0, x1), right: Math.max(x0, x1), top: Math.min(y0, y1), bottom: Math.max(y0, y1) };
}
