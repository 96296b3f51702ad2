import { scalarFunctionOf } from './functions.ts';
import type { SdmPaths, SdmRecord, SdmSpec } from './types.ts';

/** A training with its trials, and what it was asked for by. */
export interface SdmRun {
  readonly spec: SdmSpec;
  readonly record: SdmRecord;
}

/** A start has arrived when it is as near to x* as this part of the width of the range of training. */
const NEAR = 0.01;
/** Beyond the ranges of training and test a picture shows this part of their half width more. */
const MARGIN = 0.25;

/** x of every start after `step` updates, or after the last. */
export function valuesAt({ starts, x }: SdmPaths, step: number): Float64Array<ArrayBuffer> {
  const stride = x.length / starts;
  return Float64Array.from({ length: starts }, (_, i) => x[i * stride + Math.min(step, stride - 1)]!);
}

/** The values of x that a picture holds. */
export function shownRange({ low, high, reach }: SdmSpec): readonly [low: number, high: number] {
  const half = ((high - low) / 2) * (Math.max(reach, 1) + MARGIN);
  return [(low + high) / 2 - half, (low + high) / 2 + half];
}

/** How starts stand after `step` updates; `outside` of the picture are those too that are lost. */
export function countsAt({ spec, record }: SdmRun, who: 'train' | 'test' | 'newton', step: number) {
  const [low, high] = shownRange(spec);
  const values = valuesAt(record[who], step);
  return {
    starts: values.length,
    error: record[who].error[Math.min(step, spec.maps)]!,
    arrived: values.filter((x) => isNear(x, spec, record)).length,
    outside: values.filter((x) => !(x >= low && x <= high)).length,
  };
}

function isNear(x: number, { low, high }: SdmSpec, { answer }: SdmRecord): boolean {
  return Math.abs(x - answer) <= NEAR * (high - low);
}

/** Unseen starts that map `map`, from 1, took farther from x*. */
export function movedAway({ record: { test, answer } }: SdmRun, map: number): number {
  const before = valuesAt(test, map - 1);
  return valuesAt(test, map).filter((x, i) => Math.abs(x - answer) > Math.abs(before[i]! - answer)).length;
}

/** Unseen starts from inside the range of training and from outside, and how many of either have arrived. */
export function bySide({ spec, record }: SdmRun, step: number) {
  const counts = { inside: 0, outside: 0, insideArrived: 0, outsideArrived: 0 };
  const now = valuesAt(record.test, step);
  valuesAt(record.test, 0).forEach((x, i) => {
    const side = x >= spec.low && x <= spec.high ? 'inside' : 'outside';
    counts[side]++;
    if (isNear(now[i]!, spec, record)) counts[`${side}Arrived`]++;
  });
  return counts;
}

/** Medians of |h′| where those of Newton's updates begin that leave the picture, and where the others do. NaN: there are none. */
export function newtonSlopes({ spec, record }: SdmRun): { readonly leaps: number; readonly others: number } {
  const { slope } = scalarFunctionOf(spec.h);
  const [low, high] = shownRange(spec);
  const isShown = (x: number) => x >= low && x <= high;
  const [leaps, others]: [number[], number[]] = [[], []];
  for (let k = 0; k < spec.maps; k++) {
    const after = valuesAt(record.newton, k + 1);
    valuesAt(record.newton, k).forEach((x, i) => {
      if (isShown(x)) (isShown(after[i]!) ? others : leaps).push(Math.abs(slope(x)));
    });
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1] ?? NaN;
  return { leaps: median(leaps), others: median(others) };
}

/** The x from which map `k` (from 0) reaches x* at once, where h has the value v: over h a line, which is what the regression fits along x. */
export function mapLine({ spec, record: { answer, maps } }: SdmRun, k: number): (v: number) => number {
  return (v) => answer - maps[2 * k + 1]! - maps[2 * k]! * (v - spec.target);
}
