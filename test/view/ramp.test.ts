import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromOklab, hexToRgb, toOklab } from '../../src/math/oklab.ts';
import { rampStops, rampTable } from '../../src/view/ramp.ts';
import { labOf } from '../state/colourVision.ts';

test('OKLab of white, black and pure red as Ottosson 2020 has them, and back (seed 1)', () => {
  for (const [hex, lab] of [
    ['#ffffff', [1, 0, 0]],
    ['#000000', [0, 0, 0]],
    ['#ff0000', [0.62796, 0.22486, 0.12585]],
  ] as const) {
    toOklab(hexToRgb(hex)).forEach((value, k) => expect(value).toBeCloseTo(lab[k as 0 | 1 | 2], 4));
  }
  const channel = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(channel, channel, channel, (r, g, b) => {
      // The two published matrices are each other's inverse to about 1e-7; the gamma steepens that near black.
      fromOklab(toOklab([r, g, b])).forEach((value, k) => expect(value).toBeCloseTo([r, g, b][k]!, 4));
    }),
    { seed: 1 },
  );
});

describe.each(['light', 'dark'] as const)('%s ramp', (theme) => {
  const table = rampTable(theme);
  const hexAt = (i: number) =>
    `#${[...table.subarray(4 * i, 4 * i + 3)].map((c) => c.toString(16).padStart(2, '0')).join('')}`;

  test('begins and ends at its stops, opaque', () => {
    expect(hexAt(0)).toBe(rampStops[theme][0]);
    expect(hexAt(255)).toBe(rampStops[theme].at(-1));
    expect(table.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 255)).toBe(true);
  });

  test('is perceptually uniform: every eighth of it spans the same distance in OKLab', () => {
    const at = (i: number) =>
      toOklab([...table.subarray(4 * i, 4 * i + 3)].map((c) => c / 255) as [number, number, number]);
    // Along the ramp in pieces of 8 entries, each well above the rounding to bytes; its bends cost less than a hundredth.
    const piece = (i: number) => Math.hypot(...at(i).map((value, k) => value - at(i - 8)[k]!));
    const eighths = Array.from({ length: 8 }, (_, n) => [1, 2, 3].reduce((sum, m) => sum + piece(32 * n + 8 * m), 0));
    const mean = eighths.reduce((a, b) => a + b) / 8;
    // A byte is 0.4 % of a channel: over three pieces of about 0.01 that is a tenth.
    for (const span of eighths) expect(Math.abs(span / mean - 1)).toBeLessThan(0.1);
  });

  test('rises in lightness all the way, for every eye', () => {
    for (const eye of ['normal', 'protanopia', 'deuteranopia'] as const) {
      const lightness = Array.from({ length: 32 }, (_, n) => labOf(hexAt(8 * n), eye)[0]);
      for (const [n, value] of lightness.slice(1).entries()) expect(value).toBeGreaterThan(lightness[n]!);
    }
  });
});
