import type { OptimizerRecord } from '../../../src/optimizers/record.ts';
import type { Asked, Evidence } from './types.ts';
import type { RunView } from '../runs/runViews.ts';
import { shownUpdateOf } from '../runs/shownUpdate.ts';
import { angleBetween } from '../say/look.ts';
import { at, crossings, gradientOf, runOf } from './read.ts';

/** Degrees between −∇f and the way to the minimum at the origin. */
function miss({ x, g }: OptimizerRecord, row: number): number {
  return angleBetween(-at(g, row, 0), -at(g, row, 1), -at(x, row, 0), -at(x, row, 1));
}

/** So many times as large as along x is nearly all of a gradient. */
const NEARLY_ALL = 4;

/** Whether the update that leaves `step` (at the end: the last one) turns y round, by a gradient that points nearly along y. */
function leaps(run: RunView, step: number): boolean {
  const update = shownUpdateOf(run.record, step);
  if (!update) return false;
  const { x } = run.record;
  const [gx, gy] = ([0, 1] as const).map((axis) => Math.abs(gradientOf(run, update.step, axis))) as [number, number];
  return at(x, update.step, 1) * at(x, update.step - 1, 1) < 0 && gy > NEARLY_ALL * gx;
}

function plain(evidence: Evidence, step: number) {
  const run = runOf(evidence, 'sgd');
  if (!run || step >= run.record.count) return null;
  return {
    text: 'card.zigzag.look.plain',
    values: {
      y: { value: at(run.record.x, step, 1), digits: 3 },
      angle: { value: miss(run.record, step), decimals: 1, degrees: true },
    },
  } as const;
}

export const zigzag = {
  answers: ['same-side', 'flips', 'now-and-then'],
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
  plain,
  look: (evidence, step) => {
    const [run, now] = [runOf(evidence, 'sgd'), plain(evidence, step)];
    return run && now && leaps(run, step) ? { ...now, text: 'card.zigzag.look' } : now;
  },
} as const satisfies Asked;
