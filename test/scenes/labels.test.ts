import { describe, expect, test } from 'vitest';
import { exitLabels } from '../../scenes/optimizers/relief/labels/exits.ts';
import { headLabels } from '../../scenes/optimizers/relief/labels/heads.ts';
import { swarmLabel } from '../../scenes/optimizers/relief/labels/places.ts';
import type { LabelInputs } from '../../scenes/optimizers/relief/labels/types.ts';
import { createFrameState, writeFrame } from '../../scenes/optimizers/relief/frameState.ts';
import { eventsOf } from '../../scenes/optimizers/runs/events.ts';
import { eventInWords } from '../../scenes/optimizers/say/eventInWords.ts';
import { wordsOf } from '../../src/ui/useText.ts';
import { displayPoint, floorPoint } from '../../src/view/display.ts';
import { palettes } from '../../src/view/palette.ts';
import { sceneOf, sgdAlone } from '../view/states.ts';
import { words as sceneWords } from '../../scenes/optimizers/words/index.ts';
import { addTexts } from '../../src/i18n/index.ts';

addTexts(sceneWords);

/** The picture from straight above, 20 pixels a world unit, so that places can be told by hand; height lifts a little. */
const above = ({ x, y, z }: { x: number; y: number; z: number }) => ({ x: 20 * x, y: 20 * z - y });

function inputs(lr: number, t: number, dots: Float32Array | null = null, language: 'ja' | 'en' = 'en'): LabelInputs {
  const { state, runs, model } = sceneOf(sgdAlone(lr, 30));
  const frame = createFrameState();
  writeFrame(frame, model, runs, t);
  frame.dots = dots;
  return {
    state,
    runs,
    model,
    frame,
    palette: palettes.light,
    words: wordsOf(language),
    project: above,
    eye: { x: 0, y: 10, z: 10 },
    guess: null,
    basins: [],
    swarm: { count: 4096, name: 'SGD' },
    lit: null,
  };
}

describe('one event, one number, at its place', () => {
  test.each([
    ['en', 1.66],
    ['ja', 1.66],
    ['en', 1.05],
    ['ja', 1.05],
    ['en', 3.7],
  ] as const)('%s, lr %d: the picture says the steps and values that the card says', (language, lr) => {
    const given = inputs(lr, 30, null, language);
    const numbers = (text: string) => text.match(/[\d.]+/g);
    const card = eventsOf(given.runs[0]!, given.state).filter(({ kind }) => kind !== 'diverged');
    expect(exitLabels(given).map(({ text }) => numbers(text))).toEqual(
      card.map((event) => numbers(eventInWords(given.words, event))),
    );
  });

  test('lr 1.66: the rim where the line passes f = 8, the exit where the line ends, both led; not before they happen', () => {
    const given = inputs(1.66, 30);
    const [rim, left] = exitLabels(given);
    const at = (x: number, y: number, f: number) =>
      above(displayPoint(given.model.display, x, y, f, { x: 0, y: 0, z: 0 }));
    // Step 1 goes from y = 2 to −4.64, x from −7 to −5.838; step 2 from there to y = 10.76, x = −4.869.
    const on = (from: readonly [number, number], to: readonly [number, number], f: number) => {
      let u = 1;
      const point = () => [from[0] + u * (to[0] - from[0]), from[1] + u * (to[1] - from[1])] as const;
      // Down from the far end, so that the last crossing is found.
      while (point()[0] ** 2 / 20 + point()[1] ** 2 > f) u -= 1e-6;
      return point();
    };
    const passes = on([-7, 2], [-5.838, -4.64], 8);
    const expected = at(...passes, 8);
    expect([rim!.anchorX, rim!.anchorY]).toEqual([expect.closeTo(expected.x, 2), expect.closeTo(expected.y, 2)]);
    const highest = given.model.cuts[30]!;
    const ends = on([-5.838, -4.64], [-4.868892, 10.7648], highest);
    const end = at(...ends, highest);
    expect([left!.anchorX, left!.anchorY]).toEqual([expect.closeTo(end.x, 2), expect.closeTo(end.y, 2)]);
    expect([rim!.led, left!.led]).toEqual([true, true]);
    expect(exitLabels(inputs(1.66, 0))).toEqual([]);
    expect(exitLabels(inputs(1.66, 1)).map(({ id }) => id)).toEqual(['rim-sgd']);
  });

  test('lr 1.05: it leaves where the last step is seen last, at f = 32 on its way to the border, though both its ends are higher', () => {
    const given = inputs(1.05, 30);
    const at = (n: number) => [-7 * (1 - 1.05 / 10) ** n, 2 * (1 - 2 * 1.05) ** n] as const;
    const step = Array.from({ length: 31 }, (_, n) => n).find((n) => Math.abs(at(n)[1]) > 10)!;
    const [from, to] = [at(step - 1), at(step)];
    let u = 1;
    const point = () => [from[0] + u * (to[0] - from[0]), from[1] + u * (to[1] - from[1])] as const;
    while (point()[0] ** 2 / 20 + point()[1] ** 2 > 32) u -= 1e-6;
    const end = above(displayPoint(given.model.display, ...point(), 32, { x: 0, y: 0, z: 0 }));
    const left = exitLabels(given)[1]!;
    expect([left.anchorX, left.anchorY]).toEqual([expect.closeTo(end.x, 2), expect.closeTo(end.y, 2)]);
  });

  test('thrown off the map from above the rim, it was never seen: it leaves by its shadow, at the border', () => {
    // From (9, 9), where f = 85 and ∇f = (0.9, 18), along −(0.9 − 20, 18 − 40): to the border y = 10 at x = 9 + 19.1 / 22.
    const inject = { step: 1, gradient: [-20, -40] } as const;
    const { state, runs, model } = sceneOf({ ...sgdAlone(0.95, 30), start: [9, 9], inject });
    const frame = createFrameState();
    writeFrame(frame, model, runs, 30);
    const left = exitLabels({ ...inputs(0.95, 0), state, runs, model, frame }).find(({ id }) => id === 'left-sgd')!;
    const border = above(floorPoint(model.display, 9 + 19.1 / 22, 10, { x: 0, y: 0, z: 0 }));
    expect([left.anchorX, left.anchorY]).toEqual([expect.closeTo(border.x, 6), expect.closeTo(border.y, 6)]);
  });
});

