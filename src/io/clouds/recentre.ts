import type { Points } from '../../clouds/types.ts';
import type { Notice, Origin } from './types.ts';

const SAMPLES = 10_000;
/** Farther from zero than this, in the file's unit, or than this many times the cloud's spread. */
const FAR = 1e5;
const FAR_BY_SPREAD = 1e4;

const quantile = (sorted: Float64Array, part: number): number => sorted[Math.round(part * (sorted.length - 1))]!;

/** Median and spread (5 % to 95 %) of one coordinate, from at most 10,000 points: a few wild ones must not decide. */
function summary(points: Points, axis: number): { median: number; spread: number; step: number } {
  const count = points.length / 3;
  const stride = Math.max(1, Math.floor(count / SAMPLES));
  const some = new Float64Array(Math.ceil(count / stride));
  for (let i = 0; i < some.length; i++) some[i] = points[3 * i * stride + axis]!;
  some.sort();
  const median = quantile(some, 0.5);
  const spread = quantile(some, 0.95) - quantile(some, 0.05);
  return { median, spread, step: 2 ** (Math.floor(Math.log2(Math.abs(median) || 1)) - 23) };
}

/**
 * What to subtract so that sums and squares of coordinates keep their digits: with UTM coordinates (y about 4.5e6) a squared
 * distance of 1e-6 is lost in float64 already, and a picture is drawn in float32. Rule: where the median of some coordinate is beyond
 * 1e5, or beyond 1e4 times the largest spread, the origin is the medians, rounded to a power of ten (of two below 1) not
 * above the spread. So rounded, the subtraction in float64 is exact for all points near the cloud.
 */
export function originOf(points: Points): Origin {
  const axes = [0, 1, 2].map((axis) => summary(points, axis));
  const spread = Math.max(...axes.map((one) => one.spread));
  const far = Math.max(...axes.map(({ median }) => Math.abs(median)));
  const farBySpread = spread > 0 && far > FAR_BY_SPREAD * spread;
  if (!(far > FAR || farBySpread)) return [0, 0, 0];
  const grid =
    spread >= 1 || spread === 0
      ? 10 ** Math.max(0, Math.floor(Math.log10(spread || 1)))
      : 2 ** Math.floor(Math.log2(spread));
  const [x = 0, y = 0, z = 0] = axes.map(({ median }) => Math.round(median / grid) * grid);
  return [x, y, z];
}

/** Coordinates that were stored as float32 so far out that they lie on a grid coarser than a thousandth of the cloud's spread. */
export function coarseNotice(points: Points): Notice[] {
  const axes = [0, 1, 2].map((axis) => summary(points, axis));
  const spread = Math.max(...axes.map((one) => one.spread));
  const step = Math.max(...axes.map((one) => one.step));
  return spread > 0 && step > 1e-3 * spread ? [{ id: 'coarse', values: { step } }] : [];
}

export function subtractOrigin(points: Points, [x, y, z]: Origin): void {
  if (x === 0 && y === 0 && z === 0) return;
  for (let i = 0; i < points.length; i += 3) {
    points[i] = points[i]! - x;
    points[i + 1] = points[i + 1]! - y;
    points[i + 2] = points[i + 2]! - z;
  }
}
