import { tilesOf, type Tile } from '../basins/cells.ts';
import { createCollection } from '../basins/collect.ts';
import type { BasinMap } from '../basins/types.ts';
import type { Stop } from '../registration/types.ts';
import { TILE } from './basin.ts';
import { spread, type Crew } from './crew/crew.ts';
import type { BasinSetup } from './basinDuty.ts';

/** Tiles of one question: few enough that what is waited for at the end is short. */
const TILES = 4;

export interface BasinOptions {
  readonly stop?: Stop;
  readonly onProgress?: (part: number) => void;
}

/** A whole map over all members of the crew. */
export async function basinMap(
  setup: BasinSetup,
  crew: Crew,
  { stop, onProgress }: BasinOptions = {},
): Promise<{ readonly map: BasinMap; readonly backend: string }> {
  const { basin } = setup;
  const all = tilesOf(basin, TILE);
  const questions = Array.from({ length: Math.ceil(all.length / TILES) }, (_, k): readonly Tile[] =>
    all.slice(k * TILES, (k + 1) * TILES),
  );
  const posts = await crew.engage('basin', setup);
  try {
    let done = 0;
    const answers = await spread(posts, questions, {
      stop,
      onAnswer: () => onProgress?.(++done / questions.length),
    });
    // In the questions' order, so that the size of the crew does not show in the list of minima.
    const collection = createCollection(basin.surface, basin);
    answers.forEach((answer, k) => collection.add(questions[k]!, answer));
    return { map: collection.map(), backend: [...new Set(answers.map(({ backend }) => backend))].join(' + ') };
  } finally {
    await Promise.all(posts.map((post) => post.leave()));
  }
}
