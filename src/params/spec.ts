/** A parameter's name is its key in the record that holds it; its label is `param.<name>` in the dictionaries. */
export interface ParamSpec {
  /** The only place where the default stands. */
  readonly default: number;
  /** Range of the slider. Typed and linked values may lie outside it, within `accepts`. */
  readonly min: number;
  readonly max: number;
  readonly scale: 'linear' | 'log';
  readonly integer?: boolean;
  /** The symbol in formulas, e.g. `η`, `β₁`. */
  readonly symbol?: string;
  /** What is valid at all; the bounds are inclusive unless they are `above` or `below`. */
  readonly accepts?: { readonly min?: number; readonly max?: number; readonly above?: number; readonly below?: number };
}

/** What alone counts where a number is typed, not dragged. */
export type Accepted = Pick<ParamSpec, 'integer' | 'accepts'>;

/** Whole numbers from `min` to `max`. */
export const whole = (min: number, max: number): Accepted => ({ integer: true, accepts: { min, max } });

export type ParamSpecs = Readonly<Record<string, ParamSpec>>;
export type ParamValues = Readonly<Record<string, number>>;

/** Why `value` is not acceptable for `spec`, as a clause that follows the parameter's name, or null when it is. */
export function refusal(spec: Accepted, value: number): string | null {
  const { min, max, above, below } = spec.accepts ?? {};
  if (!Number.isFinite(value)) return 'must be a finite number';
  if (spec.integer && !Number.isInteger(value)) return 'must be a whole number';
  if (min !== undefined && value < min) return `must be at least ${min}`;
  if (max !== undefined && value > max) return `must be at most ${max}`;
  if (above !== undefined && value <= above) return `must be greater than ${above}`;
  if (below !== undefined && value >= below) return `must be less than ${below}`;
  return null;
}

export function defaultsOf(specs: ParamSpecs): Record<string, number> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, spec.default]));
}
