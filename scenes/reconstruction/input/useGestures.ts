import { useEffect, useEffectEvent, type RefObject } from 'react';
import type { StrokePlace } from '../../../src/ui/strokes/follow.ts';
import { useStrokes } from '../../../src/ui/strokes/useStrokes.ts';
import { pinched, zoomed, type Lens } from './lens.ts';

export interface Gestures {
  /** Of the picture, in its pixels. */
  readonly width: number;
  readonly height: number;
  readonly lens: Lens;
  setLens(lens: Lens): void;
  /** A stroke, in pixels of the picture; `eraser`: of a stylus' other end; `keep`: false where it became a pinch. */
  begin(x: number, y: number, eraser: boolean): void;
  draw(x: number, y: number): void;
  end(keep: boolean): void;
  hover(at: { x: number; y: number; keys: false } | null): void;
}

/** One pointer draws, two fingers zoom and shift, the wheel zooms. */
export function useGestures(
  room: RefObject<HTMLElement | null>,
  canvas: RefObject<HTMLElement | null>,
  { width, height, lens, setLens, begin, draw, end, hover }: Gestures,
): void {
  /** From the window to the room's middle. */
  const centred = ({ x, y }: StrokePlace): StrokePlace => {
    const box = room.current?.getBoundingClientRect();
    return box ? { x: x - box.left - box.width / 2, y: y - box.top - box.height / 2 } : { x, y };
  };
  useStrokes(room, canvas, {
    begin: ({ x, y }, eraser) => begin(width * x, height * y, eraser),
    draw: ({ x, y }) => draw(width * x, height * y),
    end,
    hover: (at) => hover(at && { x: width * at.x, y: height * at.y, keys: false }),
    pinch: (from, to, still) => setLens(pinched(lens, centred(from), centred(to), centred(still))),
  });
  const wheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault();
    setLens(zoomed(lens, Math.exp(-event.deltaY / 400), centred({ x: event.clientX, y: event.clientY })));
  });
  useEffect(() => {
    const ending = new AbortController();
    room.current?.addEventListener('wheel', (event) => wheel(event), { signal: ending.signal, passive: false });
    return () => ending.abort();
  }, [room]);
}
