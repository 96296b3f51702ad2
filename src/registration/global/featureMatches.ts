import type { Stop } from '../types.ts';
import { FPFH_SIZE } from './fpfh.ts';

/** Pairs of a source point and a target point that look alike. */
export interface Matches {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** With fewer mutual pairs than this, one-sided ones are taken too (Open3D does so): small or noisy clouds have few. */
const ENOUGH_MUTUAL = 60;

/**
 * Pairs whose features (rows of 33) are each the other's nearest; where these are too few, every source point with its nearest. Incomplete when stopped.
 * Exact and without randomness: all pairs are compared, most of them by a few of their numbers.
 */
export function matchFeatures(source: Float32Array, target: Float32Array, stop: Stop): Matches {
  const order = byVariance(target);
  const sourceRows = reordered(source, order);
  const targetRows = reordered(target, order);
  const toTarget = nearestRows(sourceRows, targetRows, stop);
  const toSource = nearestRows(targetRows, sourceRows, stop);
  const mutual: number[] = [];
  const all: number[] = [];
  toTarget.forEach((to, from) => {
    if (to < 0) return;
    all.push(from);
    if (toSource[to] === from) mutual.push(from);
  });
  const from = Int32Array.from(mutual.length >= ENOUGH_MUTUAL ? mutual : all);
  return { from, to: from.map((i) => toTarget[i]!) };
}

/** The numbers of a row, the most telling first, so that a comparison can stop early. */
function byVariance(rows: Float32Array): readonly number[] {
  const count = rows.length / FPFH_SIZE;
  const variance = Array.from({ length: FPFH_SIZE }, (_, k) => {
    let sum = 0;
    let squares = 0;
    for (let i = 0; i < count; i++) {
      const value = rows[i * FPFH_SIZE + k]!;
      sum += value;
      squares += value * value;
    }
    return squares / count - (sum / count) ** 2;
  });
  return variance.map((_, k) => k).sort((a, b) => variance[b]! - variance[a]! || a - b);
}

function reordered(rows: Float32Array, order: readonly number[]): Float32Array {
  return rows.map((_, at) => rows[at - (at % FPFH_SIZE) + order[at % FPFH_SIZE]!]!);
}

/** Rows between two looks at whether to stop: some 20 ms. */
const ROWS_PER_LOOK = 128;

/** For each row its nearest other row (the first of equals); −1 for a row without information (all zero), and for those left when stopped. */
function nearestRows(rows: Float32Array, others: Float32Array, stop: Stop): Int32Array {
  const out = new Int32Array(rows.length / FPFH_SIZE).fill(-1);
  const row = new Float64Array(FPFH_SIZE);
  for (let i = 0; i < out.length; i++) {
    if (i % ROWS_PER_LOOK === 0 && stop.aborted) break;
    let total = 0;
    for (let k = 0; k < FPFH_SIZE; k++) total += row[k] = rows[i * FPFH_SIZE + k]!;
    let best = Infinity;
    let bestAt = -1;
    if (total > 0) {
      for (let at = 0; at < others.length; at += FPFH_SIZE) {
        let sum = 0;
        for (let k = 0; k < FPFH_SIZE && sum < best; k += 3) {
          const a = row[k]! - others[at + k]!;
          const b = row[k + 1]! - others[at + k + 1]!;
          const c = row[k + 2]! - others[at + k + 2]!;
          sum += a * a + b * b + c * c;
        }
        if (sum < best) {
          best = sum;
          bestAt = at / FPFH_SIZE;
        }
      }
    }
    out[i] = bestAt;
  }
  return out;
}
