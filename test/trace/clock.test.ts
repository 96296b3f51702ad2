import { expect, test } from 'vitest';
import { createClock, stepsPerSecond, type Clock, type ClockEvent } from '../../src/trace/clock.ts';
import { drawnRow, jumpFraction } from '../../src/trace/jump.ts';

/** A clock and all that it says. */
function heard(steps: number): { readonly clock: Clock; readonly events: ClockEvent[] } {
  const clock = createClock(steps);
  const events: ClockEvent[] = [];
  clock.subscribe((event) => events.push(event));
  return { clock, events };
}

test.each([
  [1, 2.5],
  [30, 2.5],
  [60, 5],
  [2000, 2000 / 12],
])('%i steps play at %d a second: 12 s for 30 and for every longer run', (steps, rate) => {
  expect(stepsPerSecond(steps)).toBeCloseTo(rate, 12);
});

test('advance moves by seconds × rate × speed, tells ticks from steps, and ends at rest on the last step', () => {
  const { clock, events } = heard(30);
  expect(clock.advance(1)).toBe(false);
  clock.play();
  expect(clock.advance(0.1)).toBe(true);
  expect(clock.t).toBeCloseTo(0.25, 12);
  clock.speed = 4;
  clock.advance(0.1);
  expect(clock.t).toBeCloseTo(1.25, 12);
  clock.advance(100);
  expect(clock.t).toBe(30);
  expect(clock.playing).toBe(false);
  expect(events).toEqual(['play', 'tick', 'step', 'step', 'end']);
  expect(clock.advance(1)).toBe(false);
});

test('play at the end starts over; with loop it goes round and never ends', () => {
  const { clock, events } = heard(30);
  clock.seek(30);
  clock.play();
  expect(clock.t).toBe(0);
  clock.loop = true;
  clock.advance(13); // 32.5 steps of 30
  expect(clock.t).toBeCloseTo(2.5, 9);
  expect(clock.playing).toBe(true);
  expect(events).not.toContain('end');
});

test('seek clamps, drops what is no number, keeps whether it plays, and is silent when nothing moves', () => {
  const { clock, events } = heard(30);
  clock.play();
  for (const [asked, got] of [
    [12.5, 12.5],
    [-3, 0],
    [99, 30],
    [NaN, 0],
    [Infinity, 0],
  ] as const) {
    clock.seek(asked);
    expect(clock.t).toBe(got);
  }
  expect(clock.playing).toBe(true);
  expect(events).toEqual(['play', 'seek', 'seek', 'seek', 'seek']);
});

test('setSteps keeps the step (clamped) and whether it plays', () => {
  const { clock } = heard(30);
  clock.seek(20);
  clock.play();
  clock.setSteps(100);
  expect([clock.t, clock.steps, clock.playing]).toEqual([20, 100, true]);
  clock.setSteps(10);
  expect([clock.t, clock.steps, clock.playing]).toEqual([10, 10, true]);
});

test('a clock of no steps does not play; an unsubscribed listener hears nothing', () => {
  const clock = createClock(0);
  clock.play();
  expect(clock.playing).toBe(false);
  const events: ClockEvent[] = [];
  clock.subscribe((event) => events.push(event))();
  clock.setSteps(3);
  clock.play();
  expect(events).toEqual([]);
});

test('a head crosses in the first third of a step and rests there for the other two', () => {
  expect([0, 1, 7].map(jumpFraction)).toEqual([0, 0, 0]);
  expect(jumpFraction(4 + 1 / 6)).toBeCloseTo(0.5, 12); // half way through the crossing
  for (const u of [1 / 3, 0.5, 0.99]) expect(jumpFraction(4 + u)).toBeCloseTo(1, 12);
  let before = 0;
  for (let u = 0; u < 1; u += 0.01) {
    const now = jumpFraction(u);
    expect(now).toBeGreaterThanOrEqual(before);
    before = now;
  }
  expect([0, 3, 30].map(drawnRow)).toEqual([0, 3, 30]);
  expect(drawnRow(3.5)).toBe(4);
});

test('show brings it there as a frame of playing would: no seek, nothing at the same place, never beyond its ends', () => {
  const { clock, events } = heard(30);
  clock.show(3.5);
  clock.show(3.75);
  clock.show(3.75);
  clock.show(99);
  expect([clock.t, clock.playing]).toEqual([30, false]);
  expect(events).toEqual(['step', 'tick', 'step']);
});
