import { useEffect, useRef, type RefObject } from 'react';

/** How the picture lies in its room: a zoom about its middle and a shift in CSS pixels. */
export interface Lens {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
}

export const asWhole: Lens = { zoom: 1, x: 0, y: 0 };
const MOST_ZOOM = 12;

export interface Gestures {
  /** Of the picture, in its pixels. */
  readonly width: number;
  readonly height: number;
  readonly lens: Lens;
  setLens(lens: Lens): void;
  /** A stroke, in pixels of the picture; `keep`: false where it became a pinch. */
  begin(x: number, y: number): void;
  draw(x: number, y: number): void;
  end(keep: boolean): void;
  hover(at: { x: number; y: number; keys: false } | null): void;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** The lens after everything at `from` has gone to `to`, `factor` times as large; both are seen from the room's middle. */
function zoomed({ zoom, x, y }: Lens, factor: number, from: Place, to: Place = from): Lens {
  const next = Math.min(MOST_ZOOM, Math.max(1, zoom * factor));
  if (next === 1) return asWhole;
  const real = next / zoom;
  return { zoom: next, x: to.x - real * (from.x - x), y: to.y - real * (from.y - y) };
}

/** One pointer draws, two zoom and shift, the wheel zooms. */
export function useGestures(
  room: RefObject<HTMLElement | null>,
  canvas: RefObject<HTMLElement | null>,
  gestures: Gestures,
): void {
  const now = useRef(gestures);
  useEffect(() => {
    now.current = gestures;
  });
  useEffect(() => {
    const element = room.current;
    const layer = canvas.current;
    if (!element || !layer) return;
    const down = new Map<number, Place>();
    let drawing: number | null = null;

    const middle = (): Place => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    };
    const placeOf = (event: MouseEvent): Place => {
      const { left, top, width, height } = layer.getBoundingClientRect();
      const of = now.current;
      return { x: ((event.clientX - left) / width) * of.width, y: ((event.clientY - top) / height) * of.height };
    };
    const press = (event: PointerEvent) => {
      if (event.target instanceof Element && event.target.closest('button')) return;
      if (event.button !== 0) return;
      element.setPointerCapture(event.pointerId);
      element.focus({ preventScroll: true });
      down.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (down.size === 1) {
        drawing = event.pointerId;
        const { x, y } = placeOf(event);
        now.current.begin(x, y);
      } else if (drawing !== null) {
        drawing = null;
        now.current.end(false);
      }
    };
    const move = (event: PointerEvent) => {
      const { x, y } = placeOf(event);
      if (event.pointerType !== 'touch') now.current.hover({ x, y, keys: false });
      const before = down.get(event.pointerId);
      if (!before) return;
      if (event.pointerId === drawing) {
        for (const one of event.getCoalescedEvents()) {
          const place = placeOf(one);
          now.current.draw(place.x, place.y);
        }
        return;
      }
      down.set(event.pointerId, { x: event.clientX, y: event.clientY });
      if (down.size === 2) pinch(event.pointerId, before);
    };
    /** Of two fingers the one that moves takes the picture along. */
    const pinch = (id: number, before: Place) => {
      const [other] = [...down].filter(([one]) => one !== id);
      const after = down.get(id);
      if (!other || !after) return;
      const [, still] = other;
      const centre = middle();
      const between = (a: Place, b: Place): Place => ({ x: (a.x + b.x) / 2 - centre.x, y: (a.y + b.y) / 2 - centre.y });
      const apart = (a: Place) => Math.max(1, Math.hypot(a.x - still.x, a.y - still.y));
      now.current.setLens(
        zoomed(now.current.lens, apart(after) / apart(before), between(before, still), between(after, still)),
      );
    };
    const lift = (event: PointerEvent) => {
      down.delete(event.pointerId);
      if (event.pointerId !== drawing) return;
      drawing = null;
      now.current.end(event.type === 'pointerup');
    };
    const leave = () => now.current.hover(null);
    const wheel = (event: WheelEvent) => {
      event.preventDefault();
      const centre = middle();
      const at = { x: event.clientX - centre.x, y: event.clientY - centre.y };
      now.current.setLens(zoomed(now.current.lens, Math.exp(-event.deltaY / 400), at));
    };
    const ends = new AbortController();
    const { signal } = ends;
    element.addEventListener('pointerdown', press, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', lift, { signal });
    element.addEventListener('pointercancel', lift, { signal });
    element.addEventListener('pointerleave', leave, { signal });
    element.addEventListener('wheel', wheel, { signal, passive: false });
    return () => ends.abort();
  }, [room, canvas]);
}
