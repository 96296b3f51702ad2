import { expect, test } from 'vitest';
import { createFrameTimes } from '../../scenes/optimizers/machine/frameTimes.ts';

test('no gap before the second frame', () => {
  const times = createFrameTimes();
  expect(times.summary()).toBeNull();
  times.drawn(5);
  expect(times.summary()).toBeNull();
  times.drawn(21);
  expect(times.summary()).toEqual({ count: 1, median: 16, p95: 16, longest: 16 });
});

test('the last 120 gaps: median, 95th percentile, longest', () => {
  const times = createFrameTimes();
  let now = 0;
  times.drawn(now);
  // Slow ones that are forgotten again, then 1, 2, … 120 ms.
  for (let i = 0; i < 50; i++) times.drawn((now += 900));
  for (let gap = 1; gap <= 120; gap++) times.drawn((now += gap));
  expect(times.summary()).toEqual({ count: 120, median: 61, p95: 115, longest: 120 });
});

test('rest between two drawings is no frame', () => {
  const times = createFrameTimes();
  for (const now of [0, 10, 5000, 5010]) times.drawn(now);
  expect(times.summary()).toEqual({ count: 2, median: 10, p95: 10, longest: 10 });
});
