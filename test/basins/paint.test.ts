import { describe, expect, test } from 'vitest';
import { basinColours, huesOf, SHADES } from '../../src/basins/colours.ts';
import { minimaIn } from '../../src/basins/minima.ts';
import { paintBasins, restScale } from '../../src/basins/paint.ts';
import { DIVERGED, UNCONVERGED, type BasinMap } from '../../src/basins/types.ts';
import { deltaE, labOf } from '../state/colourVision.ts';
import { surfaceSpec } from '../gpu/specs.ts';

const minima = minimaIn(surfaceSpec('himmelblau'));

/** 8 × 8: a quarter to each minimum, so that each has cells beside no other; the slower the farther right. */
function quarters(labels: readonly [number, number, number, number]): BasinMap {
  const map = { size: 8, labels: new Uint16Array(64), rests: new Uint16Array(64), minima };
  for (let row = 0; row < 8; row++) {
    for (let column = 0; column < 8; column++) {
      map.labels[8 * row + column] = labels[2 * Number(row > 3) + Number(column > 3)]!;
      map.rests[8 * row + column] = 10 + 10 * column;
    }
  }
  return map;
}

const pixel = (rgba: Uint8ClampedArray, size: number, column: number, row: number) =>
  Array.from(rgba.slice(4 * ((size - 1 - row) * size + column)).slice(0, 3));
const hex = (colour: readonly number[]) => `#${colour.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
/** A hue at one of its shades. */
function shadeOf({ shades }: ReturnType<typeof basinColours>, hue: number, shade: number) {
  const at = 3 * (hue * SHADES + shade);
  return Array.from(shades.slice(at, at + 3));
}

describe('a painted map', () => {
  const colours = basinColours('light');
  const scale = { soon: 10, late: 80 };

  test('each basin has the hue of its own minimum, whatever else is on the map', () => {
    const hues = huesOf(minima);
    expect([...new Set(hues)]).toHaveLength(4);
    for (const labels of [
      [0, 1, 2, 3],
      [3, 3, 1, 0],
    ] as const) {
      const rgba = paintBasins(quarters(labels), colours, scale);
      labels.forEach((label, k) => {
        const [column, row] = [k % 2 === 0 ? 0 : 7, k < 2 ? 0 : 7];
        const shade = column === 0 ? 0 : SHADES - 1;
        expect(pixel(rgba, 8, column, row)).toEqual(shadeOf(colours, hues[label]!, shade));
      });
    }
  });

  test('a minimum that is found later changes no hue; a hundred and more, and no neighbour has the same', () => {
    const many = minimaIn(surfaceSpec('rastrigin'));
    const hues = huesOf(many);
    expect([...huesOf(many.slice(0, 50))]).toEqual([...hues.slice(0, 50)]);
    let pairs = 0;
    many.forEach(({ at: [x, y] }, k) => {
      many.forEach(({ at: [ox, oy] }, other) => {
        if (other <= k || Math.abs(x - ox) + Math.abs(y - oy) > 1.5) return;
        pairs++;
        expect(hues[k]).not.toBe(hues[other]);
      });
    });
    expect(pairs).toBe(220);
  });

  test('lightness falls with the updates; diverged and unconverged have colours of their own', () => {
    const rgba = paintBasins(quarters([0, 0, DIVERGED, UNCONVERGED]), colours, scale);
    const lightness = Array.from({ length: 8 }, (_, column) => labOf(hex(pixel(rgba, 8, column, 0)))[0]);
    expect(lightness).toEqual([...lightness].sort((a, b) => b - a));
    expect(lightness[0]! - lightness[7]!).toBeGreaterThan(40);
    expect(pixel(rgba, 8, 0, 7)).toEqual(colours.diverged);
    expect(pixel(rgba, 8, 7, 7)).toEqual(colours.unconverged);
  });

  test('between two basins there is ink, within one there is none', () => {
    const rgba = paintBasins(quarters([0, 1, 0, 1]), colours, scale);
    const hues = huesOf(minima);
    expect(pixel(rgba, 8, 0, 3)).toEqual(shadeOf(colours, hues[0]!, 0));
    const inked = labOf(hex(pixel(rgba, 8, 3, 0)))[0];
    expect(inked).toBeLessThan(labOf(hex(pixel(rgba, 8, 2, 0)))[0] - 20);
  });

  test('the scale leaves out the quickest and the slowest hundredth, and what reaches nothing', () => {
    const map = quarters([0, 1, 2, UNCONVERGED]);
    map.rests.fill(5000, 60);
    expect(restScale(map)).toEqual({ soon: 10, late: 80 });
  });
});

describe.each(['light', 'dark'] as const)('the hues on the %s theme', (theme) => {
  const colours = basinColours(theme);

  test.each(['normal', 'protanopia', 'deuteranopia'] as const)('four are told apart by %s vision', (vision) => {
    for (const shade of [SHADES / 4, SHADES / 2, (3 * SHADES) / 4]) {
      const labs = [0, 1, 2, 3].map((hue) => labOf(hex(shadeOf(colours, hue, shade)), vision));
      labs.forEach((a, i) => labs.slice(i + 1).forEach((b) => expect(deltaE(a, b)).toBeGreaterThan(8)));
    }
  });
});
