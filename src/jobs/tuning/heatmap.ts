import type { Crew } from '../crew/crew.ts';
import { askCells, type CellsOptions } from './cells.ts';
import { WIDTH, type HeatmapSpec } from './heatmapDuty.ts';

/** Each of its columns: rows × columns, row of y, column of x. */
export interface Heatmap {
  readonly columns: number;
  readonly rows: number;
  /** f at the end; NaN where the run diverged. */
  readonly loss: Float64Array;
  /** f at the start. */
  readonly first: Float64Array;
  /** The update from which on the run stays converged (see `Outcome`), else NaN. */
  readonly converged: Float64Array;
}

interface Options extends CellsOptions {
  /** Hears of each stride at which the map is whole, coarsest first. */
  readonly onStride?: (map: Heatmap, stride: number) => void;
}

/** Cells of a question: some tens of milliseconds. */
const CELLS = 64;

/** The map by all members of a crew; the same for any number of them. Rejects with an AbortError. */
export async function heatmap(spec: HeatmapSpec, crew: Crew, options: Options = {}): Promise<Heatmap> {
  const { onStride } = options;
  const [columns, rows] = [spec.x.count, spec.y.count];
  const column = () => new Float64Array(columns * rows).fill(NaN);
  const map: Heatmap = { columns, rows, loss: column(), first: column(), converged: column() };
  const posts = await crew.engage('heatmap', spec);
  try {
    await askCells<'heatmap'>(
      posts,
      {
        ...{ columns, rows, cells: CELLS },
        question: (cells) => cells,
        put: (cells, outcomes) => put(map, cells, outcomes),
        onStride: (stride) => onStride?.(map, stride),
      },
      options,
    );
  } finally {
    await Promise.all(posts.map((post) => post.leave()));
  }
  return map;
}

function put({ loss, first, converged }: Heatmap, cells: Uint32Array, outcomes: Float64Array): void {
  cells.forEach((cell, i) => {
    loss[cell] = outcomes[WIDTH * i]!;
    first[cell] = outcomes[WIDTH * i + 1]!;
    converged[cell] = outcomes[WIDTH * i + 2]!;
  });
}
