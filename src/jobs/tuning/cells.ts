import type { Stop } from '../../registration/types.ts';
import { coarseToFine } from '../../tuning/order.ts';
import { spread, type Post } from '../crew/crew.ts';
import type { AnswerOf, DutyId, QuestionOf } from '../crew/duties.ts';

export interface CellsOptions {
  readonly stop?: Stop | undefined;
  readonly onProgress?: ((part: number) => void) | undefined;
}

interface Asked<D extends DutyId> {
  readonly columns: number;
  readonly rows: number;
  /** Cells of a question: some tens of milliseconds. */
  readonly cells: number;
  /** At least so many cells along the shorter side of the coarsest picture; absent: see `coarseToFine`. */
  readonly coarsest?: number;
  readonly question: (cells: Uint32Array<ArrayBuffer>) => QuestionOf<D>;
  /** Takes each answer, in no particular order within a stride. */
  readonly put: (cells: Uint32Array<ArrayBuffer>, answer: AnswerOf<D>, stride: number) => void;
  /** Hears of each stride at which the map is whole, coarsest first. */
  readonly onStride?: ((stride: number) => void) | undefined;
}

/** Asks for every cell of a map once, from coarse to fine, whichever post is free. Rejects with an AbortError. */
export async function askCells<D extends DutyId>(
  posts: readonly Post<D>[],
  { columns, rows, cells: many, coarsest, question, put, onStride }: Asked<D>,
  { stop, onProgress }: CellsOptions,
): Promise<void> {
  const { cells, levels } = coarseToFine(columns, rows, coarsest);
  let [done, from] = [0, 0];
  for (const { end, stride } of levels) {
    const asked: Uint32Array<ArrayBuffer>[] = [];
    for (let at = from; at < end; at += many) asked.push(cells.slice(at, Math.min(at + many, end)));
    from = end;
    await spread<D>(posts, asked.map(question), {
      stop,
      onAnswer(index, answer) {
        put(asked[index]!, answer, stride);
        onProgress?.((done += asked[index]!.length) / cells.length);
      },
    });
    onStride?.(stride);
  }
}
