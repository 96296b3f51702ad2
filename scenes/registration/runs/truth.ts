import { SUCCESS } from '../../../src/registration/trial.ts';
import type { Verdict } from '../../../src/registration/types.ts';
import type { Pair } from './pair.ts';
import type { PaneRun } from './paneRuns.ts';

/** What the truth says of a run's last pose. Lengths in the pair's unit. */
export interface Truth {
  readonly right: boolean;
  /** Mean distance of the target's points from where they belong. */
  readonly off: number;
  /** A pose is right below this. */
  readonly limit: number;
}

/** Part of the target's largest dimension: a published pose of scans is itself only good to about half a degree. */
const PUBLISHED = 0.01;

/** From where on a pose is wrong, in the pair's unit; null: nobody knows the truth. */
export function truthLimit({ truth, unit, largestDimension }: Pair): number | null {
  return truth === null ? null : (unit === 'size' ? SUCCESS : PUBLISHED) * largestDimension;
}

/** null: nobody knows. */
export function truthOf({ pair, answer }: Pick<PaneRun, 'pair' | 'answer'>): Truth | null {
  const last = answer.errors?.at(-1);
  const limit = truthLimit(pair);
  if (last === undefined || limit === null) return null;
  const off = last * pair.largestDimension;
  return { right: off < limit, off, limit };
}

/** Whether a run's last pose is right, by the truth; null where nobody knows it. */
export const succeeded = (run: Pick<PaneRun, 'pair' | 'answer'>): boolean | null => truthOf(run)?.right ?? null;

/** What a verdict that does not know the truth is worth beside it; `open`: it does not commit itself. */
export type Agreement = 'agrees' | 'differs' | 'open';

const claims: Readonly<Record<Verdict, boolean | null>> = {
  good: true,
  ambiguous: null,
  doubtful: null,
  failed: false,
};

/** null: one of the two is not known. */
export function agreementOf(run: Pick<PaneRun, 'pair' | 'answer'>): Agreement | null {
  const right = succeeded(run);
  const { judgement } = run.answer;
  if (right === null || !judgement) return null;
  const claim = claims[judgement.verdict];
  return claim === null ? 'open' : claim === right ? 'agrees' : 'differs';
}

/** How often verdicts agreed with the truth. */
export type Tally = Readonly<Record<Agreement | 'judged', number>>;

export function tallyOf(agreements: readonly Agreement[]): Tally {
  const count = (which: Agreement) => agreements.filter((each) => each === which).length;
  return { judged: agreements.length, agrees: count('agrees'), differs: count('differs'), open: count('open') };
}
