import { useEffect, useEffectEvent, type RefObject } from 'react';

export interface PenPlace {
  /** Parts of the paper's edges; beyond 0 … 1 it is off the paper. */
  readonly x: number;
  readonly y: number;
}

export interface PenHand {
  /** `eraser`: the other end of a stylus. */
  begin(at: PenPlace, eraser: boolean): void;
  draw(at: PenPlace): void;
  /** Not `kept`: the browser took the pointer away, or another finger joined it. */
  end(kept: boolean): void;
  /** null: it left the paper. */
  hover(at: PenPlace | null): void;
}

/** Bit of `PointerEvent.buttons` that a stylus sets while its other end is on the paper. */
const ERASER = 32;

/** Mouse, finger and stylus on a paper: one of them draws. Once a stylus was seen, a touch is a resting hand. */
export function usePen(paper: RefObject<HTMLElement | null>, hand: PenHand): void {
  const begin = useEffectEvent(hand.begin);
  const draw = useEffectEvent(hand.draw);
  const end = useEffectEvent(hand.end);
  const hover = useEffectEvent(hand.hover);
  useEffect(() => {
    const element = paper.current;
    if (!element) return;
    let drawing: number | null = null;
    let stylus = false;
    const placeOf = (event: PointerEvent): PenPlace => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
    };
    const press = (event: PointerEvent) => {
      stylus ||= event.pointerType === 'pen';
      const isEraser = (event.buttons & ERASER) !== 0;
      if (event.button !== 0 && !isEraser) return;
      if (stylus && event.pointerType === 'touch') return;
      if (drawing !== null) {
        // A second finger is no stroke, and neither is the first one then.
        if (event.pointerType !== 'touch') return;
        drawing = null;
        end(false);
        return;
      }
      element.setPointerCapture(event.pointerId);
      element.focus({ preventScroll: true });
      drawing = event.pointerId;
      begin(placeOf(event), isEraser);
    };
    const move = (event: PointerEvent) => {
      if (event.pointerType !== 'touch') hover(placeOf(event));
      if (event.pointerId !== drawing) return;
      const all = event.getCoalescedEvents();
      for (const one of all.length > 0 ? all : [event]) draw(placeOf(one));
    };
    const lift = (event: PointerEvent) => {
      if (event.pointerId !== drawing) return;
      drawing = null;
      end(event.type === 'pointerup');
    };
    const leave = () => hover(null);
    const ends = new AbortController();
    const { signal } = ends;
    element.addEventListener('pointerdown', press, { signal });
    element.addEventListener('pointermove', move, { signal });
    element.addEventListener('pointerup', lift, { signal });
    element.addEventListener('pointercancel', lift, { signal });
    element.addEventListener('pointerleave', leave, { signal });
    return () => ends.abort();
  }, [paper]);
}
