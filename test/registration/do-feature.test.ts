import { describe, expect, test } from 'vitest';
import { identity, type Matrix4 } from '../../src/math/matrix4.ts';
import { createRng } from '../../src/math/rng.ts';
import { expSe3 } from '../../src/math/se3.ts';
import { featureOf } from '../../src/registration/do/feature.ts';
import type { DoFeature, DoModelPoints } from '../../src/registration/do/types.ts';

/* The feature against its definition, written down once more; the grid against the direct sum. */

const SEED = 3;
const DIRECT: DoFeature = { kind: 'direct' };
const GRID: DoFeature = { kind: 'grid', step: 0.05 };

function randomModel(count: number): DoModelPoints {
  const rng = createRng(SEED, 'model');
  const points = Float32Array.from({ length: 3 * count }, () => rng.between(-1, 1));
  const normals = new Float32Array(3 * count);
  const n = new Float64Array(3);
  for (let a = 0; a < count; a++) normals.set(rng.direction(n), 3 * a);
  return { points, normals };
}

function randomScene(count: number, half: number): Float64Array {
  const rng = createRng(SEED, 'scene');
  return Float64Array.from({ length: 3 * count }, () => rng.between(-half, half));
}

function featureBy(
  kind: DoFeature,
  model: DoModelPoints,
  points: Float64Array,
  pose: Matrix4 = identity(),
): Float64Array {
  const out = new Float64Array(2 * (model.points.length / 3)).fill(NaN);
  featureOf(kind, model)(points, pose, out);
  return out;
}

/** Σ exp(−‖s − m‖²/0.03), front and back apart, divided by the total: the definition, by Math.exp. */
function byDefinition({ points: m, normals: n }: DoModelPoints, scene: Float64Array, dropped = 0): Float64Array {
  const count = m.length / 3;
  const h = new Float64Array(2 * count);
  for (let a = 0; a < count; a++) {
    for (let s = 0; s < scene.length; s += 3) {
      const d = [0, 1, 2].map((c) => scene[s + c]! - m[3 * a + c]!);
      const weight = Math.exp(-(d[0]! ** 2 + d[1]! ** 2 + d[2]! ** 2) / 0.03);
      const front = d[0]! * n[3 * a]! + d[1]! * n[3 * a + 1]! + d[2]! * n[3 * a + 2]! > 0;
      if (weight >= dropped) h[front ? a : count + a]! += weight;
    }
  }
  const total = h.reduce((sum, v) => sum + v, 0);
  return h.map((v) => v / total);
}

const largestGap = (a: Float64Array, b: Float64Array) => a.reduce((gap, v, i) => Math.max(gap, Math.abs(v - b[i]!)), 0);

describe('one model point, normal +z', () => {
  const model: DoModelPoints = { points: Float32Array.of(0, 0, 0.5), normals: Float32Array.of(0, 0, 1) };

  test.each([DIRECT, GRID])('$kind: above it is front, below it back', (kind) => {
    expect([...featureBy(kind, model, Float64Array.of(0.1, 0, 0.6))]).toEqual([1, 0]);
    expect([...featureBy(kind, model, Float64Array.of(0.1, 0, 0.4))]).toEqual([0, 1]);
  });

  test('direct: the plane through it, where n·(s − m) = 0, counts as back; nothing in reach gives zeros, not NaN', () => {
    expect([...featureBy(DIRECT, model, Float64Array.of(0.1, 0, 0.5))]).toEqual([0, 1]);
    for (const kind of [DIRECT, GRID]) {
      expect([...featureBy(kind, model, new Float64Array(0))]).toEqual([0, 0]);
      expect([...featureBy(kind, model, Float64Array.of(60, 0, 0))]).toEqual([0, 0]);
    }
  });

  test('direct: two points weigh as exp(−d²/0.03): front 0.1 away, back 0.2 away', () => {
    const [front, back] = featureBy(DIRECT, model, Float64Array.of(0, 0, 0.6, 0, 0, 0.3));
    const ratio = Math.exp(-(0.2 ** 2 - 0.1 ** 2) / 0.03);
    expect(back! / front!).toBeCloseTo(ratio, 14);
    expect(front! + back!).toBeCloseTo(1, 15);
  });
});

test(`direct (seed ${SEED}): 60 model points, 300 scene points, moved by a pose: the definition to 1e-14`, () => {
  const model = randomModel(60);
  const scene = randomScene(300, 1.3);
  const pose = expSe3([0.4, -0.2, 0.7], [0.1, 0.2, -0.3]);
  const moved = new Float64Array(scene.length);
  for (let i = 0; i < scene.length; i += 3) {
    for (let r = 0; r < 3; r++) {
      moved[i + r] = pose[4 * r + 3]! + [0, 1, 2].reduce((sum, c) => sum + pose[4 * r + c]! * scene[i + c]!, 0);
    }
  }
  expect(largestGap(featureBy(DIRECT, model, scene, pose), byDefinition(model, moved))).toBeLessThan(1e-14);
});

test(`grid (seed ${SEED}): each point counts as its nearest node, weights under 1e-6 dropped: the definition there to 1e-7`, () => {
  const model = randomModel(60);
  const scene = randomScene(300, 2.2);
  const nodes = Float64Array.from(scene, (v) => Math.round((v + 2) / 0.05) * 0.05 - 2);
  // Beyond ±2 there are no nodes; nothing there is within reach.
  const inside: number[] = [];
  for (let i = 0; i < nodes.length; i += 3) {
    const node = [...nodes.subarray(i, i + 3)];
    if (node.every((v) => Math.abs(v) <= 2 + 1e-9)) inside.push(...node);
  }
  expect(inside.length).toBeLessThan(nodes.length);
  const grid = featureBy(GRID, model, scene);
  expect(largestGap(grid, byDefinition(model, Float64Array.from(inside), 1e-6))).toBeLessThan(1e-7);
  // The direct sum at the nodes differs by the dropped weights alone; off the nodes it is another feature.
  expect(largestGap(grid, featureBy(DIRECT, model, Float64Array.from(inside)))).toBeLessThan(1e-4);
  expect(largestGap(grid, featureBy(DIRECT, model, scene))).toBeGreaterThan(1e-3);
});

test('grid: NaN and infinite coordinates are outside', () => {
  const model = randomModel(10);
  const bad = Float64Array.of(NaN, 0, 0, Infinity, 0, 0, 0, -Infinity, 0);
  expect([...featureBy(GRID, model, bad)].every((v) => v === 0)).toBe(true);
});
