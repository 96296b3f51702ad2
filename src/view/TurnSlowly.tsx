import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useRef, useState } from 'react';
import { Vector3, type PerspectiveCamera } from 'three';
import type { Clock } from '../trace/clock.ts';
import { createTurning, drawnBack, HOLD } from './turning.ts';

/** A tab that was out of sight goes on where it was. */
const LONGEST_FRAME = 0.4;
const touches = ['pointerdown', 'wheel', 'keydown', 'touchstart'] as const;

export interface TurnSlowlyProps {
  readonly clock: Clock;
  /** What the camera looks at, in the world; the same array as long as the framing stays. */
  readonly about: readonly [x: number, y: number, z: number];
  /** How many times as far away as framed the eye goes meanwhile, so that nothing swings out of its room. */
  readonly away: number;
  /** The turn is over. */
  readonly onEnd: () => void;
}

const middle = new Vector3();

/**
 * When the clock has played and come to its end, carries the camera slowly around, and around again; whatever somebody does makes it stand for a while.
 * Meanwhile, and in the end, nothing is drawn.
 */
export function TurnSlowly({ clock, about, away, onEnd }: TurnSlowlyProps) {
  const get = useThree((state) => state.get);
  const invalidate = useThree((state) => state.invalidate);
  const [turning] = useState(createTurning);
  const from = useRef(new Vector3());
  const begun = useRef(false);
  const played = useRef(false);
  const held = useRef(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wake = () => invalidate();
    const hold = () => {
      held.current = true;
      clearTimeout(timer);
      timer = setTimeout(() => {
        held.current = false;
        wake();
      }, HOLD);
    };
    const end = clock.subscribe(wake);
    wake();
    for (const type of touches) window.addEventListener(type, hold, { passive: true, capture: true });
    return () => {
      clearTimeout(timer);
      end();
      for (const type of touches) window.removeEventListener(type, hold, { capture: true });
    };
  }, [clock, invalidate]);
  useEffect(() => {
    // Another framing carries the camera elsewhere: what is left of the turn begins from there.
    begun.current = false;
  }, [about]);
  useFrame((_, passed) => {
    // A link that shows a step opens at rest, and stays so.
    played.current ||= clock.playing;
    if (clock.playing || !played.current || clock.t < clock.steps) return;
    turning.pass(Math.min(passed, LONGEST_FRAME), held.current);
    if (held.current) return;
    const { camera } = get() as { camera: PerspectiveCamera };
    const [x, y, z] = about;
    if (!begun.current) from.current.copy(camera.position).sub(middle.set(x, y, z));
    begun.current = true;
    const part = turning.part();
    const angle = turning.angle();
    const times = 1 + (away - 1) * drawnBack(part);
    const [c, s] = [times * Math.cos(angle), times * Math.sin(angle)];
    const eye = from.current;
    camera.position.set(x + c * eye.x + s * eye.z, y + times * eye.y, z + c * eye.z - s * eye.x);
    camera.lookAt(x, y, z);
    if (part < 1) invalidate();
    else onEnd();
  }, -1.5);
  return null;
}
