import { expect, test } from 'vitest';
import { evidenceOf } from '../../src/reconstruction/cutout/evidence.ts';
import { withoutSpecks } from '../../src/reconstruction/cutout/parts.ts';
import type { Mask } from '../../src/reconstruction/cutout/types.ts';

/* A dithered transparency has more parts than a call takes arguments: RangeError. */

const EDGE = 600;
/** Every other pixel, each a part of its own. */
const board: Mask = {
  alpha: Uint8Array.from({ length: EDGE * EDGE }, (_, at) => ((at % EDGE) + Math.floor(at / EDGE)) % 2 === 0 ? 255 : 0), // prettier-ignore
  width: EDGE,
  height: EDGE,
};

test('a checkerboard is 180 000 parts, and all of them are counted', () => {
  const of = evidenceOf(board);
  expect(of).toMatchObject({ parts: 180_000, covered: 0.5, sides: 4 });
  expect(of.largest).toBeCloseTo(1 / 180_000, 12);
});

test('of parts of one size none is a speck', () => {
  const { alpha } = withoutSpecks(board);
  expect(alpha.every((value, at) => value === board.alpha[at])).toBe(true);
});
