import { describe, expect, test } from 'vitest';
import { exitPlaces, exitsOf, standsOnPlan } from '../../scenes/optimizers/relief/exits.ts';
import { createFrameState, writeFrame } from '../../scenes/optimizers/relief/frameState.ts';
import { headLabels } from '../../scenes/optimizers/relief/labels/heads.ts';
import { eventsOf } from '../../scenes/optimizers/runs/events.ts';
import { inkColours } from '../../src/state/ink.ts';
import { palettes } from '../../src/view/palette.ts';
import { sceneOf, sgdAlone } from './states.ts';

/* The bowl is x²/20 + y² on ±10, cut at 8; SGD from (−7, 2) is x = −7 (1 − lr/10)ⁿ, y = 2 (1 − 2 lr)ⁿ: closed forms for all below. */
const sgd = (lr: number, n: number) => ({ x: -7 * (1 - lr / 10) ** n, y: 2 * (1 - 2 * lr) ** n });
const f = ({ x, y }: { readonly x: number; readonly y: number }) => (x * x) / 20 + y * y;

describe('model', () => {
  test('the opening state: one cut of 8, the dish’s own rectangle, a floor of 0', () => {
    const { model, state } = sceneOf();
    expect(model.lowest).toBe(0);
    expect([...model.cuts]).toEqual(new Array(state.steps + 1).fill(8));
    // √8 = 2.83 needs ten cells of 0.3125 each way.
    expect(model.rect).toEqual([-10, 10, -3.125, 3.125]);
    expect(model.ticksX.every((tick) => Math.abs(tick) <= 10)).toBe(true);
    expect(model.ticksX[1]! - model.ticksX[0]!).toBe(model.tickStep[0]);
    // Linear contours on round values of f.
    expect(model.contour).toEqual([0, 1]);
    expect(sceneOf({ height: 'log' }).model.contour[0]).toBe(0);
  });

  test('SGD at lr 1.02 climbs over the rim: the cut rises with it, 3 % above its highest iterate, never back', () => {
    const lr = 1.02;
    const { model } = sceneOf(sgdAlone(lr, 30));
    let highest = 0;
    for (const [row, cut] of model.cuts.entries()) {
      highest = Math.max(highest, f(sgd(lr, row)));
      expect(cut).toBeCloseTo(highest > 8 ? Math.min(highest * 1.03, 32) : 8, 9);
    }
    // It is drawn wherever the path goes.
    expect(model.rect[3]).toBeGreaterThanOrEqual(Math.abs(sgd(lr, 30).y));
  });

  test('the cut rises to four times its height, no further', () => {
    expect(Math.max(...sceneOf(sgdAlone(1.05, 30)).model.cuts)).toBe(32);
  });

  test('a lower cut of the visitor’s own leaves the relief’s proportions', () => {
    const [own, given] = [sceneOf().model, sceneOf({ cut: 3 }).model];
    expect(given.cuts[0]).toBeLessThan(own.cuts[0]!);
    expect(given.display).toEqual(own.display);
  });
});

