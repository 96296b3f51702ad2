import { digits } from './digits.ts';

/** Numbers of one kind, one a row. */
export interface Column {
  /** In files. */
  readonly name: string;
  readonly values: ArrayLike<number>;
  /** The row of its first value. */
  readonly from?: number;
}

/** What stands in a row, all digits; empty where there is no number. */
function cellOf({ values, from = 0 }: Column, row: number): string {
  const value = values[row - from];
  return value === undefined || Number.isNaN(value) ? '' : digits(value);
}

/** The same for reading: six significant digits. */
export function readableCellOf({ values, from = 0 }: Column, row: number): string {
  const value = values[row - from];
  return value === undefined || Number.isNaN(value) ? '' : digits(Number(value.toPrecision(6)));
}

export function rowsOf(columns: readonly Column[]): number {
  return Math.max(0, ...columns.map(({ values, from = 0 }) => values.length + from));
}

/** Columns side by side behind the number of the row, which is a step's unless said. */
export function columnsAsCsv(columns: readonly Column[], row = 'step'): string {
  const rows = Array.from({ length: rowsOf(columns) }, (_, k) => [k, ...columns.map((one) => cellOf(one, k))]);
  return `${[[row, ...columns.map(({ name }) => name)], ...rows].map((line) => line.join(',')).join('\n')}\n`;
}
