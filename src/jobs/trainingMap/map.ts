import { allOf, spread, type Crew, type Post } from '../crew/crew.ts';
import { askCells, type CellsOptions } from '../tuning/cells.ts';
import { PARTS, WIDTH, type TrainingMapSetup, type TrainingMapSpec } from './duty.ts';
import { bendsWith, hasEdge, type Bends } from './edge.ts';

/** Each of its columns: rows × columns, row of y, column of x; NaN where it is still to come. */
export interface TrainingMap {
  readonly columns: number;
  readonly rows: number;
  /** Mean loss over the training samples after the last update; NaN where the training diverged. */
  readonly loss: Float64Array;
  /** The same before the first. */
  readonly first: Float64Array;
  /** Over the test samples after the last. */
  readonly test: Float64Array;
  /** The same before the first. */
  readonly firstTest: Float64Array;
  /** Cells × (PARTS + 1): the training loss along the way, in even parts of the updates. */
  readonly curves: Float32Array;
  /** λmax at the first weights: by column, by row, or one for all; null where no edge of stability follows from it. */
  readonly sharpness: Bends | null;
}

interface Options extends CellsOptions {
  /** Hears of the map as it grows; its arrays stay the same. All that are multiples of `stride` are there. */
  readonly onPart?: ((map: TrainingMap, stride: number) => void) | undefined;
}

/** Along the shorter side of the first picture: a cell is a whole training. */
const COARSEST = 6;
/** Milliseconds between two parts. */
const BETWEEN = 250;

/** The map by all members of a crew; the same for any number of them. Rejects with an AbortError. */
export async function trainingMap(
  { spec, data }: TrainingMapSetup,
  crew: Crew,
  { onPart, ...options }: Options = {},
): Promise<TrainingMap> {
  const [columns, rows] = [spec.x.count, spec.y.count];
  const column = () => new Float64Array(columns * rows).fill(NaN);
  const posts = await crew.engage('training-map', { spec, data });
  try {
    const map: TrainingMap = {
      ...{ columns, rows, loss: column(), first: column(), test: column(), firstTest: column() },
      curves: new Float32Array(columns * rows * (PARTS + 1)).fill(NaN),
      sharpness: hasEdge(spec, data.train.count) ? await bendsOf(spec, posts, options) : null,
    };
    // The coarsest picture grows like the others.
    let [told, last] = [spec.x.count, performance.now()];
    await askCells<'training-map'>(
      posts,
      {
        ...{ columns, rows, cells: 1, coarsest: COARSEST },
        question: (cells) => ({ of: 'cells', cells }),
        put(cells, answer) {
          put(map, cells, answer);
          if (performance.now() - last < BETWEEN) return;
          last = performance.now();
          onPart?.({ ...map }, told);
        },
        onStride(stride) {
          told = stride;
          onPart?.({ ...map }, stride);
        },
      },
      options,
    );
    return map;
  } finally {
    await allOf(posts.map((post) => post.leave()));
  }
}

/** λmax for each network of the map. */
async function bendsOf(
  spec: TrainingMapSpec,
  posts: readonly Post<'training-map'>[],
  { stop }: CellsOptions,
): Promise<Bends> {
  const along = bendsWith(spec);
  const cells = along === 'x' ? spec.x.count : along === 'y' ? spec.y.count : 1;
  const each = along === 'y' ? spec.x.count : 1;
  const found = await spread<'training-map'>(
    posts,
    Array.from({ length: cells }, (_, i) => ({ of: 'sharpness', cell: each * i })),
    { stop },
  );
  return { along, values: Float64Array.from(found, ([value]) => value!) };
}

function put({ loss, first, test, firstTest, curves }: TrainingMap, cells: Uint32Array, answer: Float64Array): void {
  cells.forEach((cell, i) => {
    const of = answer.subarray(WIDTH * i, WIDTH * (i + 1));
    first[cell] = of[0]!;
    loss[cell] = of[PARTS]!;
    test[cell] = of[PARTS + 1]!;
    firstTest[cell] = of[PARTS + 2]!;
    curves.set(of.subarray(0, PARTS + 1), cell * (PARTS + 1));
  });
}
