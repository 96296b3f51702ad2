import { scalarFunctionOf } from '../../src/sdm/functions.ts';
import { runSdm } from '../../src/sdm/run.ts';
import type { Card, CardEvidence } from '../../src/ui/cards/types.ts';
import type { Run } from './model.ts';
import { countsAt, shownRange, valuesAt } from './read.ts';

/** The newest run; null until it is there. */
export interface Evidence extends CardEvidence {
  readonly run: Run | null;
}

type SdmCard = Card<Evidence>;

const digits = 3;
const isOf = (run: Run | null, wanted: Partial<Run['spec']>): run is Run =>
  run !== null && Object.entries(wanted).every(([name, value]) => run.spec[name as 'h'] === value);

/** How many unseen starts map `step` (from 1) took farther from x*. */
function movedAway({ record: { test, answer } }: Run, step: number): number {
  const before = valuesAt(test, step - 1);
  return valuesAt(test, step).filter((x, i) => Math.abs(x - answer) > Math.abs(before[i]! - answer)).length;
}

/** Is a cost lowered? No: each map is right for the starts on average, and takes some of them away from x*. */
const steps = {
  id: 'sdm-steps',
  link: 'v=1&scene=sdm&play=0&card=sdm-steps',
  answers: ['every', 'average'],
  judgedAt: 1,
  outcome: ({ run }) => run && (movedAway(run, 1) > 0 ? 'average' : 'every'),
  claim: ({ run }) =>
    run !== null &&
    movedAway(run, 1) > 0 &&
    [1, 2, 3].every((k) => run.record.test.error[k]! < run.record.test.error[k - 1]!),
  look({ run }, step) {
    if (!run) return null;
    const error = { value: countsAt(run, 'test', step).error, digits };
    if (step === 0)
      return { text: 'card.sdm-steps.look.start', values: { starts: { value: run.spec.samples }, error } };
    const at = Math.min(step, run.spec.maps);
    return {
      text: 'card.sdm-steps.look',
      values: { map: { value: at }, away: { value: movedAway(run, at) }, starts: { value: run.spec.samples }, error },
    };
  },
} as const satisfies SdmCard;

/** |h′| before each of Newton's updates that leaves the picture, and before those that stay; sorted. */
function slopesOf(run: Run) {
  const { slope } = scalarFunctionOf(run.spec.h);
  const [low, high] = shownRange(run);
  const inside = (x: number) => x >= low && x <= high;
  const [leaves, stays]: [number[], number[]] = [[], []];
  for (let k = 0; k < run.spec.maps; k++) {
    const after = valuesAt(run.record.newton, k + 1);
    valuesAt(run.record.newton, k).forEach((x, i) => {
      if (inside(x)) (inside(after[i]!) ? stays : leaves).push(Math.abs(slope(x)));
    });
  }
  return { leaves: leaves.sort((a, b) => a - b), stays: stays.sort((a, b) => a - b) };
}

const middleOf = (sorted: readonly number[]) => sorted[sorted.length >> 1] ?? NaN;
/** Leaps start where h is flatter than this part of what is usual. */
const FLAT = 0.5;

/** Where does Newton leap? Where h′ is small; the maps have one slope for all. */
const newton = {
  id: 'sdm-newton',
  link: 'v=1&scene=sdm&play=0&card=sdm-newton',
  answers: ['flat', 'far', 'nowhere'],
  judgedAt: 3,
  outcome({ run }) {
    if (!run) return null;
    const { leaves, stays } = slopesOf(run);
    if (leaves.length === 0) return 'nowhere';
    return middleOf(leaves) < FLAT * middleOf(stays) ? 'flat' : 'far';
  },
  claim(evidence) {
    const { run } = evidence;
    if (!run || newton.outcome(evidence) !== 'flat') return false;
    const [learned, own] = [countsAt(run, 'test', run.spec.maps), countsAt(run, 'newton', run.spec.maps)];
    return learned.arrived === learned.starts && own.outside > own.starts / 20;
  },
  look({ run }, step) {
    if (!run) return null;
    const [learned, own] = [countsAt(run, 'test', step), countsAt(run, 'newton', step)];
    const { leaves, stays } = slopesOf(run);
    const values = {
      outside: { value: own.outside },
      starts: { value: own.starts },
      leaps: { value: middleOf(leaves), digits: 2 },
      usual: { value: middleOf(stays), digits: 2 },
      arrived: { value: learned.arrived },
    };
    if (leaves.length === 0)
      return { text: 'card.sdm-newton.look.none', values: { arrived: values.arrived, starts: values.starts } };
    return { text: step === 0 ? 'card.sdm-newton.look.start' : 'card.sdm-newton.look', values };
  },
} as const satisfies SdmCard;

