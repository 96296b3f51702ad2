import { describe, expect, it } from 'vitest';
import type { Points } from '../../src/clouds/types.ts';
import { createRng } from '../../src/math/rng.ts';
import { BAR, drawBatch, RING_RADII, toyDistributions } from '../../src/toys/distributions.ts';
import { lossIds, type LossId } from '../../src/toys/ids.ts';
import { meanLoss } from '../../src/toys/loss.ts';

const ids = ['ring', 'bar', 'part'] as const;
const radii = (points: Points): number[] =>
  [...Array(points.length / 3).keys()].map((i) => Math.hypot(points[3 * i]!, points[3 * i + 1]!));

describe('the toy’s shapes', () => {
  it.each(ids)('%s: the same for one seed, planar, finite, in the square of ±1 (seed 4)', (id) => {
    const batch = drawBatch(toyDistributions[id], 8, 50, createRng(4, 'toy.test'));
    expect(drawBatch(toyDistributions[id], 8, 50, createRng(4, 'toy.test'))).toEqual(batch);
    for (const shape of batch) {
      expect(shape).toHaveLength(150);
      expect(shape.every((value, i) => (i % 3 === 2 ? value === 0 : Math.abs(value) <= 1))).toBe(true);
    }
  });

  it('ring: one radius a shape, one shape from each eighth of the range (seed 5)', () => {
    drawBatch(toyDistributions.ring, 8, 50, createRng(5, 'toy.test')).forEach((ring, k) => {
      const all = radii(ring);
      expect(Math.max(...all) - Math.min(...all)).toBeLessThan(1e-12);
      const place = (8 * (all[0]! - RING_RADII[0])) / (RING_RADII[1] - RING_RADII[0]);
      expect(Math.floor(place)).toBe(k);
    });
  });

  it('bar: as many on the left as on the right, each within its box (seed 6)', () => {
    drawBatch(toyDistributions.bar, 8, 50, createRng(6, 'toy.test')).forEach((bar, k) => {
      const centre = k < 4 ? -BAR.x : BAR.x;
      expect(bar.every((value, i) => i % 3 !== 0 || Math.abs(value - centre) <= BAR.width / 2)).toBe(true);
      expect(bar.every((value, i) => i % 3 !== 1 || Math.abs(value) <= BAR.height / 2)).toBe(true);
    });
  });
});

describe('meanLoss', () => {
  it.each(lossIds)('%s: its gradient is that of its differences (seed 7)', (id) => {
    const rng = createRng(7, 'toy.test');
    const shapes = drawBatch(toyDistributions.ring, 3, 20, rng);
    const x = Float64Array.from({ length: 40 }, () => rng.between(-1, 1));
    const gradient = new Float64Array(40);
    const value = meanLoss(id, x, shapes, gradient);
    const parts = shapes.map((shape) => meanLoss(id, x, [shape], new Float64Array(40)));
    expect(value).toBeCloseTo((parts[0]! + parts[1]! + parts[2]!) / 3, 14);
    const h = 1e-6;
    for (let k = 0; k < x.length; k++) {
      const at = (by: number): number => meanLoss(id, x.with(k, x[k]! + by), shapes, new Float64Array(40));
      // Central differences: h² and rounding over h leave about 1e-9, where no neighbour or partner changes within h.
      expect(Math.abs((at(h) - at(-h)) / (2 * h) - gradient[k]!)).toBeLessThan(1e-7);
    }
  });

  it('is 0 with a gradient of 0 where the answer is the shape', () => {
    const shape = toyDistributions.ring.draw(0.5, 16, createRng(1, 'toy.test'));
    const x = Float64Array.from({ length: 32 }, (_, k) => shape[3 * (k >> 1) + (k % 2)]!);
    for (const id of lossIds) {
      const gradient = new Float64Array(32).fill(9);
      expect(meanLoss(id, x, [shape], gradient)).toBe(0);
      expect(gradient.every((value) => value === 0)).toBe(true);
    }
  });

  it('EMD hardly tells a bar on one side, in the middle or half on each; Chamfer does (seed 8)', () => {
    const n = 64;
    const rng = createRng(8, 'toy.test');
    const shapes = drawBatch(toyDistributions.bar, 16, n, rng);
    const barAt = (centre: (i: number) => number): Float64Array =>
      Float64Array.from({ length: 2 * n }, (_, k) =>
        k % 2 === 0 ? centre(k >> 1) + BAR.width * (rng.uniform() - 0.5) : BAR.height * (((k >> 1) + 0.5) / n - 0.5),
      );
    const places = [() => -BAR.x, () => 0, (i: number) => (i % 2 === 0 ? -BAR.x : BAR.x)].map(barAt);
    const of = (id: LossId): number[] => places.map((x) => meanLoss(id, x, shapes, new Float64Array(2 * n)));
    // |x − l| + |x − r| is the same anywhere between l and r: half of the distance on the average, and a little for what does not fit.
    for (const value of of('emd')) expect(Math.abs(value - BAR.x)).toBeLessThan(0.03);
    const [left, middle, split] = of('chamfer');
    // Squares: half of the time 1.2² both ways; always 0.6² both ways; half of the points 1.2² one way.
    expect(left).toBeCloseTo(1.28, 1);
    expect(middle).toBeCloseTo(0.57, 1);
    expect(split).toBeCloseTo(0.64, 1);
  });
});
