import { useThree } from '@react-three/fiber';
import { useEffect, useState } from 'react';
import type { Clock } from '../trace/clock.ts';

/** So long nothing moves before more is drawn than a moving picture can have. Milliseconds. */
const REST = 400;
const touches = ['pointerdown', 'wheel', 'keydown'] as const;

/** Whether the picture stands: the clock rests, and nobody has turned the camera for a while. `key`: whatever else moves it. */
export function useResting(clock: Clock, key: unknown): boolean {
  const canvas = useThree((state) => state.gl.domElement);
  const [resting, setResting] = useState(false);
  useEffect(() => {
    let held = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = () => {
      clearTimeout(timer);
      if (!held && !clock.playing) timer = setTimeout(() => setResting(true), REST);
    };
    const move = () => {
      setResting(false);
      wait();
    };
    const touch = (event: Event) => {
      held = event.type === 'pointerdown';
      move();
    };
    const letGo = () => {
      held = false;
      wait();
    };
    move();
    const end = clock.subscribe(move);
    for (const type of touches) canvas.addEventListener(type, touch, { passive: true });
    for (const type of ['pointerup', 'pointercancel'] as const) window.addEventListener(type, letGo);
    return () => {
      clearTimeout(timer);
      end();
      for (const type of touches) canvas.removeEventListener(type, touch);
      for (const type of ['pointerup', 'pointercancel'] as const) window.removeEventListener(type, letGo);
    };
  }, [canvas, clock, key]);
  return resting;
}
