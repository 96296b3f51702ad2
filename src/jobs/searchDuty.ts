import type { Proposal } from '../networks/search/strategies.ts';
import { createTrial, type SearchData, type SearchSpec, type Trial } from '../networks/search/trial.ts';
import { fastArithmetic } from './networkArithmetic.ts';

/** What every trial of a search shares. */
export interface SearchSetup {
  readonly spec: SearchSpec;
  readonly data: SearchData;
}

/** One trial a question: a second or two. */
export async function searchDuty({ spec, data }: SearchSetup) {
  const arithmetic = fastArithmetic();
  return (proposal: Proposal): Trial => {
    const trial = createTrial(spec, data, proposal, arithmetic);
    while (trial.done() < trial.total) trial.advance();
    return trial.part();
  };
}
