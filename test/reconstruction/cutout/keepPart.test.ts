import { expect, test } from 'vitest';
import { edited } from '../../../src/reconstruction/cutout/edits.ts';
import { keepPart } from '../../../src/reconstruction/cutout/keepPart.ts';
import type { Mask } from '../../../src/reconstruction/cutout/types.ts';

/** Two squares, each with an edge that is one pixel soft. */
const mask: Mask = {
  alpha: Uint8Array.from({ length: 60 * 40 }, (_, at) => {
    const [x, y] = [at % 60, Math.floor(at / 60)];
    const out = Math.max(Math.min(Math.abs(x - 14), Math.abs(x - 44)), Math.abs(y - 20));
    return out < 8 ? 255 : out === 8 ? 40 : 0;
  }),
  width: 60,
  height: 40,
};
const area = ({ alpha }: Mask) => alpha.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);

test('of two parts the one that is clicked is kept, its soft edge with it', () => {
  const kept = keepPart(mask, 14.5, 20.5)!;
  expect(area(kept)).toBe(area(mask) / 2 - 4);
  expect([kept.alpha[20 * 60 + 14], kept.alpha[20 * 60 + 6], kept.alpha[20 * 60 + 44]]).toEqual([255, 40, 0]);
});

test('a finger may miss by a little, not by much', () => {
  expect(area(keepPart(mask, 6.2, 20.5)!)).toBe(area(mask) / 2 - 4);
  expect(keepPart(mask, 29, 20)).toBeNull();
  expect(edited(mask, [{ mode: 'keep', x: 29, y: 20 }])).toBe(mask);
});

test('inverting twice changes nothing; a box takes the place of all that was done before it', () => {
  expect(edited(mask, [{ mode: 'invert' }, { mode: 'invert' }]).alpha).toEqual(mask.alpha);
  const boxed: Mask = { ...mask, alpha: new Uint8Array(mask.alpha.length).fill(9) };
  const box = { left: 0, top: 0, right: 9, bottom: 9 };
  expect(edited(mask, [{ mode: 'clear' }, { mode: 'box', box, mask: boxed, doubts: [], remarks: [] }])).toBe(boxed);
});
