import type { Semantics } from '../../optimizers/types.ts';
import measured from './forecast.json' with { type: 'json' };

/** What became of the runs of a rule and of what was foretold of them, in numbers of runs. */
export interface ForecastCounts {
  /** Foretold to end higher than it began, and did. */
  readonly hit: number;
  /** Foretold to, and did not. */
  readonly alarm: number;
  /** Foretold not to, and did. */
  readonly miss: number;
  /** Undecided, and did; and did not. */
  readonly openHigher: number;
  readonly openLower: number;
  /** Nothing was said. */
  readonly silent: number;
}

export interface ForecastQuality extends ForecastCounts {
  /** The same of the first `held` runs. */
  readonly first: ForecastCounts;
}

export interface ForecastRecord {
  /** Of each rule, and the updates of each. */
  readonly runs: number;
  readonly steps: number;
  readonly seed: number;
  /** Runs that a test makes again. */
  readonly held: number;
  /** By optimizer and semantics. */
  readonly of: Readonly<Record<string, Readonly<Partial<Record<Semantics, ForecastQuality>>>>>;
}

/** As `npm run bench -- forecast` writes it. */
export const forecastRecord: ForecastRecord = measured;
