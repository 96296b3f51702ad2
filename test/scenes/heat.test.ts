import { describe, expect, test } from 'vitest';
import { adopt } from '../../scenes/optimizers/heat/adopt.ts';
import { heatLayout } from '../../scenes/optimizers/heat/layout.ts';
import { planLayout } from '../../scenes/optimizers/book/layout.ts';
import { CELL, heatStops, paintHeat } from '../../src/scene/heat/paint.ts';
import { heatPlanOf } from '../../scenes/optimizers/heat/plan.ts';
import { bestCell, lossScale, stepsScale } from '../../src/scene/heat/scale.ts';
import { axisTicks } from '../../src/scene/heat/ticks.ts';
import { createLabStore } from '../../scenes/optimizers/state/store.ts';
import { decode, encode } from '../../scenes/optimizers/state/url.ts';
import { edgeOf } from '../../src/jobs/tuning/limit.ts';
import { axisValues } from '../../src/tuning/axis.ts';
import { hexToRgb, toOklab } from '../../src/math/oklab.ts';

const store = (link = '') => createLabStore(decode(link).overrides);

describe('what the heat map of a state is of', () => {
  test('lr and momentum about the rate of the experiment; a cell that is adopted changes neither map nor frame, and a link carries it', () => {
    const own = store('v=1&view=heat&sel=momentum');
    const plan = heatPlanOf(own.get())!;
    expect(plan.spec.x).toMatchObject({ name: 'lr', from: 0.001, to: 6, scale: 'log' });
    expect(plan.spec.y).toMatchObject({ name: 'momentum', from: 0, to: 0.99, scale: 'linear' });
    adopt(own, plan.id, plan.now, { lr: 1.313, momentum: 0.4152 });
    const after = heatPlanOf(own.get())!;
    expect(after.now.params).toEqual({ lr: 1.313, momentum: 0.4152 });
    expect(after.spec).toEqual(plan.spec);
    expect(encode(own.get().overrides)).toContain('momentum;lr:1.313;momentum:0.4152');
    // Anything else is another map.
    own.update({ start: [1, 1] });
    expect(heatPlanOf(own.get())!.spec).not.toEqual(plan.spec);
  });

  test('parameters of the surface and the number of updates are adopted where they belong', () => {
    const own = store('v=1&view=heat&hx=steps&hy=anisotropy');
    const { spec, now, id } = heatPlanOf(own.get())!;
    expect([spec.x.name, spec.y.name]).toEqual(['steps', 'anisotropy']);
    adopt(own, id, now, { steps: 200, anisotropy: 5 });
    const { state } = own.get();
    expect([state.steps, state.surface.params]).toEqual([200, { anisotropy: 5 }]);
    expect(state.runs.find(({ id }) => id === 'sgd')!.params).toEqual({ lr: 0.95 });
  });

  test('a parameter that is whole is varied in whole values, so that a cell of L-BFGS can be adopted', () => {
    const { spec } = heatPlanOf(store('v=1&view=heat&sel=lbfgs&o=lbfgs').get())!;
    expect(spec.y.name).toBe('history');
    expect(axisValues(spec.y).every(Number.isInteger)).toBe(true);
  });

  test('a cell of a rule of one’s own is adopted by its run', () => {
    const own = store(
      `v=1&view=heat&sel=own&rule=beta%20%3D%200.9;%20m%20%3D%20beta*m%20%2B%20g;%20x%20%3D%20x%20-%20lr*m&o=own;lr:0.02`,
    );
    const plan = heatPlanOf(own.get())!;
    expect(plan.id).toBe('own');
    adopt(own, plan.id, plan.now, { [plan.spec.x.name]: 0.25 });
    expect(own.get().state.runs.find(({ id }) => id === 'own')!.params[plan.spec.x.name]).toBe(0.25);
  });

  test('no edge of stability is drawn where a schedule changes lr on the way', () => {
    const edge = (link: string) => {
      const { spec } = heatPlanOf(store(link).get())!;
      return edgeOf(spec, store(link).get().state.surface.minima).length;
    };
    expect(edge('v=1&view=heat')).toBeGreaterThan(0);
    expect(edge('v=1&view=heat&sch=cosine,30,0')).toBe(0);
  });

  test.each([
    ['hx=momentum', ['momentum', 'lr']],
    ['hy=lr', ['momentum', 'lr']],
    ['hx=lr&hy=lr', ['lr', 'momentum']],
    ['hx=beta1', ['lr', 'momentum']],
    ['hy=steps', ['lr', 'steps']],
  ])('%s of Momentum gives the axes %j', (link, names) => {
    const { spec } = heatPlanOf(store(`v=1&view=heat&sel=momentum&${link}`).get())!;
    expect([spec.x.name, spec.y.name]).toEqual(names);
  });

  test('there is none where no optimizer runs', () => {
    expect(heatPlanOf(store('v=1&view=heat&o=-sgd,-momentum,-adagrad,-adam').get())).toBeNull();
  });
});

// 2 × 2: one that fell to the floor, one a thousandth of the start, one that rose, one that diverged.
const map = {
  ...{ columns: 2, rows: 2 },
  loss: Float64Array.of(5, 5.001, 7, NaN),
  first: Float64Array.of(6, 6, 6, 6),
  converged: Float64Array.of(3, NaN, NaN, NaN),
};

