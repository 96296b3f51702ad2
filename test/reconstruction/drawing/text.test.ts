import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CutoutError } from '../../../src/reconstruction/cutout/refusals.ts';
import { DrawingError } from '../../../src/reconstruction/drawing/refusals.ts';
import {
  maskOfSilhouette,
  pictureOfSilhouette,
  silhouetteOf,
  SILHOUETTE_EDGE,
  type Silhouette,
} from '../../../src/reconstruction/drawing/silhouette.ts';
import { drawingErrorOf, MOST_LETTERS, readDrawing, writeDrawing } from '../../../src/reconstruction/drawing/text.ts';
import { drawOutline } from '../../../src/reconstruction/outlines/draw.ts';
import { outlines } from '../../../src/reconstruction/outlines/index.ts';
import { makeSample } from '../../../src/reconstruction/sample.ts';
import { categoryIds } from '../../../src/reconstruction/shapes/index.ts';
import { PICTURE_SIZE } from '../../../src/reconstruction/types.ts';
import { drawn, marks, pen, ring } from './hands.ts';

const SEED = 20261129;
const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_');

/** Bit for bit; vitest’s own comparison takes seconds for so many. */
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
const square = (mask: Uint8Array) => {
  const edge = Math.sqrt(mask.length);
  return silhouetteOf({ alpha: mask, width: edge, height: edge });
};
const mug = silhouetteOf(drawn([pen(ring(110, 130, 70)), pen(ring(190, 130, 30, 0.7), 6, false)]));
const text = writeDrawing(mug);
const codeOf = (of: string) => drawingErrorOf(of)?.code ?? null;

/** Texts of the first form, and what they were written of: SHA-256 of the silhouette and of what the network is shown. */
const old = JSON.parse(readFileSync(new URL('../../fixtures/drawings/v1.json', import.meta.url), 'utf8')) as readonly {
  readonly what: string;
  readonly text: string;
  readonly ink: number;
  readonly silhouette: string;
  readonly mask: string;
}[];
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

test.each(old)('an old link’s drawing is what it was: $what', ({ text: kept, ink, silhouette, mask }) => {
  const read = readDrawing(kept);
  expect(read.reduce((sum, value) => sum + value, 0)).toBe(ink);
  expect([sha(read), sha(pictureOfSilhouette(read).mask)]).toEqual([silhouette, mask]);
  expect(writeDrawing(read)).toBe(kept);
});

describe('a drawing as text', () => {
  test(`any drawing is read back bit for bit, its picture too (seed ${SEED})`, () => {
    let read = 0;
    fc.assert(
      fc.property(marks, (made) => {
        let silhouette: Silhouette;
        try {
          silhouette = silhouetteOf(drawn(made));
          pictureOfSilhouette(silhouette);
        } catch (error) {
          expect(error).toBeInstanceOf(CutoutError);
          return;
        }
        const written = writeDrawing(silhouette);
        expect(written).toMatch(/^[\w-]+$/);
        const back = readDrawing(written);
        expect(same(back, silhouette)).toBe(true);
        expect(pictureOfSilhouette(back)).toEqual(pictureOfSilhouette(silhouette));
        read++;
      }),
      { seed: SEED, numRuns: 20 },
    );
    expect(read).toBeGreaterThan(12);
  });

  test('nothing but single pixels is read back, too: first, last, none between', () => {
    const silhouette = new Uint8Array(SILHOUETTE_EDGE ** 2);
    silhouette[0] = silhouette[silhouette.length - 1] = 1;
    for (let k = 0; k < 30; k++) silhouette.fill(1, 256 * (90 + k) + 100, 256 * (90 + k) + 140);
    expect(same(readDrawing(writeDrawing(silhouette)), silhouette)).toBe(true);
  });

  test('things take some 200 letters, and none of the generator’s or the gallery’s more than 400', () => {
    const sizes = [
      ...Object.values(outlines).map((outline) => writeDrawing(square(drawOutline(outline, 512).mask)).length),
      ...categoryIds.map((id) => writeDrawing(square(makeSample(id, 1, { points: 2, size: 256 }).picture.mask)).length),
    ].sort((a, b) => a - b);
    expect(sizes[sizes.length >> 1]).toBeLessThan(240);
    expect(sizes.at(-1)).toBeLessThan(400);
  });

  test('what would take more than 2,000 letters is refused with what to do', () => {
    let state = 1;
    const noise = Uint8Array.from({ length: SILHOUETTE_EDGE ** 2 }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 31;
    });
    expect(() => writeDrawing(noise)).toThrow(DrawingError);
    expect(() => writeDrawing(noise)).toThrow(/too intricate for a link: it takes 1\d{4} letters, 2000 at most/);
  });
});

describe('a text that is none of a drawing is refused, with what and where', () => {
  test.each([
    ['', 'damaged'],
    ['1', 'damaged'],
    ['1AAA', 'damaged'],
    ['2' + text.slice(1), 'newer'],
    ['0' + text.slice(1), 'damaged'],
    [text.slice(1), 'damaged'],
    ['x' + text.slice(1), 'damaged'],
    [text.slice(0, -4), 'damaged'],
    [text + 'A', 'damaged'],
    [`${text} `, 'letter'],
    [text.slice(0, 9) + '%' + text.slice(10), 'letter'],
    ['１' + text.slice(1), 'letter'],
    ['😀', 'letter'],
    ['1' + 'A'.repeat(MOST_LETTERS), 'long'],
  ])('%# %s', (wrong, code) => {
    expect(codeOf(wrong)).toBe(code);
  });

  test('a strange letter is named with its place', () => {
    expect(drawingErrorOf(text.slice(0, 9) + '%' + text.slice(10))?.message).toMatch(/^Letter 10 of the drawing, "%"/);
  });

  test('nothing drawn is nothing to show', () => {
    expect(codeOf(writeDrawing(new Uint8Array(SILHOUETTE_EDGE ** 2)))).toBe('blank');
  });

  test(`one letter exchanged is noticed, wherever it is (seed ${SEED})`, () => {
    fc.assert(
      fc.property(fc.nat({ max: text.length - 1 }), fc.constantFrom(...Array.from(LETTERS)), (at, letter) => {
        fc.pre(text[at] !== letter);
        expect(codeOf(text.slice(0, at) + letter + text.slice(at + 1))).toMatch(/^(damaged|newer)$/);
      }),
      { seed: SEED, numRuns: 30 },
    );
  });

  test(`whatever a text holds, it is read or refused, never more (seed ${SEED})`, () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...Array.from(LETTERS)), maxLength: 200 }).map((rest) => `1${rest}`),
    );
    fc.assert(
      fc.property(hostile, (wrong) => {
        expect(codeOf(wrong)).not.toBeUndefined();
      }),
      { seed: SEED, numRuns: 30 },
    );
  });
});

test('a silhouette is shown flat, on the tight crop, in steps of a sixteenth', () => {
  const { gray, mask } = pictureOfSilhouette(mug);
  expect(mask).toHaveLength(PICTURE_SIZE ** 2);
  expect(Math.max(...mask)).toBe(255);
  expect(gray).toEqual(mask.map((value) => Math.round(0.75 * value)));
});

test('enlarged to go on drawing with, it is the same silhouette again', () => {
  expect(same(silhouetteOf(maskOfSilhouette(mug, 2)), mug)).toBe(true);
});
