import { bySide, countsAt, movedAway, newtonSlopes, type SdmRun } from '../../src/sdm/reading.ts';
import { SdmError } from '../../src/sdm/errors.ts';
import { runSdm } from '../../src/sdm/run.ts';
import type { SdmSpec } from '../../src/sdm/types.ts';
import type { Card, CardEvidence, Live } from '../../src/ui/cards/types.ts';

/** The newest run; null until it is there. */
export interface Evidence extends CardEvidence {
  readonly run: SdmRun | null;
}

/** A card without what all have in common: nothing is said without a run, and there are words for before the first update and for after. */
interface Question extends Pick<Card<Evidence>, 'id' | 'answers' | 'judgedAt'> {
  readonly set?: string;
  /** What its texts name: of another spec nothing is said. */
  readonly only?: Partial<SdmSpec>;
  readonly outcome: (run: SdmRun) => string | null;
  readonly claim: (run: SdmRun) => boolean;
  readonly values: (run: SdmRun, step: number) => Readonly<Record<string, number>>;
}

function cardOf({ id, set = '', only = {}, answers, judgedAt, outcome, claim, values }: Question): Card<Evidence> {
  const isIts = ({ spec }: SdmRun) => Object.entries(only).every(([part, is]) => spec[part as keyof SdmSpec] === is);
  return {
    ...{ id: `sdm-${id}`, link: `v=1&scene=sdm${set}&play=0&card=sdm-${id}`, answers, judgedAt },
    outcome: ({ run }) => (run && isIts(run) ? outcome(run) : null),
    claim: ({ run }) => run !== null && claim(run),
    look({ run }, step) {
      if (!run || !isIts(run)) return null;
      const said = values(run, Math.min(step, run.spec.maps));
      const which = step === 0 ? '.start' : said['away'] === 0 ? '.none' : '';
      const live = Object.entries(said).map(([name, value]) => [name, liveOf(value)] as const);
      return { text: `card.sdm-${id as 'steps'}.look${which}`, values: Object.fromEntries(live) };
    },
  };
}

const liveOf = (value: number): Live => (Number.isSafeInteger(value) ? { value } : { value, digits: 3 });

/** No cost is lowered: a map is right for the starts on average, and takes some of them away from x*. */
const steps = cardOf({
  id: 'steps',
  answers: ['every', 'average'],
  judgedAt: 1,
  outcome: (run) => (movedAway(run, 1) > 0 ? 'average' : 'every'),
  claim: (run) =>
    movedAway(run, 1) > 0 && [1, 2, 3].every((k) => run.record.test.error[k]! < run.record.test.error[k - 1]!),
  values: (run, step) => ({
    ...{ map: step, starts: run.spec.samples, away: step === 0 ? 0 : movedAway(run, step) },
    error: run.record.test.error[step]!,
  }),
});

/** Newton's leaps begin where h is flatter than this part of what is usual. */
const FLAT = 0.5;

/** Newton leaps where h′ is small; the maps have one slope for all. */
const newton = cardOf({
  id: 'newton',
  answers: ['flat', 'far', 'nowhere'],
  judgedAt: 3,
  outcome(run) {
    const { leaps, others } = newtonSlopes(run);
    return Number.isNaN(leaps) ? 'nowhere' : leaps < FLAT * others ? 'flat' : 'far';
  },
  claim(run) {
    const { leaps, others } = newtonSlopes(run);
    const [learned, own] = [countsAt(run, 'test', run.spec.maps), countsAt(run, 'newton', run.spec.maps)];
    return leaps < FLAT * others && learned.arrived === learned.starts && own.outside > own.starts / 20;
  },
  values(run, step) {
    const { outside, starts } = countsAt(run, 'newton', step);
    return { outside, starts, arrived: countsAt(run, 'test', step).arrived, ...newtonSlopes(run) };
  },
});

/** Of what is outside of their training the maps know nothing. */
const range = cardOf({
  id: 'range',
  set: '&rc=2',
  only: { reach: 2, low: -1.5, high: 1.5 },
  answers: ['all', 'some', 'none'],
  judgedAt: 10,
  outcome(run) {
    const { outside, outsideArrived } = bySide(run, run.spec.maps);
    if (outside === 0) return null;
    return outsideArrived === outside ? 'all' : outsideArrived === 0 ? 'none' : 'some';
  },
  claim(run) {
    const { inside, insideArrived, outside, outsideArrived } = bySide(run, run.spec.maps);
    return insideArrived === inside && outsideArrived > 0 && outsideArrived < 0.75 * outside;
  },
  values: bySide,
});

/** One that weighs in beside features of x³ − 8. */
const RIDGE = 10;

/** Errors of the same starts through maps learned with a ridge; none: these lose a start. */
function ridgeErrors({ spec }: SdmRun): ArrayLike<number> {
  try {
    return runSdm({ ...spec, lambda: RIDGE }).test.error;
  } catch (error) {
    if (!(error instanceof SdmError)) throw error;
    return [];
  }
}

/** What fits three starts exactly may throw others out. */
const ridge = cardOf({
  id: 'ridge',
  set: '&h=cube&n=3&lam=0&s=4',
  only: { h: 'cube', samples: 3, lambda: 0 },
  answers: ['too', 'thrown'],
  judgedAt: 4,
  outcome(run) {
    const { arrived, starts, error } = countsAt(run, 'test', run.spec.maps);
    return arrived === starts ? 'too' : error < run.record.test.error[0]! ? null : 'thrown';
  },
  claim(run) {
    const [{ maps }, { train, test }, ridged] = [run.spec, run.record, ridgeErrors(run)];
    const isThrown = train.error[maps]! < 1e-12 && test.error[maps]! > test.error[0]!;
    return isThrown && ridged[maps]! < ridged[0]! / 10;
  },
  values: (run, step) => ({
    ...{ train: run.record.train.error[step]!, test: run.record.test.error[step]! },
    ...{ ridge: ridgeErrors(run)[step] ?? NaN, starts: run.spec.samples, lambda: RIDGE },
  }),
});

/** The tour of the scene, in its order. */
export const cards: readonly Card<Evidence>[] = [steps, newton, range, ridge];
