import { useRef, type PointerEvent } from 'react';
import { POSITIONS } from './scale.ts';

/** Shift makes a drag this much finer. */
const SHIFT = 1 / 20;
/** A hand that strays this far from the track still drags plainly, CSS pixels; so much further on it drags half as far. */
const NEAR = 24;
const HALF_AT = 32;

/** What share of the plain drag a hand's way counts: less with Shift and with the distance from the track, as on players' scrubbers. */
export function grainAt(distance: number, shift: boolean): number {
  const away = Math.max(distance - NEAR, 0) / HALF_AT;
  return Math.min(shift ? SHIFT : 1, 1 / (1 + away * away));
}

interface Held {
  x: number;
  /** Where the hand has the knob, in positions; beyond the ends too, so that it comes back where it left. */
  position: number;
}

/**
 * A hand on a slider. The browser's own drag knows whole positions alone; while a hand is on it (`holds`), these handlers say where it
 * goes: `move(position, grain)`, fractional. A press beside the knob brings it there, with Shift it drags finely from where it stands.
 */
export function useFineDrag(position: number, move: (position: number, grain: number) => void) {
  const held = useRef<Held | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLInputElement>) => {
    if (event.button !== 0) return;
    const { left, track, knob } = roomOf(event.currentTarget);
    const at = ((event.clientX - left) / track) * POSITIONS;
    const beside = Math.abs(at - position) * track > (knob / 2) * POSITIONS;
    held.current = { x: event.clientX, position: beside && !event.shiftKey ? at : position };
    event.currentTarget.setPointerCapture(event.pointerId);
    if (held.current.position !== position) move(at, 1);
  };
  const onPointerMove = (event: PointerEvent<HTMLInputElement>) => {
    const hand = held.current;
    if (!hand || event.clientX === hand.x) return;
    const { track, middle } = roomOf(event.currentTarget);
    const grain = grainAt(Math.abs(event.clientY - middle), event.shiftKey);
    hand.position += ((event.clientX - hand.x) / track) * POSITIONS * grain;
    hand.x = event.clientX;
    move(hand.position, grain);
  };
  const release = () => {
    held.current = null;
  };
  return {
    holds: () => held.current !== null,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp: release,
      onPointerCancel: release,
      onLostPointerCapture: release,
    },
  };
}

/** Where the knob's middle goes: from `left`, `track` pixels far. */
function roomOf(input: HTMLInputElement) {
  const { left, top, width, height } = input.getBoundingClientRect();
  const knob = parseFloat(getComputedStyle(input).getPropertyValue('--knob-size')) || 16;
  return { left: left + knob / 2, track: Math.max(width - knob, 1), knob, middle: top + height / 2 };
}