/** Of the unseen starts those from inside the range of training, and those from outside: how many there are, how many have arrived. */
function bySide(run: Run, step: number) {
  const { spec, record } = run;
  const now = valuesAt(record.test, step);
  const near = (i: number) => Math.abs(now[i]! - record.answer) <= 0.01 * (spec.high - spec.low);
  const count = { inside: 0, outside: 0, insideArrived: 0, outsideArrived: 0 };
  valuesAt(record.test, 0).forEach((x, i) => {
    const side = x >= spec.low && x <= spec.high ? 'inside' : 'outside';
    count[side]++;
    if (near(i)) count[`${side}Arrived`]++;
  });
  return count;
}

/** Outside of what they were trained on the maps know nothing. */
const range = {
  id: 'sdm-range',
  link: 'v=1&scene=sdm&rc=2&play=0&card=sdm-range',
  answers: ['all', 'some', 'none'],
  judgedAt: 10,
  outcome({ run }) {
    if (!run) return null;
    const { outside, outsideArrived } = bySide(run, run.spec.maps);
    if (outside === 0) return null;
    return outsideArrived === outside ? 'all' : outsideArrived === 0 ? 'none' : 'some';
  },
  claim(evidence) {
    if (!evidence.run || range.outcome(evidence) !== 'some') return false;
    const { inside, insideArrived } = bySide(evidence.run, evidence.run.spec.maps);
    return insideArrived === inside;
  },
  look({ run }, step) {
    if (!run) return null;
    const counts = bySide(run, step);
    if (counts.outside === 0) return null;
    const values = Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, { value }]));
    return { text: step === 0 ? 'card.sdm-range.look.start' : 'card.sdm-range.look', values };
  },
} as const satisfies SdmCard;

/** What it is compared with: a ridge that weighs in beside features of h(x) − y up to 35. */
const RIDGE = 10;
const ridged = new WeakMap<Run, Run>();

/** The same starts through maps learned with a ridge. */
function withRidge(run: Run): Run {
  let other = ridged.get(run);
  if (!other) {
    const spec = { ...run.spec, lambda: RIDGE };
    ridged.set(run, (other = { spec, record: runSdm(spec) }));
  }
  return other;
}

/** Three starts are soon fitted exactly; what fits them may throw others out. */
const ridge = {
  id: 'sdm-ridge',
  link: 'v=1&scene=sdm&h=cube&n=3&lam=0&s=4&play=0&card=sdm-ridge',
  answers: ['too', 'slower', 'thrown'],
  judgedAt: 4,
  outcome({ run }) {
    if (!isOf(run, { lambda: 0 })) return null;
    const { train, test } = run.record;
    const [first, last] = [test.error[0]!, test.error[run.spec.maps]!];
    if (!(last <= first)) return 'thrown';
    return last > 2 * train.error[run.spec.maps]! ? 'slower' : 'too';
  },
  claim(evidence) {
    const { run } = evidence;
    if (!run || ridge.outcome(evidence) !== 'thrown') return false;
    const [{ test }, { maps }] = [withRidge(run).record, run.spec];
    return run.record.train.error[maps]! < 1e-12 && test.error[maps]! < test.error[0]! / 10;
  },
  look({ run }, step) {
    if (!isOf(run, { lambda: 0 })) return null;
    const starts = { value: run.spec.samples };
    if (step === 0) return { text: 'card.sdm-ridge.look.start', values: { starts } };
    const error = (of: Run, who: 'train' | 'test') => ({ value: countsAt(of, who, step).error, digits });
    const other = withRidge(run);
    return {
      text: 'card.sdm-ridge.look',
      values: {
        train: error(run, 'train'),
        test: error(run, 'test'),
        lambda: { value: RIDGE },
        ridge: error(other, 'test'),
      },
    };
  },
} as const satisfies SdmCard;

/** The tour of the scene, in its order. */
export const cards: readonly SdmCard[] = [steps, newton, range, ridge];
