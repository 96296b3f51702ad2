import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { driveClock } from '../../src/runs/drive.ts';
import { createClock, stepsPerSecond } from '../../src/trace/clock.ts';

/* A browser calls back no animation frame of a tab that is out of sight; here frames come when the test says so. */

let frames: FrameRequestCallback[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function draw(milliseconds: number): void {
  vi.advanceTimersByTime(milliseconds);
  const due = frames;
  frames = [];
  for (const callback of due) callback(performance.now());
}

test('out of sight the clock rests: no timer runs, nothing moves, and coming back leaps half a second at most', () => {
  const clock = createClock(1000);
  const end = driveClock(clock);
  clock.play();
  draw(100);
  const speed = stepsPerSecond(1000);
  expect(clock.t).toBeCloseTo(0.1 * speed, 10);
  // No frame for ten minutes.
  expect(vi.getTimerCount()).toBe(0);
  vi.advanceTimersByTime(600_000);
  expect(clock.t).toBeCloseTo(0.1 * speed, 10);
  draw(0);
  expect(clock.t).toBeCloseTo(0.6 * speed, 10);
  expect(clock.playing).toBe(true);
  end();
  expect(frames).toEqual([]);
});

test('at rest nothing is scheduled, and play asks for one frame at a time', () => {
  const clock = createClock(10);
  driveClock(clock);
  expect(frames.length).toBe(0);
  clock.play();
  expect(frames.length).toBe(1);
  draw(16);
  expect(frames.length).toBe(1);
  clock.pause();
  draw(16);
  expect(frames.length).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
