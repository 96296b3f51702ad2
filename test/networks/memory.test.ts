import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { fastArithmetic } from '../../src/jobs/networkArithmetic.ts';
import { drawData } from '../../src/networks/data/index.ts';
import { createTraining } from '../../src/networks/train.ts';
import type { TrainSpec } from '../../src/networks/types.ts';
import { ruleOf } from '../../src/optimizers/index.ts';
import { defaultsOf } from '../../src/params/spec.ts';

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes in arrays that are still reached. What is not is freed beside the program, a moment after it is found: so the least of a few looks. */
async function held(): Promise<number> {
  let least = Infinity;
  for (let look = 0; look < 5; look++) {
    collect();
    await new Promise((done) => setTimeout(done, 20));
    least = Math.min(least, process.memoryUsage().arrayBuffers);
  }
  return least;
}

const data = drawData({ id: 'moons', count: 200, noise: 0.1, seed: 1 });
const spec: TrainSpec = {
  network: {
    ...{ inputs: 2, hidden: [32, 32], outputs: 2, activation: 'relu', task: 'classes', loss: 'cross-entropy' },
    ...{ batchNorm: true, dropout: 0.1, decay: 0 },
  },
  ...{ init: 'he', initStd: 0.01, optimizer: 'adam', semantics: 'torch', batch: 50, seed: 1, steps: 1e6, every: 1e6 },
  params: defaultsOf(ruleOf('adam', 'torch').params),
};

test('memory is flat: 1,000 updates hold no array, 60 trainings afresh leave none behind', async () => {
  const training = createTraining(spec, data, fastArithmetic());
  const updates = (count: number) => {
    for (let i = 0; i < count; i++) training.step();
  };
  updates(20);
  const before = await held();
  updates(1000);
  expect((await held()) - before).toBeLessThan(20_000);
  const retrain = (count: number) => {
    for (let i = 0; i < count; i++) {
      const { step, state } = createTraining(spec, data, fastArithmetic());
      step();
      state();
    }
  };
  retrain(3);
  const settled = await held();
  retrain(60);
  // One of them holds some 300 kB.
  expect((await held()) - settled).toBeLessThan(100_000);
});
