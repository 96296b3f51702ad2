import type { Stop } from '../../registration/types.ts';
import { coarseToFine, type Level } from '../../tuning/order.ts';
import { spread, type Crew } from '../crew/crew.ts';
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

interface Options {
  readonly stop?: Stop;
  readonly onProgress?: (part: number) => void;
  /** Hears of each stride at which the map is whole, coarsest first. */
  readonly onStride?: (map: Heatmap, stride: number) => void;
}

/** Cells of a question: some tens of milliseconds. */
const CELLS = 64;

/** The map by all members of a crew; the same for any number of them. Rejects with an AbortError. */
export async function heatmap(spec: HeatmapSpec, crew: Crew, options: Options = {}): Promise<Heatmap> {
  const { stop, onProgress, onStride } = options;
  const [columns, rows] = [spec.x.count, spec.y.count];
  const { cells, levels } = coarseToFine(columns, rows);
  const column = () => new Float64Array(columns * rows).fill(NaN);
  const map: Heatmap = { columns, rows, loss: column(), first: column(), converged: column() };
  const posts = await crew.engage('heatmap', spec);
  let done = 0;
  try {
    for (const [from, { end, stride }] of startsOf(levels)) {
      const questions: Uint32Array<ArrayBuffer>[] = [];
      for (let at = from; at < end; at += CELLS) questions.push(cells.slice(at, Math.min(at + CELLS, end)));
      await spread<'heatmap'>(posts, questions, {
        stop,
        onAnswer(index, outcomes) {
          const asked = questions[index]!;
          put(map, asked, outcomes);
          onProgress?.((done += asked.length) / cells.length);
        },
      });
      onStride?.(map, stride);
    }
  } finally {
    await Promise.all(posts.map((post) => post.leave()));
  }
  return map;
}

const startsOf = (levels: readonly Level[]) => levels.map((level, i) => [levels[i - 1]?.end ?? 0, level] as const);

function put({ loss, first, converged }: Heatmap, cells: Uint32Array, outcomes: Float64Array): void {
  cells.forEach((cell, i) => {
    loss[cell] = outcomes[WIDTH * i]!;
    first[cell] = outcomes[WIDTH * i + 1]!;
    converged[cell] = outcomes[WIDTH * i + 2]!;
  });
}