describe('its colours', () => {
  test('count f above its floor by powers of ten, and tell what rose and what diverged', () => {
    const scale = lossScale(map, 5);
    expect([0, 1, 2, 3].map(scale.fate)).toEqual(['on', 'on', 'off', 'gone']);
    expect([scale.high, scale.at(0), scale.at(1)]).toEqual([6, 0, 0]);
    expect(scale.low).toBeCloseTo(5.001, 12);
    const finer = lossScale({ ...map, loss: Float64Array.of(5.1, 5.001, 5.01, NaN) }, 5);
    expect([0, 1, 2].map((cell) => Number(finer.at(cell).toFixed(6)))).toEqual([0.666667, 0, 0.333333]);
    const steps = stepsScale(map);
    expect([0, 1, 2, 3].map(steps.fate)).toEqual(['on', 'off', 'off', 'gone']);
    expect(bestCell(map.loss)).toBe(0);
    expect(bestCell(Float64Array.of(NaN))).toBe(-1);
  });

  test('row 0 lies at the bottom; a cell that is still to come looks like the coarser one that holds it', () => {
    const first = Float64Array.of(6, NaN, NaN, NaN);
    const { width, height, pixels } = paintHeat({ columns: 2, rows: 2 }, lossScale({ ...map, first }, 5), 'light', 2);
    expect([width, height]).toEqual([2 * CELL, 2 * CELL]);
    const at = (x: number, y: number) => [...pixels.subarray(4 * (y * width + x), 4 * (y * width + x) + 3)];
    const dark = hexToRgb(heatStops.light[0]).map((c) => Math.round(255 * c));
    for (const [x, y] of [
      [1, height - 2],
      [CELL + 1, 1],
    ] as const)
      expect(at(x, y)).toEqual(dark);
    const whole = paintHeat({ columns: 2, rows: 2 }, lossScale(map, 5), 'light', 1);
    const colours = (column: number, row: number) => {
      const seen = new Set<string>();
      for (let y = 0; y < CELL; y++)
        for (let x = 0; x < CELL; x++) {
          const place = 4 * (((1 - row) * CELL + y) * width + column * CELL + x);
          seen.add(whole.pixels.subarray(place, place + 3).join());
        }
      return seen;
    };
    expect(colours(0, 0)).toEqual(new Set([dark.join()]));
    // Dots and hatching, told apart without hue.
    expect([colours(0, 1).size, colours(1, 1).size]).toEqual([2, 2]);
  });

  test('lightness goes one way, so that it reads without hue', () => {
    for (const [theme, sign] of [
      ['light', 1],
      ['dark', -1],
    ] as const) {
      const lightness = heatStops[theme].map((hex) => toOklab(hexToRgb(hex))[0]);
      lightness.slice(1).forEach((value, i) => expect(sign * (value - lightness[i]!)).toBeGreaterThan(0.05));
    }
  });

  test('ticks are round and no more than there is room for', () => {
    const lr = { name: 'lr', from: 0.001, to: 6, count: 64, scale: 'log' } as const;
    expect(axisTicks(lr, 5)).toEqual([0.001, 0.01, 0.1, 1]);
    expect(axisTicks(lr, 8)).toEqual([0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3]);
    expect(axisTicks(lr, 2)).toEqual([0.001, 0.1]);
    expect(axisTicks({ ...lr, from: 0, to: 0.99, scale: 'linear' }, 5)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
    const depth = { ...lr, from: 0, to: 5, count: 6, scale: 'linear', integer: true } as const;
    expect(axisTicks(depth, 12)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});

test('on a phone the map is as wide as the room and has most of it; the plan below it and the words stay within', () => {
  const of = (width: number, height: number, lines = 2) =>
    heatLayout(planLayout({ width, height, count: 2, aspect: 1, lines: 3 }), () => lines)!;
  for (const [width, height, lines] of [
    [374, 420, 2],
    [374, 420, 3],
    [304, 330, 3],
    [470, 900, 2],
  ] as const) {
    const { map, plan, stacked, rooms } = of(width, height, lines);
    expect(stacked).toBe(true);
    expect(map.plot.width * map.plot.height).toBeGreaterThan(3 * plan.plot.width * plan.plot.height);
    expect(map.plot.width).toBeGreaterThan(0.8 * width);
    // One below the other, numbers and words between them.
    expect(map.title.y - 14).toBeGreaterThanOrEqual(0);
    expect(map.plot.y - map.title.y).toBeGreaterThanOrEqual((lines - 1) * 18 + 6);
    expect(plan.plot.y - map.plot.y - map.plot.height).toBeGreaterThanOrEqual(24);
    expect(plan.plot.y + plan.plot.height + 24).toBeLessThanOrEqual(height);
    expect(plan.plot.x + plan.plot.width).toBeLessThan(plan.title.x);
    expect(plan.title.x + rooms[1]).toBeLessThanOrEqual(width);
  }
  expect([of(640, 420).stacked, of(374, 200).stacked]).toEqual([false, false]);
});
