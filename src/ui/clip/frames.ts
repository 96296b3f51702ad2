/** How long a clip is, and how long of it the end stands still: what has come to rest is what one wants to see before it starts over. */
export const SECONDS = 6;
const REST_SECONDS = 1;

/** Where the clock stands in each frame of a clip: evenly from 0 to `steps`, then at rest. */
export function clockTimes(steps: number, framesPerSecond: number): readonly number[] {
  const count = Math.max(Math.round(SECONDS * framesPerSecond), 2);
  const moving = Math.max(Math.round((SECONDS - REST_SECONDS) * framesPerSecond), 1);
  return Array.from({ length: count }, (_, k) => steps * Math.min(k / moving, 1));
}
