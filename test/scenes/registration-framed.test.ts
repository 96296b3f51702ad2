import { expect, test } from 'vitest';
import { pairOf } from '../../scenes/registration/runs/pair.ts';
import { scansSeen, seenAt } from '../../scenes/registration/scans/seen.ts';
import { identity } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';

test('once registered, the picture is framed to the clouds as they lie then, not to where the source came from', () => {
  const rng = createRng(3, 'framed');
  const target = Float64Array.from({ length: 1500 }, () => rng.between(-1, 1));
  const source = target.map((value, i) => value + (i % 3 === 0 ? 4 : 0));
  const pair = pairOf({
    ...{ id: 'apart', source: { points: source }, target: { points: target }, asIs: identity(), unit: 'm' },
  });
  const seen = scansSeen(pair)!;
  const back = identity();
  back[3] = -4;
  const { outline, about } = seenAt(seen, back);
  expect(about.radius).toBeLessThan(0.7 * seen.about.radius);
  expect(seenAt(seen, pair.asIs).outline).toEqual(seen.outline);
  // Nothing is left at the place that the source came from: 4 units right of the target's middle.
  const right = (points: readonly number[]) => Math.max(...points.filter((_, i) => i % 3 === 0)) / seen.space.scale;
  expect(right(seen.outline)).toBeGreaterThan(3);
  expect(right(outline)).toBeLessThan(1.1);
});
