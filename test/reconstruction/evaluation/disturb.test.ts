import { expect, test } from 'vitest';
import { disturbed, undisturbed } from '../../../src/reconstruction/evaluation/disturb.ts';
import { createPooledMean } from '../../../src/reconstruction/evaluation/pooledMean.ts';
import { FLAT_GRAY } from '../../../src/reconstruction/cutout/toPicture.ts';
import { maskBox } from '../../../src/reconstruction/crop.ts';
import { makeSample } from '../../../src/reconstruction/sample.ts';
import type { Picture } from '../../../src/reconstruction/types.ts';

const { picture } = makeSample('sofa', 5, { points: 2 });
const large = makeSample('sofa', 5, { points: 2, size: 256 }).picture;
const box = ({ mask }: Picture) => maskBox(mask, 64)!;
const middle = (b: ReturnType<typeof box>) => [(b.left + b.right) / 2, (b.top + b.bottom) / 2] as const;

test('undisturbed, a picture is itself', () => {
  expect(disturbed(picture, 'sofa-5', undisturbed)).toBe(picture);
});

test('a shift moves by whole pixels without loss, to a side that the name decides; every side occurs', () => {
  const seen = new Set<string>();
  for (let seed = 0; seed < 20; seed++) {
    const moved = disturbed(picture, `sofa-${seed}`, { ...undisturbed, cropShift: 4 });
    const [x, y] = middle(box(moved));
    const [x0, y0] = middle(box(picture));
    expect(Math.abs(x - x0) + Math.abs(y - y0)).toBe(4);
    expect(moved.gray.reduce((a, b) => a + b, 0)).toBe(picture.gray.reduce((a, b) => a + b, 0));
    seen.add(`${x - x0} ${y - y0}`);
  }
  expect(seen.size).toBe(4);
});

test('a scale makes the object larger or smaller about the middle, also of a larger picture', () => {
  for (const source of [picture, large]) {
    for (const cropScale of [0.85, 1.1]) {
      const b = box(disturbed(source, 'sofa-5', { ...undisturbed, cropScale }));
      expect(Math.abs(Math.max(b.right - b.left, b.bottom - b.top) - 56 * cropScale)).toBeLessThanOrEqual(1.5);
      middle(b).forEach((value) => expect(Math.abs(value - 32)).toBeLessThanOrEqual(1));
    }
  }
});

test('a silhouette keeps the mask and has one gray', () => {
  const { gray, mask } = disturbed(picture, 'sofa-5', { ...undisturbed, silhouette: true });
  expect(mask).toBe(picture.mask);
  expect(gray.every((value, at) => value === Math.round(FLAT_GRAY * mask[at]!))).toBe(true);
});

test('the pooled mean depends on category and name alone, and lies about the objects (unit edge)', () => {
  const [one, other] = [createPooledMean(), createPooledMean()];
  const drawn = one.draw('lamp', 'lamp-3');
  other.draw('chair', 'chair-1');
  expect(other.draw('lamp', 'lamp-3')).toEqual(drawn);
  expect(other.draw('lamp', 'lamp-4')).not.toEqual(drawn);
  expect(drawn.length).toBe(3 * 1024);
  expect(Math.max(...drawn.map(Math.abs))).toBeLessThan(0.87);
  // Of a stranger: from all categories, so that no single one would give the same.
  expect(one.draw('unicorn', 'lamp-3')).not.toEqual(drawn);
});
