import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { categoryIds } from '../../src/reconstruction/shapes/index.ts';
import { countsOf, overlapOf, type CutFigures } from '../../tools/reconstruction/cutKit.ts';
import { cutTables } from '../../tools/reconstruction/cutTables.mjs';
import {
  imageOf,
  maskOf,
  photographsFolder,
  photographsIn,
  polygonOf,
  type Photograph,
} from '../../tools/reconstruction/photographs.ts';

const photographs = photographsIn('.');
const LICENCES = /^(CC0-1\.0|public domain|CC-BY-(1|2|3|4)\.0|CC-BY-SA-(2|3|4)\.0)$/;
const TAGS = 'plain gradient busy shadow cut holes thin fur glass blurred pale-on-pale dark-on-dark two occluded letterbox'.split(' '); // prettier-ignore

test('at least thirty photographs, each with its file, and no file without an entry', () => {
  expect(photographs.length).toBeGreaterThanOrEqual(30);
  const files = readdirSync(photographsFolder).filter((file) => file.endsWith('.webp'));
  expect(photographs.map(({ name }) => `${name}.webp`).sort()).toEqual(files.sort());
});

test.each(photographs)('$name: free, and its outline and box lie in the picture', (photograph) => {
  const { shows, author, licence, from, category, tags, width, height, box, outline, holes = [] } = photograph;
  expect([shows, author, from.package, from.file].every((text) => text.length > 1)).toBe(true);
  expect(licence).toMatch(LICENCES);
  expect([...categoryIds, 'other']).toContain(category);
  expect(tags.length).toBeGreaterThan(0);
  expect(TAGS).toEqual(expect.arrayContaining([...tags]));
  expect(Math.max(width, height)).toBeLessThanOrEqual(512);

  const [left, top, right, bottom] = box;
  expect(left >= 0 && top >= 0 && right <= width && bottom <= height).toBe(true);
  for (const polygon of [...outline, ...holes].map(polygonOf)) {
    expect(polygon.length).toBeGreaterThanOrEqual(3);
    for (const [x, y] of polygon) {
      expect(x >= 0 && x <= width && y >= 0 && y <= height, `${x},${y} lies outside the picture`).toBe(true);
      expect(x >= left && x <= right && y >= top && y <= bottom, `${x},${y} lies outside the box`).toBe(true);
    }
  }
  const { alpha } = maskOf(photograph);
  const covered = alpha.reduce((sum, value) => sum + (value === 255 ? 1 : 0), 0) / alpha.length;
  expect(covered).toBeGreaterThan(0.01);
  expect(covered).toBeLessThan(0.9);
});

test('a picture has the size that its entry says', async () => {
  for (const photograph of photographs.slice(0, 3)) {
    const { width, height } = await imageOf('.', photograph);
    expect([width, height]).toEqual([photograph.width, photograph.height]);
  }
});

test('a mask has the area of its polygons, and a hole takes its share out', () => {
  const square: Photograph = { ...photographs[0]!, width: 8, height: 6, outline: ['1,1 6,1 6,5 1,5'], holes: [] };
  const area = (photograph: Photograph) => maskOf(photograph).alpha.reduce((sum, value) => sum + value / 255, 0);
  expect(area(square)).toBe(20);
  expect(area({ ...square, holes: ['2,2 4,2 4,4 2,4'] })).toBe(16);
  expect(area({ ...square, outline: ['0.4,0.4 0.6,0.4 0.6,0.6 0.4,0.6'] })).toBe(1);
});

test('the overlap of two masks: what they have in common of what either has', () => {
  const mask = (...alpha: number[]) => ({ alpha: Uint8Array.from(alpha), width: alpha.length, height: 1 });
  expect(overlapOf(mask(255, 255, 0, 0), mask(255, 0, 255, 0))).toBeCloseTo(1 / 3, 12);
  expect(overlapOf(mask(200, 100), mask(255, 0))).toBe(1);
  expect(overlapOf(mask(0, 0), mask(255, 0))).toBe(0);
});

test('a wrong cut counts as silent where nothing was said against it; no mask is no wrong one', () => {
  const counts = countsOf([
    { automatic: { iou: 0.9, said: [] } },
    { automatic: { iou: 0.9, said: ['guessed'] }, box: { iou: 0.95, said: [] } },
    { automatic: { iou: 0.4, said: [] }, box: { iou: 0.9, said: [] } },
    { automatic: { iou: null, said: ['nothing-found'] }, box: { iou: 0.2, said: [] } },
    { automatic: { iou: null, said: ['nothing-found'] }, box: { iou: 0.2, said: ['alike'] } },
  ]);
  expect(counts).toEqual({
    ...{ photographs: 5, withoutHand: 1, offered: 1, withBox: 2, withBoxDoubted: 0, either: 3 },
    ...{ wrongInSilence: 1, boxWrongDoubted: 1, boxWrongInSilence: 1 },
  });
});

test('the guides have the figures of docs/reconstruction-cuts.json, which has every photograph', () => {
  const figures = JSON.parse(readFileSync('docs/reconstruction-cuts.json', 'utf8')) as CutFigures;
  expect(Object.keys(figures.photographs)).toEqual(photographs.map(({ name }) => name));
  expect(figures.counts).toEqual(countsOf(Object.values(figures.photographs)));
  const rows = (text: string) => text.split('\n').map((line) => line.replace(/[-: ]+/g, ' ').trim());
  for (const [page, language] of [
    ['docs/reconstruction.md', 'en'],
    ['docs/reconstruction.ja.md', 'ja'],
  ] as const) {
    const shown = /<!-- cuts -->\n([\s\S]*?)<!-- \/cuts -->/.exec(readFileSync(page, 'utf8'))![1]!;
    expect(rows(shown.trim()), 'node tools/reconstruction/cutFigures.mjs').toEqual(
      rows(cutTables(figures, language).trim()),
    );
  }
});
