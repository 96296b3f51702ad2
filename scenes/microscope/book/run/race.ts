import type { Arithmetic } from '../../../../src/networks/arithmetic.ts';
import { experiments } from '../../../../src/networks/experiments/index.ts';
import { createBatchRace, raceUpdates } from '../../../../src/networks/microscope/batchRace.ts';
import type { Samples } from '../../../../src/networks/types.ts';
import type { BookPart, BookResult } from './types.ts';

/** Milliseconds between two parts. */
const BETWEEN = 200;

interface Racing {
  readonly samples: Samples;
  readonly arithmetic: Arithmetic;
  readonly now: () => number;
  readonly tell: (part: BookPart) => void | Promise<void>;
  readonly pause: () => Promise<void>;
}

/** Batch sizes race to a loss, with the network and the learning rate of `batch-sizes`; told as they go. */
export async function race({ samples, arithmetic, now, tell, pause }: Racing): Promise<void> {
  const { spec } = experiments['batch-sizes'].contestants[0]!;
  const running = createBatchRace({ ...{ samples, spec, arithmetic, now }, seed: 1 });
  const x = Float64Array.from(raceUpdates);
  const part = (): BookPart => {
    const racers = running.racers();
    const curves = racers.map(({ size, loss }) => ({ name: String(size), x: x.subarray(0, loss.length), y: loss }));
    const result: BookResult = {
      ...{ id: 'batch-race', seed: 0, curves, racers, done: running.done(), total: running.total },
    };
    return { result, resumed: false, unkept: false };
  };
  let told = -Infinity;
  while (running.done() < running.total) {
    running.advance();
    if (now() - told > BETWEEN || running.done() === running.total) {
      await tell(part());
      told = now();
    }
    await pause();
  }
}
