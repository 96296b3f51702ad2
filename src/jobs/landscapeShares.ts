import { mergeGrids } from '../networks/landscape/grid.ts';
import type { BackendId } from '../networks/landscape/evaluator.ts';
import type { Stop } from '../registration/types.ts';
import { spread, type Crew } from './crew/crew.ts';
import type { LandscapeSetup } from './landscapeDuty.ts';

export interface LandscapeOptions {
  readonly stop?: Stop;
  readonly onProgress?: (part: number) => void;
}

/** A grid of losses over all members of the crew; the same for any number of them. */
export async function landscape(
  setup: Omit<LandscapeSetup, 'of'>,
  crew: Crew,
  { stop, onProgress }: LandscapeOptions = {},
): Promise<{ readonly backend: BackendId; readonly loss: Float64Array }> {
  // A row or so each: what is to be waited for at the end is short.
  const of = setup.spec.size;
  const posts = await crew.engage('landscape', { ...setup, of });
  try {
    let done = 0;
    const shares = await spread(
      posts,
      Array.from({ length: of }, (_, index) => index),
      {
        stop,
        onAnswer: () => onProgress?.(++done / of),
      },
    );
    const loss = new Float64Array(of * of).fill(NaN);
    for (const share of shares) mergeGrids(loss, share.loss);
    return { backend: shares[0]!.backend, loss };
  } finally {
    await Promise.all(posts.map((post) => post.leave()));
  }
}
