import { transfer } from 'comlink';
import { trainingModel } from '../registration/do/modelPoints.ts';
import { drawSample } from '../registration/do/samples.ts';
import type { DoFrame, DoModel, DoModelPoints, DoTraining } from '../registration/do/types.ts';
import { createTrainer, solveMap, type BlockSums, type Share, type Trainer } from '../registration/do/train.ts';
import type { Duty } from './crew/duty.ts';
import { openGramRoom } from './gramRoom.ts';

export interface TrainSetup {
  readonly training: DoTraining;
  readonly model: DoModel;
}

/** All of them take less than 0.2 s, so that a training can be cancelled. */
export type TrainQuestion =
  | ({ readonly kind: 'open' } & Share)
  | { readonly kind: 'fill'; readonly block: number; readonly gram: boolean }
  | { readonly kind: 'tiles' }
  | { readonly kind: 'solve'; readonly tiles: readonly Float64Array<ArrayBuffer>[]; readonly right: Float64Array }
  | { readonly kind: 'update'; readonly map: Float32Array };

export interface TrainAnswers {
  readonly open: DoFrame & DoModelPoints;
  readonly fill: BlockSums;
  readonly tiles: Float64Array<ArrayBuffer>;
  readonly solve: Float32Array<ArrayBuffer>;
  readonly update: number[];
}

/** One member's side of a training. `trainDo` asks the questions; the first one is `open`. */
export const trainDuty: Duty<TrainSetup, TrainQuestion, TrainAnswers[keyof TrainAnswers]> = async (setup) => {
  const { training, model } = setup;
  let trainer: Trainer | null = null;
  const opened = (): Trainer => {
    if (!trainer) throw new Error('open the training first');
    return trainer;
  };
  const answers: { readonly [K in keyof TrainAnswers]: (question: TrainQuestion & { kind: K }) => TrainAnswers[K] } = {
    open: (share) => {
      const { surface, ...prepared } = trainingModel(training, model.shape);
      const draw = (index: number) => drawSample(surface, training.seed, index);
      trainer = createTrainer(training, prepared, draw, share, openGramRoom);
      return prepared;
    },
    fill: ({ block, gram }) => opened().fill(block, gram),
    tiles: () => {
      const tiles = opened().takeTiles();
      return transfer(tiles, [tiles.buffer]);
    },
    solve: ({ tiles, right }) => solveMap(training, tiles, right),
    update: ({ map }) => opened().update(map),
  };
  // Each answer belongs to its question's kind, which TypeScript cannot follow through an index.
  return (question) => answers[question.kind](question as never);
};
