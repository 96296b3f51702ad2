import type { Asked, Evidence } from './types.ts';
import { lrAt, meanLoss, runsOn } from './read.ts';

/** A level this many times as high as the one before is another one. */
const LOWER = 0.5;
/** Updates over which what is said now is a mean. */
const OVER = 20;

/** The run, and how long each stage of its learning rate is. */
function stagedOf(evidence: Evidence) {
  const run = runsOn(evidence, 'sphere', 'sgd')?.[0];
  const { schedule, noise } = evidence.state.disturbance;
  return run && noise && schedule?.kind === 'step' && run.record.divergedAt === null
    ? { run, over: schedule.over }
    : null;
}

/** The mean of f over the later half of each stage that is run to its end. */
function levelsOf(evidence: Evidence): readonly number[] {
  const staged = stagedOf(evidence);
  if (!staged) return [];
  const { run, over } = staged;
  return Array.from({ length: Math.floor(evidence.state.steps / over) }, (_, k) =>
    meanLoss(run.record, Math.ceil((k + 0.5) * over), (k + 1) * over),
  );
}

function outcomeOf(evidence: Evidence) {
  const levels = levelsOf(evidence);
  if (levels.length < 2) return null;
  const ratios = levels.slice(1).map((level, k) => level / levels[k]!);
  if (ratios.every((ratio) => ratio < LOWER)) return 'drops';
  if (ratios.every((ratio) => ratio > 1 / LOWER)) return 'rises';
  return ratios.every((ratio) => ratio >= LOWER && ratio <= 1 / LOWER) ? 'stays' : null;
}

function plain(evidence: Evidence, step: number) {
  const staged = stagedOf(evidence);
  const lr = staged && { value: lrAt(staged.run, Math.max(step, 1)), digits: 2 };
  return lr && ({ text: 'card.schedule.look.plain', values: { lr } } as const);
}

/** Why is the learning rate lowered on the way? */
export const schedule = {
  answers: ['stays', 'drops', 'rises'],
  outcome: outcomeOf,
  claim: (evidence) => outcomeOf(evidence) === 'drops',
  plain,
  look: (evidence, step) => {
    const [staged, now] = [stagedOf(evidence), plain(evidence, step)];
    if (!staged || !now) return null;
    const { run, over } = staged;
    // From where this stage began.
    const since = Math.floor(Math.max(step - 1, 0) / over) * over;
    if (step - since < OVER) return now;
    const level = { value: meanLoss(run.record, step - OVER + 1, step), digits: 2 };
    return { text: 'card.schedule.look', values: { ...now.values, count: { value: OVER }, level } };
  },
} as const satisfies Asked;
