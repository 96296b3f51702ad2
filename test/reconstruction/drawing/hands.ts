import fc from 'fast-check';
import { marked, type Mark } from '../../../src/reconstruction/drawing/marks.ts';
import type { Mask } from '../../../src/reconstruction/cutout/types.ts';

/** Pixels of a canvas's edge. */
export const CANVAS = 256;

export const emptyCanvas = (edge = CANVAS): Mask => ({ alpha: new Uint8Array(edge ** 2), width: edge, height: edge });

export const drawn = (marks: readonly Mark[], edge = CANVAS): Mask => marks.reduce(marked, emptyCanvas(edge));

/** Round about (x, y), `part` of the whole way. */
export function ring(x: number, y: number, radius: number, part = 1): number[] {
  const pieces = 48;
  return Array.from({ length: pieces + 1 }, (_, k) => (part * k * 2 * Math.PI) / pieces).flatMap((turn) => [
    x + radius * Math.cos(turn),
    y + radius * Math.sin(turn),
  ]);
}

export const pen = (points: readonly number[], radius = 6, fills = true): Mark => ({
  ...{ mode: 'paint', radius, points, fills },
});

const place = fc.double({ min: -20, max: CANVAS + 20, noNaN: true });
/** Strokes, dabs and erasures as no hand would make them. */
export const marks: fc.Arbitrary<readonly Mark[]> = fc.array(
  fc.record({
    mode: fc.constantFrom('paint', 'paint', 'erase'),
    fills: fc.boolean(),
    radius: fc.double({ min: 1, max: 30, noNaN: true }),
    points: fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 8 }).map((places) => places.flat()),
  }),
  { minLength: 1, maxLength: 8 },
);
