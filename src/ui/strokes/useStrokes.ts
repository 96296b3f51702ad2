import { useEffect, useRef, type RefObject } from 'react';
import { followStrokes, type StrokeHand } from './follow.ts';

/** Strokes in a `room`, on the `paper` in it: see `followStrokes`. */
export function useStrokes(
  room: RefObject<HTMLElement | null>,
  paper: RefObject<HTMLElement | null>,
  hand: StrokeHand,
): void {
  const now = useRef(hand);
  useEffect(() => {
    now.current = hand;
  });
  useEffect(() => {
    if (!room.current || !paper.current) return undefined;
    const ending = new AbortController();
    followStrokes({ room: room.current, paper: paper.current, signal: ending.signal }, () => now.current);
    return () => ending.abort();
  }, [room, paper]);
}
