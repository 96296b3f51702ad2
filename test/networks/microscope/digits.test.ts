import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { digitsFrom } from '../../../src/io/networks/digits.ts';
import { centred } from '../../../src/networks/microscope/centre.ts';
import { inkOf } from '../../../src/networks/microscope/ink.ts';
import { nearestSamples } from '../../../src/networks/microscope/nearest.ts';

const data = digitsFrom((name) => readFileSync(new URL(`../../../assets/networks/${name}`, import.meta.url)));
const digit = (row: number) => data.test.x.slice(784 * row, 784 * (row + 1));

test('the nearest are those of a plain sort, nearest first; a training digit’s nearest is itself', () => {
  const x = digit(3);
  const all = Array.from({ length: data.train.count }, (_, row) => {
    let sum = 0;
    for (let i = 0; i < 784; i++) sum += (data.train.x[784 * row + i]! - x[i]!) ** 2;
    return { row, distance: Math.sqrt(sum) };
  }).sort((a, b) => a.distance - b.distance);
  expect(nearestSamples(data.train, x, 6)).toEqual(all.slice(0, 6));
  expect(nearestSamples(data.train, data.train.x.slice(784 * 77, 784 * 78), 1)).toEqual([{ row: 77, distance: 0 }]);
});

/** A digit in a larger picture, every pixel `factor` × `factor`, with (x, y) for its corner. */
function drawn(values: Float64Array, factor: number, width: number, height: number, x: number, y: number) {
  const big = new Float64Array(width * height);
  for (let v = 0; v < 28 * factor; v++)
    for (let u = 0; u < 28 * factor; u++)
      big[(y + v) * width + x + u] = values[28 * Math.floor(v / factor) + Math.floor(u / factor)]!;
  return { values: big, width, height };
}

test('MNIST’s own digits stay where and as they are; enlarged and put anywhere they come back', () => {
  let moved = 0;
  for (let row = 0; row < 200; row++) {
    const own = digit(row);
    const back = centred({ values: own, width: 28, height: 28 })!;
    const off = own.reduce((sum, value, i) => sum + Math.abs(value - back[i]!), 0) / own.reduce((a, b) => a + b);
    if (off > 0.02) moved++;
    const again = centred(drawn(back, 9, 400, 300, 31, 17))!;
    const apart = again.reduce((sum, value, i) => sum + Math.abs(value - back[i]!), 0) / back.reduce((a, b) => a + b);
    expect(apart).toBeLessThan(0.12);
  }
  expect(moved).toBeLessThan(20);
});

test('a drawing fills 20 × 20 in its own proportions, its mass in the middle, its darkest 1; nothing drawn is null', () => {
  const bar = { values: new Float64Array(300 * 200), width: 300, height: 200 };
  for (let y = 10; y < 110; y++) for (let x = 200; x < 220; x++) bar.values[y * 300 + x] = 0.4;
  const at = centred(bar)!;
  const inked = [...at.keys()].filter((i) => at[i]! > 0);
  const [xs, ys] = [inked.map((i) => i % 28), inked.map((i) => Math.floor(i / 28))];
  expect([Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]).toEqual([12, 15, 4, 23]);
  expect(Math.max(...at)).toBe(1);
  expect(centred({ values: new Float64Array(9), width: 3, height: 3 })).toBeNull();
  expect(centred({ values: Float64Array.of(0, 0, 0, 1), width: 2, height: 2 })!.some((value) => value > 0)).toBe(true);
});

test('ink is what differs from the ground: black on white, white on black, on nothing', () => {
  const picture = (ground: readonly number[], pen: readonly number[]): number[] => {
    const data = Array.from({ length: 25 }, (_, i) => (i === 12 || i === 13 ? pen : ground)).flat();
    return Array.from(inkOf({ data, width: 5, height: 5 }).values);
  };
  const wanted = Array.from({ length: 25 }, (_, i) => (i === 12 || i === 13 ? 1 : 0));
  const same = (values: number[]) => values.forEach((value, i) => expect(value).toBeCloseTo(wanted[i]!, 12));
  same(picture([255, 255, 255, 255], [0, 0, 0, 255]));
  same(picture([0, 0, 0, 255], [255, 255, 255, 255]));
  same(picture([0, 0, 0, 0], [0, 0, 0, 255]));
  same(picture([0, 0, 0, 0], [255, 255, 255, 255]));
  expect(picture([250, 250, 250, 255], [240, 240, 240, 255]).every((value) => value === 0)).toBe(true);
});
