import { describe, expect, test } from 'vitest';
import { assignInks } from '../../scenes/optimizers/runs/assignInks.ts';
import { headShapes, HUES, inkColours } from '../../src/state/ink.ts';
import { MAX_ENABLED } from '../../scenes/optimizers/state/defaults.ts';
import { optimizerIds } from '../../src/optimizers/index.ts';
import { palettes } from '../../src/view/palette.ts';
import { rampStops } from '../../src/view/ramp.ts';
import { contrast, deltaE, labOf, visions } from './colourVision.ts';

const themes = ['light', 'dark'] as const;
const eyes = Object.keys(visions) as (keyof typeof visions)[];
const pairsOf = <T>(list: readonly T[]) => list.flatMap((a, i) => list.slice(i + 1).map((b) => [a, b] as const));

test('the measuring itself: pairs of table 1 of Sharma, Wu & Dalal 2005, black on white, a red and a green', () => {
  expect(deltaE([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(deltaE([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
  expect(deltaE([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
  // Black on white, and what a person without green cones confuses: these two reds and greens differ by less than half of what others see.
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 4);
  const [red, green] = ['#a85a3c', '#6f7a3a'];
  const seen = eyes.map((eye) => deltaE(labOf(red, eye), labOf(green, eye)));
  expect(seen[2]).toBeLessThan(seen[0]! / 2);
});

describe.each(themes)('%s theme', (theme) => {
  const colours = inkColours[theme];
  const palette = palettes[theme];

  test.each(eyes)('any two paths differ, as seen with %s: ΔE00 ≥ 12, six times what is just seen', (eye) => {
    const close = pairsOf(colours)
      .map(([a, b]) => ({ a, b, by: deltaE(labOf(a, eye), labOf(b, eye)) }))
      .filter(({ by }) => by < 12);
    expect(close).toEqual([]);
  });

  test.each(eyes)('no path sinks into the surface, as seen with %s: ΔE00 ≥ 12 from every stop of the ramp', (eye) => {
    for (const colour of colours) {
      for (const stop of rampStops[theme]) {
        expect({ colour, stop, by: deltaE(labOf(colour, eye), labOf(stop, eye)) }).toMatchObject({
          by: expect.toSatisfy((by: number) => by >= 12) as number,
        });
      }
    }
  });

  test('names in these colours read on the page: 4.5 : 1 (WCAG 2.2, 1.4.3)', () => {
    for (const colour of colours) expect(contrast(colour, palette.paper)).toBeGreaterThanOrEqual(4.5);
  });

  test('none is taken for the accent of what is selected: ΔE00 ≥ 20', () => {
    for (const colour of colours) expect(deltaE(labOf(colour), labOf(palette.accent))).toBeGreaterThanOrEqual(20);
  });
});

describe('assignInks', () => {
  test('the book’s four keep their inks whatever else is on; no two share hue or shape', () => {
    expect(HUES).toBeGreaterThanOrEqual(MAX_ENABLED);
    expect(headShapes).toHaveLength(HUES);
    for (const extra of optimizerIds) {
      const enabled = [...new Set(['sgd', 'momentum', 'adagrad', 'adam', extra, 'lion'])].slice(0, MAX_ENABLED);
      const inks = assignInks(optimizerIds, enabled);
      expect([...inks.keys()].sort()).toEqual([...enabled].sort());
      expect(['sgd', 'momentum', 'adagrad', 'adam'].map((id) => inks.get(id)?.hue)).toEqual([0, 1, 2, 3]);
      expect(new Set([...inks.values()].map(({ hue }) => hue)).size).toBe(enabled.length);
      expect(new Set([...inks.values()].map(({ shape }) => shape)).size).toBe(enabled.length);
    }
  });

  test('the order in which they were switched on does not matter', () => {
    const six = ['sgd', 'nesterov', 'adam', 'nadam', 'lion', 'adamax'];
    const reference = assignInks(optimizerIds, six);
    expect(assignInks(optimizerIds, [...six].reverse())).toEqual(reference);
  });
});
