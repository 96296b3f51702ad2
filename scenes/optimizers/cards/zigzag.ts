import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import type { Card } from '../../../src/ui/cards/types.ts';
import { angleBetween } from '../../../src/ui/say/look.ts';
import { at, crossings, runOf } from './read.ts';

/** Degrees between −∇f and the way to the minimum at the origin. */
function miss({ x, g }: OptimizerRecord, row: number): number {
  return angleBetween(-at(g, row, 0), -at(g, row, 1), -at(x, row, 0), -at(x, row, 1));
}

export const zigzag = {
  id: 'zigzag',
  link: 'v=1&swarm=0&ar=1&play=0&card=zigzag&o=-momentum,-adagrad,-adam',
  answers: ['same-side', 'flips', 'now-and-then'],
  judgedAt: 10,
  outcome: (evidence) => {
    const run = runOf(evidence, 'sgd');
    const steps = Math.min(10, evidence.state.steps);
    if (!run || run.record.count <= steps || at(run.record.x, 0, 1) === 0) return null;
    const flips = crossings(run.record, steps);
    return flips === steps ? 'flips' : flips === 0 ? 'same-side' : 'now-and-then';
  },
  claim: (evidence) => {
    const run = runOf(evidence, 'sgd');
    if (!run || run.record.count !== evidence.state.steps + 1) return false;
    return crossings(run.record, evidence.state.steps) === evidence.state.steps && miss(run.record, 0) > 60;
  },
  look: (evidence, step) => {
    const run = runOf(evidence, 'sgd');
    if (!run || step >= run.record.count) return null;
    return {
      text: 'card.zigzag.look',
      values: {
        y: { value: at(run.record.x, step, 1), digits: 3 },
        angle: { value: miss(run.record, step), decimals: 1, degrees: true },
      },
    };
  },
} as const satisfies Card;
