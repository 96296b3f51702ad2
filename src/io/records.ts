import { phaseAt } from '../registration/phase.ts';
import type { RegistrationRecord } from '../registration/types.ts';
import { digits } from './digits.ts';

/** A registration as its numbers are taken away. */
export interface RecordedRun {
  /** The method's id. */
  readonly method: string;
  /** What was asked for: a plain object of settings. */
  readonly spec: object;
  readonly record: RegistrationRecord;
  /** A share of the target's largest dimension for each state; null: the truth is not known. */
  readonly errors: Float64Array | null;
  /** What it came to. */
  readonly result: object;
}

const matrixNames = Array.from({ length: 16 }, (_, i) => `m${Math.floor(i / 4)}${i % 4}`);

const perStep = ['fitness', 'inlierRmse', 'inliers', 'scale', 'limit'] as const;

/**
 * Every state of every record, one a row, all digits: the method's place and name, the step, the part of the method, Open3D's fitness and inlier RMSE, the
 * number of inliers, the kernel's scale, the limit of distance, the error where the truth is known, and the pose target ← source,
 * row major, between the clouds as the method had them. What there is not (NaN) is left empty.
 */
export function recordsAsCsv(runs: readonly RecordedRun[]): string {
  const cell = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? '' : digits(value));
  const lines = runs.flatMap(({ method, record, errors }, place) =>
    Array.from({ length: record.steps + 1 }, (_, step) =>
      [
        place + 1,
        method,
        step,
        phaseAt(record, step),
        ...perStep.map((name) => cell(record[name][step])),
        cell(errors?.[step]),
        ...record.poses.subarray(16 * step, 16 * step + 16),
      ].map((value) => (typeof value === 'number' ? digits(value) : value)),
    ),
  );
  const head = ['pane', 'method', 'step', 'phase', ...perStep, 'error', ...matrixNames];
  return `${[head, ...lines].map((line) => line.join(',')).join('\n')}\n`;
}

/** The same as JSON with what was asked for and what it came to; NaN and Infinity, which JSON has not, are null. */
export function recordsAsJson(runs: readonly RecordedRun[]): string {
  const column = (values: Float64Array) => Array.from(values, (value) => (Number.isFinite(value) ? value : null));
  const shown = runs.map(({ method, spec, record, errors, result }) => ({
    method,
    spec,
    result,
    steps: record.steps,
    phases: record.phases,
    ...Object.fromEntries(perStep.map((name) => [name, column(record[name])])),
    error: errors && column(errors),
    eigenvalues: rowsOf(column(record.eigenvalues), 6),
    targetFromSource: rowsOf(column(record.poses), 16),
  }));
  return `${JSON.stringify({ direction: 'target <- source, row major', runs: shown })}\n`;
}

function rowsOf<T>(values: readonly T[], width: number): readonly (readonly T[])[] {
  return Array.from({ length: values.length / width }, (_, row) => values.slice(row * width, (row + 1) * width));
}
