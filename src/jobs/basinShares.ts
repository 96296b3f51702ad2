import { tilesOf, type Tile } from '../basins/cells.ts';
import { createCollection } from '../basins/collect.ts';
import type { BasinMap } from '../basins/types.ts';
import type { Stop } from '../registration/types.ts';
import { TILE } from './basin.ts';
import { spread, type Crew } from './crew/crew.ts';
import type { BasinSetup } from './basinDuty.ts';
import type { BasinTilesResult } from './specs.ts';

/** Tiles of one question: few enough that what is waited for at the end is short. */
const TILES = 4;

export interface BasinOptions {
  readonly stop?: Stop | undefined;
  readonly onProgress?: ((part: number) => void) | undefined;
}

/**
 * All tiles of a map over all members of the crew. `take` has the answers as they come, but in the questions' order, so that the size of the crew
 * does not show in the list of minima. Answers what computed them.
 */
export async function basinParts(
  setup: BasinSetup,
  crew: Crew,
  take: (tiles: readonly Tile[], found: BasinTilesResult) => void,
  { stop, onProgress }: BasinOptions = {},
): Promise<string> {
  const all = tilesOf(setup.basin, TILE);
  const questions = Array.from({ length: Math.ceil(all.length / TILES) }, (_, k): readonly Tile[] =>
    all.slice(k * TILES, (k + 1) * TILES),
  );
  const posts = await crew.engage('basin', setup);
  const backends = new Set<string>();
  const early = new Map<number, BasinTilesResult>();
  let [done, next] = [0, 0];
  try {
    await spread(posts, questions, {
      stop,
      onAnswer(index, found) {
        backends.add(found.backend);
        early.set(index, found);
        for (let ready = early.get(next); ready; ready = early.get(next)) {
          take(questions[next]!, ready);
          early.delete(next++);
        }
        onProgress?.(++done / questions.length);
      },
    });
    return [...backends].join(' + ');
  } finally {
    await Promise.all(posts.map((post) => post.leave()));
  }
}

/** A whole map. */
export async function basinMap(
  setup: BasinSetup,
  crew: Crew,
  options: BasinOptions = {},
): Promise<{ readonly map: BasinMap; readonly backend: string }> {
  const { basin } = setup;
  const collection = createCollection(basin.surface, basin);
  const backend = await basinParts(setup, crew, (tiles, found) => collection.add(tiles, found), options);
  return { map: collection.map(), backend };
}
