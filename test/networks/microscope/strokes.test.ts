import { describe, expect, test } from 'vitest';
import { centred, SIDE } from '../../../src/networks/microscope/centre.ts';
import {
  drawnTo,
  inkOfStrokes,
  MOST_POINTS,
  PAD,
  PEN,
  pointsOf,
  readStrokes,
  writeStrokes,
  type Strokes,
} from '../../../src/networks/microscope/strokes.ts';

/** From left to right across the middle. */
const across = (): Strokes => {
  let strokes: Strokes = [];
  for (let i = 0; i <= 200; i++) strokes = drawnTo(strokes, 0.2 + (0.6 * i) / 200, 0.5, i === 0);
  return strokes;
};

describe('a drawing', () => {
  test('keeps points apart, and its strokes', () => {
    const [line, ...more] = across();
    expect(more).toEqual([]);
    // 0.6 of the pad in pieces of 26 steps at least.
    expect(line!.length / 2).toBeGreaterThan(20);
    expect(line!.length / 2).toBeLessThanOrEqual(1 + Math.floor((0.6 * PAD) / 26));
    const two = drawnTo([line!], 0.5, 0.9, true);
    expect(two).toHaveLength(2);
    expect(two[0]).toBe(line);
    expect(drawnTo(two, 0.501, 0.9, false)).toBe(two);
  });

  test('goes through a link and back, point by point; nonsense does not', () => {
    const strokes = drawnTo(across(), 1, 0, true);
    expect(readStrokes(writeStrokes(strokes))).toEqual(strokes);
    expect(writeStrokes([[0, PAD]])).toBe('00zz');
    for (const text of ['', '-', '00z', '00zz-', '00zzZZZZ', '00zz'.repeat(MOST_POINTS + 1)])
      expect(readStrokes(text), text.slice(0, 20)).toBeUndefined();
  });

  test('is full when a link is', () => {
    let strokes: Strokes = [];
    for (let i = 0; i < 2 * MOST_POINTS; i++) strokes = drawnTo(strokes, i % 2, 0.5, i % 7 === 0);
    expect(pointsOf(strokes)).toBe(MOST_POINTS);
    expect(readStrokes(writeStrokes(strokes))).toEqual(strokes);
  });

  test('has the ink of its strokes: length by width, and round ends', () => {
    const side = 200;
    const { values, width, height } = inkOfStrokes(across(), side);
    expect([width, height]).toEqual([side, side]);
    const sum = Array.from(values).reduce((a, b) => a + b, 0);
    const [length, radius] = [0.6 * (side - 1), PEN * side];
    expect(sum / (length * 2 * radius + Math.PI * radius ** 2)).toBeCloseTo(1, 1);
    expect(values[100 * side + 100]).toBe(1);
    expect(values[60 * side + 100]).toBe(0);
  });

  test('is read as MNIST is: a dot is ink, too', () => {
    const dot = centred(inkOfStrokes(drawnTo([], 0.9, 0.1, true)))!;
    const middle = 14 * SIDE + 14;
    expect(dot[middle]).toBeCloseTo(1, 1);
  });
});
