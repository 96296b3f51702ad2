import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outlierColour, sourceColour, targetColour } from '../../src/view/clouds/colours.ts';
import { residualRamp, residualStops, residualTable } from '../../src/view/clouds/residualRamp.ts';
import { palettes } from '../../src/view/palette.ts';
import { contrast, deltaE, labOf, visions } from '../state/colourVision.ts';

const eyes = Object.keys(visions) as (keyof typeof visions)[];
const hexOf = (rgb: readonly number[]) =>
  `#${rgb
    .map((c) =>
      Math.round(c * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  const palette = palettes[theme];
  const target = hexOf(targetColour(palette));
  const hexAt = (i: number) => hexOf([...residualTable(theme).subarray(4 * i, 4 * i + 3)].map((c) => c / 255));

  test.each(eyes)(
    'source and target are told apart, as seen with %s: ΔE00 ≥ 12, six times what is just seen',
    (eye) => {
      const close = [0, 1, 2, 3]
        .map((place) => sourceColour(palette, place))
        .filter((hue) => deltaE(labOf(hue, eye), labOf(target, eye)) < 12);
      expect(close).toEqual([]);
    },
  );

  test('each place has a hue of its own', () => {
    expect(new Set([0, 1, 2, 3].map((place) => sourceColour(palette, place))).size).toBe(4);
  });

  test('ink is ink: target and outliers have next to no hue of their own, outliers are paler', () => {
    const outlier = hexOf(outlierColour(palette));
    for (const hex of [target, outlier]) expect(Math.hypot(...labOf(hex).slice(1))).toBeLessThan(10);
    expect(contrast(outlier, palette.paper)).toBeLessThan(contrast(target, palette.paper));
    // Graphics that matter: 3 : 1 (WCAG 2.2, 1.4.11).
    expect(contrast(target, palette.paper)).toBeGreaterThanOrEqual(3);
  });

  test('the ramp of distances goes one way in lightness, away from the paper, for every eye', () => {
    for (const eye of eyes) {
      const away = Array.from({ length: 32 }, (_, n) =>
        Math.abs(labOf(hexAt(8 * n), eye)[0] - labOf(palette.paper, eye)[0]),
      );
      for (const [n, value] of away.slice(1).entries()) expect(value).toBeGreaterThan(away[n]!);
    }
  });

  test('its ends are no target: ΔE00 ≥ 12 for every eye; nor is the near end lost on paper', () => {
    for (const eye of eyes) {
      for (const stop of [residualStops[theme][0], residualStops[theme][3]]) {
        expect(deltaE(labOf(stop, eye), labOf(target, eye))).toBeGreaterThanOrEqual(12);
      }
    }
    expect(contrast(residualStops[theme][0], palette.paper)).toBeGreaterThanOrEqual(2);
  });

  test('the bar shows the colours of the table, evenly spaced, both ends included', () => {
    const { colours } = residualRamp(theme, 0.25);
    expect([colours[0], colours[4], colours.at(-1)]).toEqual([hexAt(0), hexAt(128), hexAt(255)]);
  });
});

test('ticks are 0 and round steps up to the limit, three to six of them, whatever the unit (seed 1)', () => {
  expect(residualRamp('light', 0.25).ticks.map((t) => Number(t.toPrecision(6)))).toEqual([
    0, 0.05, 0.1, 0.15, 0.2, 0.25,
  ]);
  expect(residualRamp('light', 3).ticks).toEqual([0, 1, 2, 3]);
  expect(residualRamp('light', 0).ticks).toEqual([0]);
  fc.assert(
    fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (log) => {
      const limit = 10 ** log;
      const { ticks } = residualRamp('dark', limit);
      expect(ticks.length).toBeGreaterThanOrEqual(3);
      expect(ticks.length).toBeLessThanOrEqual(6);
      expect(ticks.at(-1)).toBeLessThanOrEqual(limit * (1 + 1e-8));
      const mantissa = Number((ticks[1]! / 10 ** Math.floor(Math.log10(ticks[1]!) + 1e-9)).toPrecision(6));
      expect([1, 2, 5]).toContain(mantissa);
    }),
    { seed: 1 },
  );
});
