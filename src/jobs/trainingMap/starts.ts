import { allOf, type Crew } from '../crew/crew.ts';
import { askCells, type CellsOptions } from '../tuning/cells.ts';
import { WIDTH, type StartsSetup } from './startsDuty.ts';

/** Where trainings from the cells of a plane come to: size², rows from the lowest β up; NaN where it is still to come. */
export interface StartsMap {
  readonly size: number;
  /** The loss in the end; NaN where the training diverged. */
  readonly loss: Float64Array;
  /** The loss where it begins: on the plane. */
  readonly first: Float64Array;
}

interface Options extends CellsOptions {
  /** Hears of each stride at which the map is whole, coarsest first; its arrays stay the same. */
  readonly onPart?: ((map: StartsMap, stride: number) => void) | undefined;
}

/** Along a side of the first picture: a cell is a whole training. */
const COARSEST = 6;

/** The map by all members of a crew; the same for any number of them. Rejects with an AbortError. */
export async function startsMap(
  setup: StartsSetup,
  crew: Crew,
  { onPart, ...options }: Options = {},
): Promise<StartsMap> {
  const { size } = setup.spec;
  const column = () => new Float64Array(size * size).fill(NaN);
  const map: StartsMap = { size, loss: column(), first: column() };
  const posts = await crew.engage('plane-starts', setup);
  try {
    await askCells<'plane-starts'>(
      posts,
      {
        ...{ columns: size, rows: size, cells: 1, coarsest: COARSEST },
        question: (cells) => cells,
        put: (cells, answer) =>
          cells.forEach((cell, i) => {
            map.first[cell] = answer[WIDTH * i]!;
            map.loss[cell] = answer[WIDTH * i + 1]!;
          }),
        onStride: (stride) => onPart?.({ ...map }, stride),
      },
      options,
    );
    return map;
  } finally {
    await allOf(posts.map((post) => post.leave()));
  }
}
