import type { Samples } from '../types.ts';

/** Samples of two or more classes from their inputs, row by row. */
export function classSamples(x: Float64Array, labels: Uint8Array, inputs: number, outputs: number): Samples {
  const targets = new Float64Array(labels.length * outputs);
  labels.forEach((label, i) => (targets[i * outputs + label] = 1));
  return { count: labels.length, inputs, x, labels, targets, outputs };
}

export function valueSamples(x: Float64Array, targets: Float64Array, inputs: number, outputs: number): Samples {
  return { count: x.length / inputs, inputs, x, labels: null, targets, outputs };
}

/** By sample: how many of its own class stand before it. */
export function placesInClass(labels: Iterable<number>): number[] {
  const seen: number[] = [];
  return Array.from(labels, (label) => (seen[label] = (seen[label] ?? -1) + 1));
}

/** The samples numbered `rows`, in that order. */
export function pickSamples(all: Samples, rows: ArrayLike<number>): Samples {
  const { inputs, outputs } = all;
  const x = new Float64Array(rows.length * inputs);
  const targets = new Float64Array(rows.length * outputs);
  const labels = all.labels && new Uint8Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    x.set(all.x.subarray(row * inputs, (row + 1) * inputs), i * inputs);
    targets.set(all.targets.subarray(row * outputs, (row + 1) * outputs), i * outputs);
    if (labels) labels[i] = all.labels[row]!;
  }
  return { count: rows.length, inputs, outputs, x, targets, labels };
}