describe('the swarm is named only where it is seen', () => {
  const dots = (count: number, at: (i: number) => readonly [number, number]) =>
    Float32Array.from(Array.from({ length: count }, (_, i) => [...at(i), ...at(i)]).flat());
  const spread = dots(4096, (i) => [((i % 64) - 32) / 8, (Math.floor(i / 64) - 32) / 16]);
  test('not before it is computed, not when it has shrunk to a smear, not when nearly all are off the map', () => {
    expect(swarmLabel(inputs(0.95, 0))).toEqual([]);
    expect(
      swarmLabel(
        inputs(
          0.95,
          0,
          dots(4096, (i) => [0.001 * (i % 64), 0]),
        ),
      ),
    ).toEqual([]);
    expect(
      swarmLabel(
        inputs(
          0.95,
          0,
          dots(4096, (i) => (i % 64 === 0 ? [i / 4096, 1] : [50, 50])),
        ),
      ),
    ).toEqual([]);
  });
  test('led to one of its dots, the highest on the screen', () => {
    const given = inputs(0.95, 0, spread);
    const [label] = swarmLabel(given);
    expect(label).toMatchObject({ text: '4,096 starts, SGD', led: true });
    const ys: number[] = [];
    for (let i = 0; i < 4096; i += 8) {
      const [x, y] = [spread[4 * i]!, spread[4 * i + 1]!];
      ys.push(above(displayPoint(given.model.display, x, y, x ** 2 / 20 + y ** 2, { x: 0, y: 0, z: 0 })).y);
    }
    expect(label!.anchorY).toBeCloseTo(Math.min(...ys), 4);
  });
});

test('the name at the head of the optimizer that is lit up is lit, and no other one', () => {
  const heads = (lit: string | null) => {
    const { state, runs, model } = sceneOf();
    const frame = createFrameState();
    writeFrame(frame, model, runs, 3);
    const given: LabelInputs = { ...inputs(0.95, 3), state, runs, model, frame, lit };
    return headLabels(given);
  };
  expect(heads(null).filter(({ lit }) => lit)).toEqual([]);
  expect(heads('momentum').length).toBeGreaterThan(1);
  expect(
    heads('momentum')
      .filter(({ lit }) => lit)
      .map(({ id }) => id),
  ).toEqual(['head-momentum']);
});
