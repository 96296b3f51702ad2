/** A line of a chart by steps. */
export interface StepLine {
  readonly key: string;
  /** Told apart by it in the page's own inspection: `data-run`. */
  readonly run: string;
  readonly colour: string | undefined;
  /** One a step, from step 0. */
  readonly values: Float64Array;
  readonly dash?: string | undefined;
  /** It is of an older experiment: greyed. */
  readonly older?: boolean;
  /** The shape of its head; a disc without one. */
  readonly shape?: number;
}

/** Where a value stands on the axis: 0 at its foot, 1 at its head. */
export type HeightOf = (value: number) => number;

/** Height between rows, linear in what is drawn; beyond the end the last row's. NaN where there is no row. */
export function heightAtRow(heightOf: HeightOf, values: Float64Array, row: number): number {
  const last = values.length - 1;
  if (last < 0) return NaN;
  const whole = Math.min(Math.floor(row), last);
  const a = heightOf(values[whole]!);
  const u = Math.min(row, last) - whole;
  return u === 0 ? a : a + u * (heightOf(values[whole + 1]!) - a);
}
