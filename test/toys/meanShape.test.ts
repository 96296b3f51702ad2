import { describe, expect, it } from 'vitest';
import { meanShape, meanShapeSpec, type MeanShapeRecord } from '../../src/toys/meanShape.ts';
import { ruleOf } from '../../src/optimizers/index.ts';
import { defaultsOf } from '../../src/params/spec.ts';
import { BAR, BODY, PART } from '../../src/toys/distributions.ts';

type Place = readonly [x: number, y: number];

/** The last row. */
function answerOf({ spec, count, points }: MeanShapeRecord): readonly Place[] {
  const last = points.subarray((count - 1) * 2 * spec.points);
  return Array.from({ length: spec.points }, (_, i) => [last[2 * i]!, last[2 * i + 1]!]);
}

const share = (answer: readonly Place[], is: (x: number, y: number) => boolean): number =>
  answer.filter(([x, y]) => is(x, y)).length / answer.length;

/** Within a box, or 0.03 of it. */
const within =
  (box: { x: number; y: number; width: number; height: number }, side = 1) =>
  (x: number, y: number): boolean =>
    Math.abs(x - side * box.x) < box.width / 2 + 0.03 && Math.abs(y - box.y) < box.height / 2 + 0.03;

/** Mean of the last 30 rows: one batch alone is noisy. */
const lossOf = ({ loss }: MeanShapeRecord): number => loss.slice(-30).reduce((sum, value) => sum + value) / 30;

const radiiOf = (answer: readonly Place[]): number[] => answer.map(([x, y]) => Math.hypot(x, y)).sort((a, b) => a - b);

// Seed 2 gives the same within these limits.
describe('the mean of the toy’s shapes (seed 1)', () => {
  const seed = 1;

  it('ring, EMD: one ring at the middle radius, evenly filled', () => {
    const record = meanShape(meanShapeSpec('ring', 'emd', seed));
    const answer = answerOf(record);
    const radii = radiiOf(answer);
    // Median of U(0.2, 1), where the mean distance is 0.2.
    expect(radii[0]).toBeGreaterThan(0.58);
    expect(radii.at(-1)).toBeLessThan(0.62);
    expect(lossOf(record)).toBeCloseTo(0.2, 2);
    const angles = answer.map(([x, y]) => Math.atan2(y, x)).sort((a, b) => a - b);
    // A 64th of a turn is 0.098.
    angles.slice(1).forEach((angle, i) => expect(angle - angles[i]!).toBeLessThan(0.2));
  });

  it('ring, Chamfer: scattered over the radii, most at the mean, the others out to stand for small and large rings', () => {
    const record = meanShape(meanShapeSpec('ring', 'chamfer', seed));
    const radii = radiiOf(answerOf(record));
    expect(radii[0]).toBeLessThan(0.4);
    expect(radii.at(-1)).toBeGreaterThan(0.75);
    const away = radii.filter((radius) => Math.abs(radius - 0.6) > 0.05).length / radii.length;
    expect(away).toBeGreaterThan(0.1);
    expect(away).toBeLessThan(0.5);
    // A clean ring at 0.6 would cost 0.1067 (twice the variance of U(0.2, 1)).
    expect(lossOf(record)).toBeLessThan(0.08);
  });

  it('bar, EMD: in between, where no bar ever is', () => {
    const record = meanShape(meanShapeSpec('bar', 'emd', seed));
    const answer = answerOf(record);
    expect(share(answer, within(BAR)) + share(answer, within(BAR, -1))).toBe(0);
    expect(share(answer, (x) => Math.abs(x) < 0.4)).toBe(1);
    expect(Math.abs(answer.reduce((sum, [x]) => sum + x, 0) / answer.length)).toBeLessThan(0.05);
    // As tall as the bars are.
    const heights = answer.map(([, y]) => y).sort((a, b) => a - b);
    expect(heights.at(-1)! - heights[0]!).toBeCloseTo(BAR.height, 1);
    expect(lossOf(record)).toBeCloseTo(0.6, 2);
  });

  it('bar, Chamfer: a few points in both places, the many halfway on one thin line', () => {
    const record = meanShape(meanShapeSpec('bar', 'chamfer', seed));
    const answer = answerOf(record);
    for (const side of [-1, 1]) {
      const there = share(answer, within(BAR, side));
      expect(there).toBeGreaterThan(0.01);
      expect(there).toBeLessThan(0.06);
    }
    expect(share(answer, (x) => Math.abs(x) < 0.02)).toBeGreaterThan(0.9);
    expect(lossOf(record)).toBeCloseTo(0.3, 2);
  });

  it('part, Chamfer: the body, and a few points in both places of the part, none between', () => {
    const answer = answerOf(meanShape(meanShapeSpec('part', 'chamfer', seed)));
    for (const side of [-1, 1]) expect(share(answer, within(PART, side))).toBeGreaterThan(0.01);
    expect(share(answer, within(BODY))).toBeGreaterThan(0.9);
    expect(share(answer, (x, y) => Math.abs(x) < 0.4 && y > -0.25)).toBe(0);
  });

  it('part, EMD: the body, and the part’s points smeared between its places', () => {
    const answer = answerOf(meanShape(meanShapeSpec('part', 'emd', seed)));
    expect(share(answer, within(BODY))).toBeGreaterThan(0.6);
    expect(share(answer, within(BODY))).toBeLessThan(0.8);
    expect(share(answer, (x, y) => Math.abs(x) < 0.45 && y > -0.27)).toBeGreaterThan(0.15);
  });
});

