import { expect, test } from 'vitest';
import { ruleOf } from '../../src/optimizers/index.ts';
import type { ParamSpec } from '../../src/params/spec.ts';
import { sceneParams } from '../../scenes/optimizers/state/limits.ts';
import { grainAt } from '../../src/ui/controls/fineDrag.ts';
import { movedTo, nudged, POSITIONS, positionOf, valueAt } from '../../src/ui/controls/scale.ts';

const specs: Readonly<Record<string, ParamSpec>> = {
  ...sceneParams,
  ...ruleOf('adamw', 'torch').params,
  'the bowl’s lr': { ...ruleOf('sgd', 'book').params['lr']!, default: 0.95 },
};

const byPosition = (spec: ParamSpec) => (value: number, direction: 1 | -1) =>
  movedTo(spec, value, Math.round(positionOf(spec, value)) + direction);
const byKey = (spec: ParamSpec) => (value: number, direction: 1 | -1) => nudged(spec, value, direction);

test.each(
  Object.entries(specs).flatMap(([name, spec]) => [
    [name, 'position by position', spec, byPosition(spec)] as const,
    [name, 'by arrow keys', spec, byKey(spec)] as const,
  ]),
)('%s: %s every move moves, from the default to both ends and back, which finds the default', (_, __, spec, press) => {
  for (const direction of [1, -1] as const) {
    const end = direction > 0 ? spec.max : spec.min;
    let value = spec.default;
    for (let presses = 0; value !== end; presses++) {
      const next = press(value, direction);
      expect(Math.sign(next - value)).toBe(direction);
      value = next;
      expect(presses).toBeLessThan(2001);
    }
    const passed = new Set<number>();
    while (value !== (direction > 0 ? spec.min : spec.max)) passed.add((value = press(value, direction > 0 ? -1 : 1)));
    expect(passed).toContain(spec.default);
  }
});

const lr = specs['the bowl’s lr']!;

test('an arrow key changes a number on a log scale by 1 %, to three digits, with Shift by 0.1 %', () => {
  let value = 0.1;
  for (let presses = 0; presses < 400; presses++) {
    const next = nudged(lr, value, 1);
    if (next !== lr.default) expect(Math.abs(next / value - 1.01)).toBeLessThanOrEqual(0.0101);
    value = next;
  }
  expect([nudged(lr, 0.95, 1), nudged(lr, 0.95, -1), nudged(lr, 1.02, -1)]).toEqual([0.959, 0.941, 1.01]);
  expect([nudged(lr, 0.96, 1, true), nudged(lr, 1, 1, true), nudged(lr, 1, -1, true)]).toEqual([0.961, 1.001, 0.999]);
  // Beyond the ends a typed number stays, or comes back.
  expect([nudged(lr, 12, 1), nudged(lr, 12, -1), nudged(lr, 10, 1)]).toEqual([12, 10, 10]);
});

test('a pixel of a fine drag is less than half a per cent, where a plain one is nine', () => {
  const track = 150;
  const pixel = (grain: number) => {
    const from = positionOf(lr, 0.98);
    return valueAt(lr, from + (POSITIONS / track) * grain, grain) / 0.98 - 1;
  };
  expect(pixel(1)).toBeGreaterThan(0.06);
  expect(pixel(grainAt(0, true))).toBeGreaterThan(0);
  expect(pixel(grainAt(0, true))).toBeLessThan(0.006);
  // The same from far away; near the track the hand is not asked to be steady.
  expect(pixel(grainAt(180, false))).toBeLessThan(0.006);
  expect(grainAt(20, false)).toBe(1);
  expect([40, 60, 100, 200].map((far) => grainAt(far, false))).toEqual(
    [40, 60, 100, 200].map((far) => grainAt(far, false)).sort((a, b) => b - a),
  );
});

test('a fine drag passes the default instead of resting on it for a whole position', () => {
  const at = positionOf(lr, lr.default);
  expect(valueAt(lr, at + 0.3, 1 / 20)).toBe(0.9539);
  expect(valueAt(lr, Math.round(20 * at) / 20, 1 / 20)).toBe(0.95);
});
