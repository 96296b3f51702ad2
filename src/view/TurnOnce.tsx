import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useRef } from 'react';
import { Vector3, type PerspectiveCamera } from 'three';
import type { Clock } from '../trace/clock.ts';

const SECONDS = 8;
/** A tab that was out of sight goes on where it was. */
const LONGEST_FRAME = 0.4;
const touches = ['pointerdown', 'wheel', 'keydown', 'touchstart'] as const;

export interface TurnOnceProps {
  readonly clock: Clock;
  /** What the camera looks at, in the world; the same array as long as the framing stays. */
  readonly about: readonly [x: number, y: number, z: number];
  /** How many times as far away as framed the eye goes meanwhile, so that nothing swings out of its room. */
  readonly away: number;
  /** The turn is over, or somebody has something better to do. */
  readonly onEnd: () => void;
}

const middle = new Vector3();

/** The part of a turn that is done after the part `u` of its time: it sets off and comes to rest gently. */
export function turnedPart(u: number): number {
  return u * u * u * (u * (6 * u - 15) + 10);
}

/** The part of a turn's time in which the eye draws back, and comes near again. */
const DRAWING_BACK = 0.15;

/** How far the eye has drawn back after the part `u` of a turn's time, 0 … 1. */
export function drawnBack(u: number): number {
  return turnedPart(Math.min(u / DRAWING_BACK, (1 - u) / DRAWING_BACK, 1));
}

/** Once, when the clock has played and come to its end, carries the camera slowly all around; any touch ends it where it is. */
export function TurnOnce({ clock, about, away, onEnd }: TurnOnceProps) {
  const get = useThree((state) => state.get);
  const invalidate = useThree((state) => state.invalidate);
  const seconds = useRef(0);
  const from = useRef(new Vector3());
  const begun = useRef(false);
  const played = useRef(false);
  useEffect(() => {
    const wake = () => invalidate();
    const end = clock.subscribe(wake);
    wake();
    for (const type of touches) window.addEventListener(type, onEnd, { passive: true, capture: true });
    return () => {
      end();
      for (const type of touches) window.removeEventListener(type, onEnd, { capture: true });
    };
  }, [clock, onEnd, invalidate]);
  useEffect(() => {
    // Another framing carries the camera elsewhere: what is left of the turn begins from there.
    begun.current = false;
  }, [about]);
  useFrame((_, passed) => {
    // A link that shows a step opens at rest, and stays so.
    played.current ||= clock.playing;
    if (clock.playing || !played.current || clock.t < clock.steps) return;
    const { camera } = get() as { camera: PerspectiveCamera };
    const [x, y, z] = about;
    if (!begun.current) from.current.copy(camera.position).sub(middle.set(x, y, z));
    begun.current = true;
    seconds.current += Math.min(passed, LONGEST_FRAME);
    const part = Math.min(seconds.current / SECONDS, 1);
    const angle = 2 * Math.PI * turnedPart(part);
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
