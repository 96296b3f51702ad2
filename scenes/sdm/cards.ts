import { bySide, countsAt, movedAway, newtonSlopes, type SdmRun } from '../../src/sdm/reading.ts';
import { runSdm } from '../../src/sdm/run.ts';
import type { Card, CardEvidence, Live } from '../../src/ui/cards/types.ts';

/** The newest run; null until it is there. */
export interface Evidence extends CardEvidence {
  readonly run: SdmRun | null;
}

/** A card without what all have in common: nothing is said without a run, and there are words for before the first update and for after. */
interface Question extends Pick<Card<Evidence>, 'answers' | 'judgedAt'> {
  readonly id: string;
  readonly set?: string;
  readonly outcome: (run: SdmRun) => string | null;
  readonly claim: (run: SdmRun) => boolean;
  /** null: the scene is another one now. */
  readonly values: (run: SdmRun, step: number) => Readonly<Record<string, Live>> | null;
}

function cardOf({ id, set = '', answers, judgedAt, outcome, claim, values }: Question): Card<Evidence> {
  return {
    ...{ id: `sdm-${id}`, link: `v=1&scene=sdm${set}&play=0&card=sdm-${id}`, answers, judgedAt },
    outcome: ({ run }) => run && outcome(run),
    claim: ({ run }) => run !== null && claim(run),
    look({ run }, step) {
      const said = run && values(run, Math.min(step, run.spec.maps));
      const text = `card.sdm-${id as 'steps'}.look` as const;
      return said && { text: step === 0 ? `${text}.start` : text, values: said };
    },
  };
}

const about = (value: number): Live => ({ value, digits: 3 });

/** No cost is lowered: a map is right for the starts on average, and takes some of them away from x*. */
const steps = cardOf({
  id: 'steps',
  answers: ['every', 'average'],
  judgedAt: 1,
  outcome: (run) => (movedAway(run, 1) > 0 ? 'average' : 'every'),
  claim: (run) =>
    movedAway(run, 1) > 0 && [1, 2, 3].every((k) => run.record.test.error[k]! < run.record.test.error[k - 1]!),
  values: (run, step) => ({
    ...{ map: { value: step }, starts: { value: run.spec.samples } },
    away: { value: step === 0 ? 0 : movedAway(run, step) },
    error: about(countsAt(run, 'test', step).error),
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
    const { leaps, others } = newtonSlopes(run);
    const { outside, starts } = countsAt(run, 'newton', step);
    const { arrived } = countsAt(run, 'test', step);
    const counts = { outside: { value: outside }, starts: { value: starts }, arrived: { value: arrived } };
    return Number.isNaN(leaps) ? null : { ...counts, leaps: about(leaps), others: about(others) };
  },
});

/** Of what is outside of their training the maps know nothing. */
const range = cardOf({
  id: 'range',
  set: '&rc=2',
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
  values(run, step) {
    const counts = bySide(run, step);
    return counts.outside === 0
      ? null
      : Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, { value }]));
  },
});

/** One that weighs in beside features of x³ − 8. */
const RIDGE = 10;

/** The same starts through maps learned with a ridge. */
function withRidge(run: SdmRun): SdmRun {
  const spec = { ...run.spec, lambda: RIDGE };
  return { spec, record: runSdm(spec) };
}

/** What fits three starts exactly may throw others out. */
const ridge = cardOf({
  id: 'ridge',
  set: '&h=cube&n=3&lam=0&s=4',
  answers: ['too', 'thrown'],
  judgedAt: 4,
  outcome: ({ spec, record: { test } }) =>
    spec.lambda > 0 ? null : test.error[spec.maps]! < test.error[0]! ? 'too' : 'thrown',
  claim(run) {
    const { maps } = run.spec;
    const [{ train, test }, other] = [run.record, withRidge(run).record.test];
    const isThrown = train.error[maps]! < 1e-12 && test.error[maps]! > test.error[0]!;
    return isThrown && other.error[maps]! < other.error[0]! / 10;
  },
  values(run, step) {
    if (run.spec.lambda > 0) return null;
    const { starts, error: train } = countsAt(run, 'train', step);
    const [{ error: test }, { error }] = [countsAt(run, 'test', step), countsAt(withRidge(run), 'test', step)];
    const errors = { train: about(train), test: about(test), ridge: about(error) };
    return { ...errors, starts: { value: starts }, lambda: { value: RIDGE } };
  },
});

/** The tour of the scene, in its order. */
export const cards: readonly Card<Evidence>[] = [steps, newton, range, ridge];
