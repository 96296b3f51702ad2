import { describe, expect, test } from 'vitest';
import { neighbourhoodOf, seenOf } from '../../scenes/optimizers/near/neighbourhood.ts';
import { nearestDot } from '../../scenes/optimizers/pointed/nearestDot.ts';
import { readingOf } from '../../scenes/optimizers/pointed/pointed.ts';
import { exitsOf } from '../../scenes/optimizers/relief/exits.ts';
import { surfaceIds } from '../../src/surfaces/index.ts';
import { contains } from '../../src/surfaces/domain.ts';
import { carried } from '../../src/view/CameraRig.tsx';
import { displayPoint } from '../../src/view/display.ts';
import { sceneOf, sgdAlone } from '../view/states.ts';

describe('the iterate that is pointed at', () => {
  const { runs, model } = sceneOf(sgdAlone(0.95, 30));
  const flat = (x: number, y: number): readonly (readonly [number, number])[] => [[100 * x, 100 * y]];
  const at = (row: number) => [-7 * 0.905 ** row, 2 * (-0.9) ** row] as const;

  test('is the nearest within reach, of those that are drawn', () => {
    const [x, y] = at(5);
    expect(nearestDot(runs, 30, flat, [100 * x + 4, 100 * y - 3], 10)).toEqual({ id: 'sgd', row: 5 });
    expect(nearestDot(runs, 30, flat, [100 * x + 4, 100 * y - 3], 4.9)).toBeNull();
    expect(nearestDot(runs, 4.9, flat, [100 * x, 100 * y], 10)).toBeNull();
  });

  test('counts wherever it is drawn, nowhere where it is not, and the later of two at one place', () => {
    const twice = (x: number, y: number) => [[NaN, NaN] as const, [100 * x, 100 * y + 1000] as const];
    const [x, y] = at(2);
    expect(nearestDot(runs, 30, twice, [100 * x, 100 * y + 1000], 5)).toEqual({ id: 'sgd', row: 2 });
    expect(nearestDot(runs, 30, () => [], [0, 0], 1e9)).toBeNull();
    expect(nearestDot(runs, 30, () => [[3, 4]], [0, 0], 5)).toEqual({ id: 'sgd', row: 30 });
  });

  test('reads which run and step, x, y, f and |∇f| in closed form; a place reads the surface there', () => {
    const [x, y] = at(7);
    const pointed = { clientX: 0, clientY: 0, x: 1, y: 1, dot: { id: 'sgd', row: 7 } };
    const reading = readingOf(pointed, runs, model.objective);
    expect(reading.run?.name).toBe('SGD');
    expect(reading.x).toBeCloseTo(x, 12);
    expect(reading.f).toBeCloseTo(x ** 2 / 20 + y ** 2, 12);
    expect(reading.slope).toBeCloseTo(Math.hypot(x / 10, 2 * y), 12);
    expect(readingOf({ ...pointed, dot: null }, runs, model.objective)).toMatchObject({
      run: null,
      x: 1,
      y: 1,
      f: 1.05,
    });
  });

  test('follows its run: another start, other numbers; a step that the run no longer has is the place', () => {
    const pointed = { clientX: 0, clientY: 0, x: 1, y: 1, dot: { id: 'sgd', row: 0 } };
    const moved = sceneOf({ ...sgdAlone(0.95, 30), start: [3, 1] });
    expect(readingOf(pointed, moved.runs, model.objective)).toMatchObject({ x: 3, y: 1, f: 1.45 });
    expect(readingOf({ ...pointed, dot: { id: 'sgd', row: 31 } }, runs, model.objective)).toMatchObject({
      run: null,
      f: 1.05,
    });
  });
});

describe('where the runs end', () => {
  test.each(surfaceIds)(
    '%s: the last iterates that are near one another lie in it, told apart, and below its cut',
    (surface) => {
      const { state, runs } = sceneOf({ surface });
      const near = neighbourhoodOf(state, runs);
      if (!near) return;
      const { domain, cut } = near;
      const size = Math.max(domain[1] - domain[0], domain[3] - domain[2]);
      const whole = state.surface.domain;
      expect(size).toBeLessThan(0.26 * Math.max(whole[1] - whole[0], whole[3] - whole[2]));
      const ends = runs
        .map(({ record }) => ({ row: record.count - 1, record }))
        .filter(({ row, record }) => contains(domain, record.x[2 * row]!, record.x[2 * row + 1]!));
      expect(ends.length).toBeGreaterThan(0);
      for (const { row, record } of ends) expect(record.f[row]).toBeLessThanOrEqual(cut);
      // Vertex buffers hold it: float32 tells a thousandth of it from nothing.
      expect(size / Math.max(...domain.map(Math.abs))).toBeGreaterThan(1e-3);
    },
  );

  test('the opening state: the minimum in the middle, all four ends in it, ten times as large and more', () => {
    const { state, runs } = sceneOf();
    const { domain, cut } = neighbourhoodOf(state, runs)!;
    expect([domain[0] + domain[1], domain[2] + domain[3]]).toEqual([0, 0]);
    expect(domain[1]).toBeLessThan(2.5);
    for (const { record } of runs) expect(contains(domain, record.x[60]!, record.x[61]!)).toBe(true);
    expect(cut).toBeLessThan(1);
  });

  test('is drawn as a surface of its own while the state says so, with the same records, and nobody leaves the map there', () => {
    const { state, runs } = sceneOf({ near: true });
    const seen = seenOf(state, runs);
    expect(seen.surface.domain).toEqual(neighbourhoodOf(state, runs)!.domain);
    expect(exitsOf(runs[0]!, { ...sceneOf().model, partial: true })).toEqual([]);
    const whole = { ...state, near: false };
    expect(seenOf(whole, runs)).toBe(whole);
  });

  test('is nowhere where no run ends on the map', () => {
    const { state, runs } = sceneOf(sgdAlone(1.05, 30));
    expect(neighbourhoodOf(state, runs)).toBeNull();
    expect(seenOf({ ...state, near: true }, runs).surface).toBe(state.surface);
  });
});

test('a flight begins where the eye was: what it sees of the plane stands in the same direction', () => {
  const from = sceneOf().model.display;
  const to = sceneOf().model.display.scale * 8;
  const next = { of: 'a', centreX: 0.5, centreY: -0.25, scale: to };
  const pose = Float64Array.of(3, 30, 25, 1, 0, 2, 0, 0);
  carried(pose, { of: 'a', ...from }, next);
  // The ray from the eye to its target meets the same x, y of the map.
  const target = displayPoint(
    { ...from, ...next },
    1 / from.scale + from.centreX,
    from.centreY - 2 / from.scale,
    from.lowest,
    { x: 0, y: 0, z: 0 },
  );
  expect([pose[3], pose[5]].map((n) => n!.toFixed(9))).toEqual([target.x.toFixed(9), target.z.toFixed(9)]);
  expect([pose[0]! - pose[3]!, pose[1]! - pose[4]!, pose[2]! - pose[5]!].map((n) => n / 8)).toEqual([2, 30, 23]);
});
