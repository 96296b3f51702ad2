import type { PerspectiveCamera } from 'three';
import type { Box, Viewport } from '../../math/box.ts';
import { shiftOf } from '../../view/clouds/panes.ts';
import { clipFromWorld, projectTo, type Projected } from '../../view/clouds/project.ts';

type At = readonly [x: number, y: number, z: number];

/** A place of the picture that is dragged along one way: a slider in space. */
export interface Handle {
  readonly id: string;
  /** For screen readers; the same as long as the handle is. */
  readonly label: string;
  /** Beside it, and read out. */
  readonly text: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** What a key does. */
  readonly step: number;
  /** In the world: where it is now, and where it would be with a value larger by 1. */
  readonly at: At;
  readonly next: At;
}

export type OnHandle = (id: string, value: number) => void;

/** What keys make of a value; undefined: they are none of a slider's. */
export function keyed({ value, min, max, step }: Omit<Handle, 'at' | 'next'>, key: string): number | undefined {
  const moves: Readonly<Record<string, number>> = {
    ...{ ArrowUp: step, ArrowRight: step, ArrowDown: -step, ArrowLeft: -step },
    ...{ PageUp: 10 * step, PageDown: -10 * step, Home: min - value, End: max - value },
  };
  const move = moves[key];
  return move === undefined ? undefined : Math.min(Math.max(value + move, min), max);
}

/** CSS pixels dragged, as values along the way that a value of 1 takes on the screen; seen end on, nothing. */
export function alongWay(dx: number, dy: number, way: { readonly x: number; readonly y: number }): number {
  const lengthSq = way.x * way.x + way.y * way.y;
  return lengthSq > 1 ? (dx * way.x + dy * way.y) / lengthSq : 0;
}

/** A handle as an element of the page, so that mouse, finger, keyboard and screen reader all have it. */
export function createHandle(id: string) {
  let now: { readonly handle: Handle; readonly onChange: OnHandle } | null = null;
  const element = document.createElement('div');
  const name = document.createElement('span');
  element.className = 'scene-handle';
  element.tabIndex = 0;
  element.dataset['handle'] = id;
  element.setAttribute('role', 'slider');
  element.setAttribute('aria-orientation', 'vertical');
  element.append(name);
  const spots: readonly [Projected, Projected] = [
    { x: 0, y: 0, depth: 0 },
    { x: 0, y: 0, depth: 0 },
  ];
  let held: { readonly x: number; readonly y: number; readonly value: number } | null = null;
  element.addEventListener('pointerdown', (event) => {
    if (event.button !== 0 || !now) return;
    held = { x: event.clientX, y: event.clientY, value: now.handle.value };
    element.setPointerCapture(event.pointerId);
    event.stopPropagation();
  });
  element.addEventListener('pointermove', (event) => {
    if (!held || !now) return;
    const { min, max } = now.handle;
    const way = { x: spots[1].x - spots[0].x, y: spots[1].y - spots[0].y };
    const value = held.value + alongWay(event.clientX - held.x, event.clientY - held.y, way);
    now.onChange(id, Math.min(Math.max(value, min), max));
  });
  const release = () => {
    held = null;
  };
  element.addEventListener('pointerup', release);
  element.addEventListener('pointercancel', release);
  element.addEventListener('keydown', (event) => {
    const next = now ? keyed(now.handle, event.key) : undefined;
    if (!now || next === undefined) return;
    // Else the clock would step, too.
    event.stopPropagation();
    event.preventDefault();
    now.onChange(id, next);
  });
  return {
    element,
    set(next: Handle, onChange: OnHandle) {
      now = { handle: next, onChange };
      name.textContent = next.text;
      // What hangs below the middle has its words below.
      element.dataset['low'] = String(next.value < (next.min + next.max) / 2);
      element.setAttribute('aria-label', next.label);
      element.setAttribute('aria-valuemin', String(next.min));
      element.setAttribute('aria-valuemax', String(next.max));
      element.setAttribute('aria-valuenow', String(next.value));
      element.setAttribute('aria-valuetext', next.text);
    },
    place(camera: PerspectiveCamera, size: Viewport, box: Box) {
      const clip = clipFromWorld(camera);
      if (!now) return;
      projectTo(clip, size, ...now.handle.at, spots[0]);
      projectTo(clip, size, ...now.handle.next, spots[1]);
      const shift = shiftOf(box, size);
      element.style.visibility = spots[0].depth > 0 ? 'visible' : 'hidden';
      element.style.transform = `translate(${(spots[0].x + shift.x).toFixed(1)}px, ${(spots[0].y + shift.y).toFixed(1)}px)`;
    },
  };
}
