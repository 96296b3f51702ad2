import { describe, expect, test } from 'vitest';
import type { Mesh } from '../../../src/clouds/types.ts';
import { raiseBead } from '../../../src/view/solids/bead.ts';
import { blockUnder } from '../../../src/view/solids/block.ts';
import { sheetBelow } from '../../../src/view/solids/sheet.ts';

/** Directed edges that no other triangle runs along the other way, exactly once. */
function looseEdges({ triangles }: Mesh): number {
  const edges = new Map<string, number>();
  for (let t = 0; t < triangles.length; t += 3) {
    for (let i = 0; i < 3; i++) {
      const key = `${triangles[t + i]} ${triangles[t + ((i + 1) % 3)]}`;
      edges.set(key, (edges.get(key) ?? 0) + 1);
    }
  }
  return [...edges].filter(([key, count]) => count !== 1 || edges.get(key.split(' ').reverse().join(' ')) !== 1).length;
}

/** By the divergence theorem; negative where triangles face inwards. */
function volume({ vertices, triangles }: Mesh): number {
  const at = (k: number) => vertices.subarray(3 * k, 3 * k + 3) as unknown as [number, number, number];
  let six = 0;
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [at(triangles[t]!), at(triangles[t + 1]!), at(triangles[t + 2]!)];
    six += a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) + a[2] * (b[0] * c[1] - b[1] * c[0]);
  }
  return six / 6;
}

const grid = (columns: number, rows: number, f: (x: number, y: number) => number) => ({
  columns,
  rows,
  step: [0.5, 0.25] as const,
  height: Float64Array.from({ length: columns * rows }, (_, k) =>
    f((k % columns) * 0.5, Math.floor(k / columns) * 0.25),
  ),
});

describe('the block under a relief', () => {
  test('is closed, faces outwards, and holds what lies under a slope', () => {
    const block = blockUnder(
      grid(9, 13, (x, y) => -2 + x + 2 * y),
      4,
    );
    expect(looseEdges(block)).toBe(0);
    // 4 × 3 wide, a foot of 4, and on it the slope's mean height over its lowest: (4 + 6) / 2.
    expect(volume(block)).toBeCloseTo(4 * 3 * (4 + 5), 9);
    expect(block.vertices.filter((_, i) => i % 3 === 2).reduce((a, b) => Math.min(a, b))).toBe(0);
  });

  test('stays closed with beads, which rise by their radius along the line and nowhere further off', () => {
    const heights = grid(41, 41, () => 1);
    raiseBead(heights, Float64Array.from([2, 5, 1, 12, 5, 1]), 0.8);
    const at = (x: number, y: number) => heights.height[(y / 0.25) * 41 + x / 0.5];
    expect(at(7, 5)).toBeCloseTo(1.8, 12);
    expect(at(7, 5.5)).toBeCloseTo(1 + Math.sqrt(0.64 - 0.25), 12);
    expect(at(7, 6)).toBe(1);
    expect(at(1, 5)).toBe(1);
    expect(looseEdges(blockUnder(heights, 2))).toBe(0);
  });
});

describe('the sheet below a cut', () => {
  const size = 21;
  const sampled = (f: (x: number, y: number) => number) => ({
    domain: [-1, 1, -1, 1] as const,
    size,
    f: Float64Array.from({ length: size * size }, (_, k) => f(-1 + (k % size) / 10, -1 + Math.floor(k / size) / 10)),
  });
  const area = ({ vertices, triangles }: Mesh) => {
    let twice = 0;
    for (let t = 0; t < triangles.length; t += 3) {
      const [ax, ay, bx, by, cx, cy] = [0, 1, 2].flatMap((i) => [
        ...vertices.subarray(3 * triangles[t + i]!, 3 * triangles[t + i]! + 2),
      ]) as [number, number, number, number, number, number];
      twice += (bx - ax) * (cy - ay) - (cx - ax) * (by - ay);
    }
    return twice / 2;
  };

  test('covers exactly what a slope leaves below, faces up, and ends at the cut', () => {
    const sheet = sheetBelow(
      sampled((x, y) => x + y),
      0.33,
    );
    // The square of side 2 less the triangle beyond x + y = .33, whose legs are 2 − .33.
    expect(area(sheet)).toBeCloseTo(4 - 1.67 ** 2 / 2, 9);
    expect(Math.max(...sheet.f)).toBe(0.33);
  });

  test('a pole is a hole', () => {
    const sheet = sheetBelow(
      sampled((x, y) => (Math.hypot(x, y) < 1e-9 ? NaN : 0)),
      1,
    );
    // Six triangles meet at the pole, each half a cell.
    expect(area(sheet)).toBeCloseTo(4 - 6 * 0.005, 9);
  });
});
