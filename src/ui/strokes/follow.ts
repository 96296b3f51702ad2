/** Parts of the edges of what is drawn on; beyond 0 … 1 it is off it. */
export interface StrokePlace {
  readonly x: number;
  readonly y: number;
}

/** What strokes do. */
export interface StrokeHand {
  /** `eraser`: the other end of a stylus. */
  begin(at: StrokePlace, eraser: boolean): void;
  draw(at: StrokePlace): void;
  /** Not `kept`: the browser took the pointer away, or another finger joined it. */
  end(kept: boolean): void;
  /** null: it left. */
  hover(at: StrokePlace | null): void;
  /** Of two fingers one moves, the other stays; CSS pixels of the window. */
  pinch?(from: StrokePlace, to: StrokePlace, still: StrokePlace): void;
}

/** Bit of `PointerEvent.buttons` that a stylus sets while its other end is down. */
const ERASER = 32;

/**
 * Mouse, finger and stylus in a `room`, on the `paper` in it: one of them draws, two fingers pinch. Once a stylus was seen, a touch is a resting hand. Ends with `signal`. `handNow`: the hand
 * as it is by then.
 */
export function followStrokes(
  { room, paper, signal }: { readonly room: HTMLElement; readonly paper: HTMLElement; readonly signal: AbortSignal },
  handNow: () => StrokeHand,
): void {
  const fingers = new Map<number, StrokePlace>();
  let drawing: number | null = null;
  let stylus = false;

  const placeOf = (event: PointerEvent): StrokePlace => {
    const { left, top, width, height } = paper.getBoundingClientRect();
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height };
  };
  const press = (event: PointerEvent) => {
    if (event.target instanceof Element && event.target.closest('button')) return;
    const touch = event.pointerType === 'touch';
    stylus ||= event.pointerType === 'pen';
    const eraser = (event.buttons & ERASER) !== 0;
    if (event.button !== 0 && !eraser) return;
    if (touch) fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (touch && stylus) return;
    // A second finger is no stroke, and neither is the first one then; where a stylus comes, it was a resting hand.
    if (drawing !== null && fingers.has(drawing)) end(false);
    if (drawing !== null || (touch && fingers.size > 1)) return;
    room.focus({ preventScroll: true });
    room.setPointerCapture(event.pointerId);
    drawing = event.pointerId;
    handNow().begin(placeOf(event), eraser);
  };
  const move = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') handNow().hover(placeOf(event));
    const from = fingers.get(event.pointerId);
    const to = { x: event.clientX, y: event.clientY };
    if (from) fingers.set(event.pointerId, to);
    if (event.pointerId === drawing) for (const one of partsOf(event)) handNow().draw(placeOf(one));
    else if (from && drawing === null && fingers.size === 2) {
      for (const [id, still] of fingers) if (id !== event.pointerId) handNow().pinch?.(from, to, still);
    }
  };
  const end = (kept: boolean) => {
    drawing = null;
    handNow().end(kept);
  };
  const lift = (event: PointerEvent) => {
    fingers.delete(event.pointerId);
    if (event.pointerId === drawing) end(event.type === 'pointerup');
  };
  const leave = () => handNow().hover(null);
  room.addEventListener('pointerdown', press, { signal });
  room.addEventListener('pointermove', move, { signal });
  room.addEventListener('pointerup', lift, { signal });
  room.addEventListener('pointercancel', lift, { signal });
  room.addEventListener('pointerleave', leave, { signal });
}

/** Where a pointer was since the last move. Over plain http, and in older browsers, nobody says. */
function partsOf(event: PointerEvent): readonly PointerEvent[] {
  const parts = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
  return parts.length > 0 ? parts : [event];
}