describe('exits', () => {
  test('at lr 1.29 the map is left where the fourth step is seen last: on its way up through f = 32, though both its ends are higher', () => {
    const lr = 1.29;
    const { model, runs, state } = sceneOf(sgdAlone(lr, 30));
    expect([f(sgd(lr, 3)), f(sgd(lr, 4))].every((height) => height > 32)).toBe(true);
    const left = exitPlaces(runs[0]!, model, eventsOf(runs[0]!, state), state.cut).find(({ kind }) => kind === 'left')!;
    expect(left.flat).toBe(false);
    // The last of the two places where the straight step has f = 32: the larger root u of |from + u (to − from)|² in f's own measure.
    const [from, to] = [sgd(lr, 3), sgd(lr, 4)];
    const step = { x: to.x - from.x, y: to.y - from.y };
    const [a, b, c] = [f(step), (from.x * step.x) / 10 + 2 * from.y * step.y, f(from) - 32];
    const u = (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
    expect(left.x).toBeCloseTo(from.x + u * step.x, 6);
    expect(left.y).toBeCloseTo(from.y + u * step.y, 6);
    expect(left.row).toBeCloseTo(3 + u, 6);
  });

  test('SGD at lr 0.95 stays', () => {
    const { model, runs } = sceneOf(sgdAlone(0.95, 30));
    expect(exitsOf(runs[0]!, model)).toEqual([]);
  });

  test('at lr 1.05: over the rim at the step that passes 32, later off the map', () => {
    const lr = 1.05;
    const { model, runs } = sceneOf(sgdAlone(lr, 30));
    const over = Array.from({ length: 31 }, (_, n) => n).find((n) => f(sgd(lr, n)) > 32)!;
    const off = Array.from({ length: 31 }, (_, n) => n).find((n) => Math.abs(sgd(lr, n).y) > 10)!;
    const [rim, left, ...more] = exitsOf(runs[0]!, model);
    expect(more).toEqual([]);
    expect([rim!.kind, rim!.step, left!.kind, left!.step]).toEqual(['rim', over, 'left', off]);
    expect(rim!.f).toBeCloseTo(32, 9);
    expect(rim!.fBeyond).toBeCloseTo(f(sgd(lr, over)), 9);
    // On the straight way between the two iterates.
    const [from, to] = [sgd(lr, over - 1), sgd(lr, over)];
    const u = rim!.row - (over - 1);
    expect(u).toBeGreaterThan(0);
    expect(u).toBeLessThan(1);
    expect(rim!.x).toBeCloseTo(from.x + u * (to.x - from.x), 9);
    expect(rim!.y).toBeCloseTo(from.y + u * (to.y - from.y), 9);
    expect(Math.abs(left!.y)).toBeCloseTo(10, 9);
    expect(standsOnPlan(rim!, model)).toBe(false);
    expect(standsOnPlan(left!, model)).toBe(true);
  });

  test('one leap from inside to beyond the border passes the rim on its way', () => {
    // lr 3: from (−7, 2) to (−4.9, −10) and, in the second step, y = 50.
    const { model, runs } = sceneOf({ ...sgdAlone(3.2, 4) });
    const exits = exitsOf(runs[0]!, model);
    expect(exits.map(({ kind, step }) => [kind, step])).toEqual([
      ['rim', 1],
      ['left', 1],
    ]);
    expect(exits[0]!.row).toBeLessThan(exits[1]!.row);
    expect(exits[0]!.f).toBeCloseTo(Math.max(...model.cuts), 6);
  });
});

describe('frame state', () => {
  const { model, runs } = sceneOf();

  test('on a whole step every head rests on its iterate', () => {
    const frame = createFrameState();
    for (const t of [0, 7, 30]) {
      writeFrame(frame, model, runs, t);
      expect(frame.row).toBe(t);
      for (const [i, { record }] of runs.entries()) {
        expect([...frame.heads.subarray(3 * i, 3 * i + 3)]).toEqual([
          record.x[2 * t],
          record.x[2 * t + 1],
          record.f[t],
        ]);
      }
    }
  });

  test('a head crosses in the first third of a step, on the straight way, at the height of the surface, and then rests', () => {
    const frame = createFrameState();
    const [from, to] = [sgd(0.95, 4), sgd(0.95, 5)];
    for (const [t, u] of [
      [4 + 1 / 6, 0.5],
      [4 + 1 / 12, 0.15625], // smoothstep of ¼: ³⁄₁₆ − ¹⁄₃₂
      [4 + 1 / 3, 1],
      [4.9, 1],
    ] as const) {
      writeFrame(frame, model, runs, t);
      const [x, y, height] = frame.heads;
      expect(x).toBeCloseTo(from.x + u * (to.x - from.x), 9);
      expect(y).toBeCloseTo(from.y + u * (to.y - from.y), 9);
      expect(height).toBeCloseTo(f({ x: x!, y: y! }), 9);
      expect(frame.row).toBeCloseTo(4 + u, 12);
    }
  });

  test('the cut rises with the jump, and a run that diverged rests on its last iterate', () => {
    const diverging = sceneOf(sgdAlone(1.3, 200));
    const frame = createFrameState();
    const { cuts } = diverging.model;
    const step = cuts.findIndex((cut, i) => i > 0 && cut > cuts[i - 1]!);
    writeFrame(frame, diverging.model, diverging.runs, step - 1 + 1 / 6);
    expect(frame.cut).toBeCloseTo((cuts[step - 1]! + cuts[step]!) / 2, 12);
    const { record } = diverging.runs[0]!;
    expect(record.count).toBeLessThan(201);
    writeFrame(frame, diverging.model, diverging.runs, 200);
    expect([...frame.heads.subarray(0, 3)]).toEqual([...record.x.subarray(-2), record.f.at(-1)]);
  });
});

test('each head’s label has its own path’s name and colour, in both themes', () => {
  const { state, model, runs } = sceneOf();
  const frame = createFrameState();
  writeFrame(frame, model, runs, 3);
  for (const theme of ['light', 'dark'] as const) {
    const labels = headLabels({
      state,
      model,
      runs,
      frame,
      palette: palettes[theme],
      words: Object.assign((key: string) => key, {}) as never,
      project: ({ x, y }) => ({ x: 100 * x, y: -100 * y }),
      eye: { x: 0, y: 10, z: 10 },
      swarm: null,
      guess: null,
      basins: [],
      lit: null,
    });
    expect(Object.fromEntries(labels.map(({ id, text, colour }) => [id, [text, colour]]))).toEqual({
      'head-sgd': ['SGD', inkColours[theme][0]],
      'head-momentum': ['Momentum', inkColours[theme][1]],
      'head-adagrad': ['AdaGrad', inkColours[theme][2]],
      'head-adam': ['Adam', inkColours[theme][3]],
    });
  }
});
