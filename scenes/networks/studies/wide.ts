import { drawData } from '../../../src/networks/data/index.ts';
import { createGrid } from '../../../src/networks/landscape/grid.ts';
import { randomPlane } from '../../../src/networks/landscape/plane.ts';
import { createTraining } from '../../../src/networks/train.ts';
import type { NetworkSpec } from '../../../src/networks/types.ts';
import { adamParams, mean } from './common.ts';
import type { Study } from './types.ts';

const WIDTHS = [3, 8, 24, 64];
const SEEDS = [1, 2];
const SIZE = 25;
const UPDATES = 300;

/** Trains nets of several widths on the same moons and looks at the loss around each: how much of it bends downwards. */
export async function wide(pause: () => Promise<void>, tell: (part: number) => void): Promise<Study> {
  const data = drawData({ id: 'moons', count: 100, noise: 0.1, seed: 1 });
  const bent: number[] = [];
  const losses: number[] = [];
  for (const width of WIDTHS) {
    const network: NetworkSpec = {
      ...{ inputs: 2, hidden: [width, width], outputs: 2, activation: 'tanh', task: 'classes', loss: 'cross-entropy' },
      ...{ batchNorm: false, dropout: 0, decay: 0 },
    };
    const shares: number[] = [];
    const ends: number[] = [];
    for (const seed of SEEDS) {
      const common = { network, init: 'xavier', initStd: 0, optimizer: 'adam', semantics: 'torch' } as const;
      const training = createTraining(
        { ...common, params: adamParams(0.01), batch: 0, steps: UPDATES, seed, every: UPDATES },
        data,
      );
      while (training.step()) if (training.done() % 50 === 0) await pause();
      ends.push(training.record().trainLoss.at(-1)!);
      const plane = randomPlane(network, training.weights, seed);
      const grid = createGrid({ network, plane, alpha: [-1, 1], beta: [-1, 1], size: SIZE }, data.train);
      while (grid.step(0)) await pause();
      shares.push(bentShare(grid.loss));
    }
    bent.push(100 * mean(shares));
    tell(bent.length / WIDTHS.length);
    losses.push(mean(ends));
  }
  return {
    values: { narrow: bent[0]!, wide: bent.at(-1)!, least: WIDTHS[0]!, most: WIDTHS.at(-1)!, loss: losses.at(-1)! },
    plot: { x: WIDTHS, lines: [{ id: 'bent', y: bent }], logX: true, logY: false },
  };
}

/** Share of the inner points at which the loss bends downwards in some direction: its Hessian in the plane has a negative eigenvalue. */
function bentShare(loss: ArrayLike<number>, size = SIZE): number {
  let bent = 0;
  const at = (row: number, column: number) => loss[row * size + column]!;
  for (let i = 1; i < size - 1; i++) {
    for (let j = 1; j < size - 1; j++) {
      const xx = at(i, j - 1) - 2 * at(i, j) + at(i, j + 1);
      const yy = at(i - 1, j) - 2 * at(i, j) + at(i + 1, j);
      const xy = (at(i + 1, j + 1) - at(i + 1, j - 1) - at(i - 1, j + 1) + at(i - 1, j - 1)) / 4;
      const lowest = (xx + yy) / 2 - Math.hypot((xx - yy) / 2, xy);
      const highest = (xx + yy) / 2 + Math.hypot((xx - yy) / 2, xy);
      if (lowest < -0.1 * Math.abs(highest)) bent++;
    }
  }
  return bent / (size - 2) ** 2;
}
