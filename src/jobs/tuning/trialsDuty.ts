import { outcomeOf, type Outcome } from '../../tuning/outcome.ts';
import { fittedRate } from '../../tuning/rate.ts';
import { optimize } from '../optimize.ts';
import type { OptimizeSpec } from '../specs.ts';

/** What a run came to, and how fast it closed in. */
export interface TrialOutcome extends Outcome {
  /** See `fittedRate`; NaN where no floor is known. */
  readonly rate: number;
}

/** Answers the outcomes of some runs. `floor`: the least f there is; null where nobody knows it. */
export async function trialsDuty({ floor }: { readonly floor: number | null }) {
  return (runs: readonly OptimizeSpec[]): readonly TrialOutcome[] =>
    runs.map((run) => {
      const record = optimize(run);
      const rate = floor === null || record.divergedAt !== null ? NaN : fittedRate(record.f, floor);
      return { ...outcomeOf(record, floor), rate };
    });
}
