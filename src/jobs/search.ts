import { proposalsAfter } from '../networks/search/strategies.ts';
import type { SearchData, SearchSpec, Trial } from '../networks/search/trial.ts';
import type { Stop } from '../registration/types.ts';
import { spread, type Crew } from './crew/crew.ts';

export interface SearchOptions {
  /** Finished before, in any order. */
  readonly from?: readonly Trial[];
  readonly stop?: Stop;
  /** All that are finished, whenever one more is. */
  readonly onTrial?: (trials: readonly Trial[]) => void;
}

/** A search by all members of a crew; the trials in their order, the same for any crew. Rejects with an AbortError. */
export async function search(
  spec: SearchSpec,
  data: SearchData,
  crew: Crew,
  { from = [], stop, onTrial }: SearchOptions = {},
): Promise<Trial[]> {
  const trials = [...from];
  const posts = await crew.engage('search', { spec, data });
  for (let open = proposalsAfter(spec, trials); open.length > 0; open = proposalsAfter(spec, trials)) {
    await spread<'search'>(posts, open, {
      stop,
      onAnswer(_, trial) {
        trials.push(trial);
        onTrial?.(trials);
      },
    });
  }
  await Promise.all(posts.map((post) => post.leave()));
  return trials.sort((a, b) => a.index - b.index);
}
