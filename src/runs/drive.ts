import type { Clock } from '../trace/clock.ts';

/** A frame that took longer (a hidden tab, a breakpoint) does not make the clock leap. */
const LONGEST_FRAME_SECONDS = 0.5;

/** Advances the clock once an animation frame while it plays; at rest nothing is scheduled. Returns a function that ends it. */
export function driveClock(clock: Clock): () => void {
  let frame = 0;
  let before = 0;
  const tick = (now: number) => {
    clock.advance(Math.min((now - before) / 1000, LONGEST_FRAME_SECONDS));
    before = now;
    frame = clock.playing ? requestAnimationFrame(tick) : 0;
  };
  const start = () => {
    if (frame !== 0 || !clock.playing) return;
    before = performance.now();
    frame = requestAnimationFrame(tick);
  };
  const end = clock.subscribe(start);
  start();
  return () => {
    end();
    cancelAnimationFrame(frame);
  };
}
