import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { model as sdm } from '../../scenes/sdm/model.ts';
import { holdUntilDrawn } from '../../src/runs/hold.ts';
import { syncClock } from '../../src/runs/sync.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const painted = () => null as never;
function opened(mayPlay = true) {
  const session = sdm.open({}, false);
  const end = holdUntilDrawn(session);
  syncClock(session, () => mayPlay);
  return { ...session, end };
}

test('a run that is shorter than its picture is awaited begins with the picture', () => {
  const { clock, pictures } = opened();
  expect(clock.playing).toBe(true);
  for (let seconds = 0; seconds < 5; seconds++) clock.advance(1);
  expect([clock.t, clock.playing]).toEqual([0, true]);
  pictures.setState({ draw: painted });
  clock.advance(1);
  expect(clock.t).toBeGreaterThan(0);
  // Another picture of the same scene holds nothing up any more.
  pictures.setState({ draw: null });
  clock.advance(1);
  expect(clock.t).toBeGreaterThan(4);
});

test('what is asked for while it waits is done: a step, a rest; and without a picture it goes on after six seconds', () => {
  const { clock } = opened();
  clock.seek(3);
  expect(clock.t).toBe(3);
  vi.advanceTimersByTime(6001);
  clock.advance(1);
  expect(clock.t).toBeGreaterThan(3);
});

test('a page that goes away waits for nothing', () => {
  const { clock, end } = opened();
  end();
  expect([clock.held, vi.getTimerCount()]).toEqual([false, 0]);
});
