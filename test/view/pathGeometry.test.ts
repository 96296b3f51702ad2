import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Domain } from '../../src/surfaces/types.ts';
import { clipToBox, pathSegments } from '../../src/view/pathGeometry.ts';
import { surfacesByHand } from '../browser/relief/reference.ts';
import { sceneOf, sgdAlone } from './states.ts';

describe('clipToBox', () => {
  const domain: Domain = [-3, 2, -1, 4];
  const isInside = (x: number, y: number) => x >= -3 && x <= 2 && y >= -1 && y <= 4;

  test('the part of a segment in the box is that of brute force (seed 5)', () => {
    const coordinate = fc.integer({ min: -8000, max: 8000 }).map((n) => n / 1000);
    let [hits, misses] = [0, 0];
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, (px, py, qx, qy) => {
        const inside = Array.from({ length: 4001 }, (_, i) => i / 4000).filter((u) =>
          isInside(px + u * (qx - px), py + u * (qy - py)),
        );
        const part = clipToBox(domain, px, py, qx, qy);
        if (inside.length > 0) {
          hits++;
          expect(part).not.toBeNull();
          // To the samples' distance.
          expect(Math.abs(part![0] - inside[0]!)).toBeLessThanOrEqual(1 / 4000);
          expect(Math.abs(part![1] - inside.at(-1)!)).toBeLessThanOrEqual(1 / 4000);
        } else if (part) {
          // A corner cut shorter than the samples lie apart.
          expect(part[1] - part[0]).toBeLessThanOrEqual(1 / 4000);
        } else misses++;
      }),
      { seed: 5, numRuns: 500 },
    );
    expect(Math.min(hits, misses)).toBeGreaterThan(50);
  });

  test('whole inside, straight through, along a border, a single point', () => {
    expect(clipToBox(domain, 0, 0, 1, 1)).toEqual([0, 1]);
    expect(clipToBox(domain, -13, 0, 7, 0)).toEqual([0.5, 0.75]);
    expect(clipToBox(domain, -3, -1, -3, 4)).toEqual([0, 1]);
    expect(clipToBox(domain, -3.1, 0, -3.1, 1)).toBeNull();
    expect(clipToBox(domain, 1, 1, 1, 1)).toEqual([0, 1]);
    expect(clipToBox(domain, 3, 1, 3, 1)).toBeNull();
  });
});

function segmentsOf(overrides: Parameters<typeof sceneOf>[0], id = 'sgd') {
  const { runs, model } = sceneOf(overrides);
  const { record } = runs.find((run) => run.id === id)!;
  return { record, model, ...pathSegments(record, model.objective, model.display.domain, 400) };
}

describe('pathSegments', () => {
  test('a path inside the map: from iterate to iterate without a gap, draped on the surface', () => {
    const { record, count, data, firstOfRow } = segmentsOf({});
    expect(count % (record.count - 1)).toBe(0);
    const pieces = count / (record.count - 1);
    for (let i = 0; i < count; i++) {
      const [x, y, f, row, nextX, nextY, nextF, nextRow] = data.subarray(8 * i, 8 * i + 8);
      // float32 of the surface itself, written a second time: 24 bits of 6.45.
      expect(f).toBeCloseTo(surfacesByHand.bowl.value(x!, y!), 5);
      expect(nextF).toBeCloseTo(surfacesByHand.bowl.value(nextX!, nextY!), 5);
      expect(nextRow).toBeGreaterThan(row!);
      if (i > 0) expect([x, y, f, row]).toEqual([...data.subarray(8 * i - 4, 8 * i)]);
    }
    for (let row = 0; row < record.count - 1; row++) {
      expect(firstOfRow[row]).toBe(row * pieces);
      const [x, y, f, at] = data.subarray(8 * firstOfRow[row]!, 8 * firstOfRow[row]! + 4);
      expect([x, y, f, at]).toEqual(
        [record.x[2 * row], record.x[2 * row + 1], record.f[row], row].map((v) => Math.fround(v!)),
      );
    }
    expect([firstOfRow.at(-2), firstOfRow.at(-1)]).toEqual([count, count]);
  });

  test('SGD at lr 1.1 leaves the map: nothing outside, nothing that is not finite, and it ends on the border', () => {
    const { data, count, record } = segmentsOf(sgdAlone(1.1, 400));
    expect(record.status).toBe('diverged');
    expect(data.every(Number.isFinite)).toBe(true);
    let last = 0;
    for (let i = 0; i < count; i++) {
      for (const o of [8 * i, 8 * i + 4]) {
        expect(Math.abs(data[o]!)).toBeLessThanOrEqual(10);
        expect(Math.abs(data[o + 1]!)).toBeLessThanOrEqual(10 + 1e-6);
        expect(data[o + 2]).toBeLessThanOrEqual(400);
      }
      if (data[8 * i + 7]! <= 9) last = i;
    }
    // y = 2 (−1.2)ⁿ: 8.6 after 8 updates, −10.3 after 9; the ninth crosses y = −10 at (8.5996 + 10) / (8.5996 + 10.3195) of its way.
    const crossing = 8 + (2 * 1.2 ** 8 + 10) / (2 * 1.2 ** 8 + 2 * 1.2 ** 9);
    expect(data[8 * last + 5]).toBeCloseTo(-10, 4);
    expect(data[8 * last + 7]).toBeCloseTo(crossing, 5);
  });

  test('f above any cut is bounded, so that no vertex is lost', () => {
    const { runs, model } = sceneOf(sgdAlone(1.05, 30));
    const { data, count } = pathSegments(runs[0]!.record, model.objective, model.display.domain, 20);
    const heights = Array.from({ length: count }, (_, i) => data[8 * i + 2]!);
    expect(Math.max(...heights)).toBe(20);
    expect(Math.min(...heights)).toBeLessThan(1);
  });
});