describe('meanShape', () => {
  const small = { ...meanShapeSpec('ring', 'chamfer', 3), points: 20, steps: 12 };

  it('has a row for the start and one for each update, the same for one spec (seed 3)', () => {
    const record = meanShape(small);
    expect(record.count).toBe(13);
    expect(record.loss).toHaveLength(13);
    expect(record.points).toHaveLength(13 * 40);
    expect(meanShape(small)).toEqual(record);
    expect(meanShape({ ...small, seed: 4 }).points).not.toEqual(record.points);
    // Both losses begin with the same points.
    const other = meanShape({ ...small, loss: 'emd' });
    expect(other.points.slice(0, 40)).toEqual(record.points.slice(0, 40));
  });

  it('runs any rule: plain SGD makes the first step that its formula says', () => {
    const rule = ruleOf('sgd', 'torch');
    const run = (lr: number) =>
      meanShape({ ...small, optimizer: 'sgd', params: { ...defaultsOf(rule.params), lr } }).points;
    const [once, twice] = [run(0.5), run(1)];
    for (let k = 0; k < 40; k++) expect(twice[40 + k]! - twice[k]!).toBeCloseTo(2 * (once[40 + k]! - once[k]!), 6);
    expect(once.slice(40, 80)).not.toEqual(once.slice(0, 40));
  });

  it('hears of every row, stops when its listener throws, and keeps only finite rows', () => {
    const counts: number[] = [];
    meanShape(small, ({ count }) => counts.push(count));
    expect(counts).toEqual([...Array(13).keys()].map((row) => row + 1));
    const stop = (): void => {
      throw new Error('stopped');
    };
    expect(() => meanShape(small, stop)).toThrow('stopped');
    const rule = ruleOf('sgd', 'torch');
    const wild = { ...small, optimizer: 'sgd', params: { ...defaultsOf(rule.params), lr: 1e200 }, steps: 40 };
    const { count, points, loss } = meanShape(wild);
    expect(count).toBeLessThan(41);
    expect(points).toHaveLength(count * 40);
    expect(loss).toHaveLength(count);
    expect(points.every(Number.isFinite)).toBe(true);
    expect(meanShape({ ...wild, loss: 'emd' }).count).toBe(1);
  });
});
