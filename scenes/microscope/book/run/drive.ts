import type { Arithmetic } from '../../../../src/networks/arithmetic.ts';
import { createExperiment, experiments, type ExperimentId } from '../../../../src/networks/experiments/index.ts';
import type { DataSet, Samples } from '../../../../src/networks/types.ts';
import type { KeptRun } from './kept.ts';
import type { BookPart } from './types.ts';

/** Milliseconds without a pause, between two parts, and between two times that it is kept. */
const [BREATH, BETWEEN, KEEP] = [30, 200, 5000];
/** What is worth keeping where a run is given up: milliseconds of work, or so much of the whole. */
const [WORTH, SHARE] = [500, 0.05];

export interface Driving {
  readonly id: ExperimentId;
  readonly seed: number;
  readonly digits: () => Promise<DataSet>;
  readonly arithmetic: Arithmetic;
  readonly now: () => number;
  /** What an earlier visit left. */
  readonly kept: KeptRun | undefined;
  /** False where it could not. */
  readonly keep: (run: KeptRun) => Promise<boolean>;
  readonly tell: (part: BookPart) => void | Promise<void>;
  /** Throws where the run is no longer wanted: then what there is of it is kept. */
  readonly pause: () => Promise<void>;
}

const none: Samples = {
  ...{ count: 0, inputs: 0, outputs: 0, labels: null },
  ...{ x: new Float64Array(0), targets: new Float64Array(0) },
};
/** What first weights make of noise is looked at without any: they are not fetched for it. */
const noDigits: DataSet = { task: 'classes', train: none, test: none, domain: [] };

/** Runs an experiment to its end, from its beginning or from where it was left. */
export async function drive(driving: Driving): Promise<void> {
  const { id, seed, digits, arithmetic, now, kept, keep, tell, pause } = driving;
  if (kept) await tell({ result: kept.result, resumed: true, unkept: false });
  if (kept && !kept.state) return;
  const state = kept?.state ?? null;
  const data = experiments[id].kind === 'looks' ? noDigits : await digits();
  const experiment = createExperiment(id, { digits: data, seed, arithmetic, now, state });
  let unkept = false;
  const part = (): BookPart => ({ result: experiment.result(), resumed: state !== null, unkept });
  let [told, saved, share] = [-Infinity, now(), experiment.progress()];
  const keepNow = async () => {
    unkept = !(await keep({ state: experiment.state(), result: experiment.result() }));
    [saved, share] = [now(), experiment.progress()];
  };
  try {
    while (experiment.step(BREATH)) {
      if (now() - told > BETWEEN) {
        await tell(part());
        told = now();
      }
      if (now() - saved > KEEP) await keepNow();
      await pause();
    }
  } catch (error) {
    if (now() - saved > WORTH || experiment.progress() - share > SHARE) await keepNow();
    throw error;
  }
  unkept = !(await keep({ state: null, result: experiment.result() }));
  await tell(part());
}
