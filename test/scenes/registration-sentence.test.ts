import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Evidence } from '../../scenes/registration/cards/types.ts';
import { sayingAt } from '../../scenes/registration/say/saying.ts';
import { sentenceOf } from '../../scenes/registration/say/sentence.ts';
import { tallySaid } from '../../scenes/registration/say/tally.ts';
import { agreementOf, type Agreement } from '../../scenes/registration/runs/truth.ts';
import { words } from '../../scenes/registration/words/index.ts';
import { addTexts } from '../../src/i18n/index.ts';
import { isNumber, saidText, type Said, type Source } from '../../src/ui/say/said.ts';
import { wordsOf } from '../../src/ui/useText.ts';
import { expectHeard } from '../ui/say/heard.ts';
import { anyScene, fakeEvidence } from './registrationFakes.ts';
import { sceneOf } from './registrationRun.ts';

beforeAll(() => addTexts(words));

const languages = ['ja', 'en'] as const;
const say = (evidence: Evidence, step: number, language: 'ja' | 'en' = 'en'): Said =>
  sentenceOf(wordsOf(language), evidence.runs, sayingAt(evidence, step), step);

/** What the records hold under a name, by other ways than the sentence's own. */
function inRecords({ runs }: Evidence): (from: Source) => number | undefined {
  return ({ of, what, at = 0 }) => {
    const run = runs.find(({ key }) => key === of);
    if (!run) return undefined;
    const { pair, answer, record } = run;
    const percent = pair.unit === 'size';
    const length = (value: number | undefined) =>
      value === undefined ? undefined : percent ? (100 * value) / pair.largestDimension : value;
    const judged = answer.judgement?.values ?? {};
    const kinds = pair.kinds;
    switch (what) {
      case 'error':
        return percent ? 100 * answer.errors![at]! : answer.errors![at]! * pair.largestDimension;
      case 'row':
        return at <= record.steps ? at : undefined;
      case 'rmse':
        return length(answer.laid!.rmse[at]);
      case 'fitness':
        return 100 * answer.laid!.fitness[at]!;
      case 'within':
        return length(answer.laid!.limit);
      case 'all':
        return record.inliers[at];
      case 'nothing':
        return kinds ? [...kinds].filter((kind) => kind !== 0).length : undefined;
      case 'judged fitness':
      case 'judged lacking':
        return 100 * (judged[what.slice(7)] ?? NaN);
      case 'judged sizeRatio':
        return Math.max(judged['sizeRatio']!, 1 / judged['sizeRatio']!);
      case 'judged degrees':
      case 'judged stiffness':
      case 'judged factor':
      case 'judged points':
        return judged[what.slice(7)];
      default:
        return what.startsWith('judged ') ? length(judged[what.slice(7)]) : undefined;
    }
  };
}

test('every number of the sentence stands in the records, under the name that stands beside it', () => {
  fc.assert(
    fc.property(anyScene, fc.constantFrom(...languages), ({ evidence, step }, language) => {
      const said = say(evidence, step, language);
      expectHeard(said, words[language], inRecords(evidence));
      // In a list each number is that of the method last named.
      let named: string | undefined;
      for (const part of said) {
        if (typeof part === 'string') continue;
        if (isNumber(part)) expect([part.from.of, named]).toEqual([named, named]);
        else named = part.of;
      }
    }),
    { numRuns: 300 },
  );
});

test('it says “at rest” of exactly those that came to rest, and each wrong one with its own number', () => {
  fc.assert(
    fc.property(anyScene, ({ evidence }) => {
      const saying = sayingAt(evidence, evidence.state.steps);
      if (!('rested' in saying) || saying.kind === 'all') return;
      expect(saying.rested.every(({ run }) => run.answer.converged)).toBe(true);
      expect(saying.unrested.some(({ run }) => run.answer.converged)).toBe(false);
      const said = say(evidence, evidence.state.steps);
      const told = said.filter(isNumber).map(({ from }) => from.of);
      const wrong = [...saying.rested, ...saying.unrested].map(({ run }) => run.key);
      expect(told).toEqual(wrong);
      expect(saying.right.length + wrong.length).toBe(evidence.runs.length);
    }),
    { numRuns: 200 },
  );
});

test('the sentence of the issue: at 70 % missing ICP and Robust ICP are not off by the same', () => {
  const evidence = sceneOf({ factors: { missing: 0.7 } });
  const { steps } = evidence.state;
  const [icp, robust] = evidence.runs.map(({ answer }) => 100 * answer.errors!.at(-1)!);
  expect(Math.abs(icp! - robust!)).toBeGreaterThan(3);
  const numbers = say(evidence, steps).filter(isNumber);
  expect(numbers.map(({ value }) => value)).toEqual([icp, robust].map((value) => expect.closeTo(value!, 9)));
  expect(saidText(say(evidence, steps))).toMatch(
    /^DO found the pose\. .*ICP, [\d.]+ % off; Robust ICP, [\d.]+ % off\.$/,
  );
});

test('under way: the threads of the shipped scene, counted', () => {
  const evidence = sceneOf({});
  for (const step of [0, 5, 50]) expectHeard(say(evidence, step), words.en, inRecords(evidence));
  expect(saidText(say(evidence, 5))).toMatch(/^300 of the 700 threads of ICP/);
});

test('two panes of one method are told apart, and one that never came to rest is not said to have', () => {
  const evidence = fakeEvidence([
    { errors: [0.3, 0.2], search: 'source' },
    { errors: [0.3, 0.01], search: 'target' },
    { method: 'icp-plane', errors: [0.3, 0.238], converged: false },
  ]);
  expect(saidText(say(evidence, 1))).toBe(
    'ICP (searches model → scene) found the pose. At rest at a wrong pose: ICP (searches scene → model), 20 % off. ' +
      'Still moving when the iterations ran out: ICP (plane), 23.8 % off.',
  );
});

test('a verdict in a sentence has its own tone, not that of an alarm', () => {
  for (const verdict of ['good', 'ambiguous', 'doubtful', 'failed'] as const) {
    const evidence = fakeEvidence([{ errors: null, verdict }]);
    const word = say(evidence, 0).find((part) => typeof part !== 'string' && 'word' in part && part.tone === verdict);
    expect(word).toMatchObject({ word: words.en[`reg.verdict.${verdict}`], tone: verdict });
  }
});

test('the tally counts the verdicts that agree with the truth, are mistaken, or commit themselves to nothing', () => {
  const evidence = fakeEvidence([
    { errors: [0.3, 0.01], verdict: 'good' },
    { errors: [0.3, 0.023], verdict: 'doubtful' },
    { errors: [0.3, 0.2], verdict: 'good' },
    { errors: [0.3, 0.2], verdict: 'failed' },
  ]);
  const agreements = evidence.runs.map(agreementOf);
  expect(agreements).toEqual(['agrees', 'open', 'differs', 'agrees']);
  const numbers = tallySaid(wordsOf('en'), evidence.runs, agreements as Agreement[]).filter(isNumber);
  expect(Object.fromEntries(numbers.map(({ from, value }) => [from.what, value] as const))).toEqual({
    ...{ judged: 4, agrees: 2, differs: 1, open: 1 },
  });
  expect(tallySaid(wordsOf('en'), fakeEvidence([{ errors: null }]).runs, [])).toEqual([]);
});

test('the tally’s numbers are counts of the panes and of the runs seen', () => {
  fc.assert(
    fc.property(anyScene, fc.array(fc.constantFrom('agrees', 'differs', 'open')), ({ evidence }, before) => {
      const here = evidence.runs.flatMap((run) => agreementOf(run) ?? []);
      const seen = [...here, ...before] as Agreement[];
      for (const language of languages) {
        expectHeard(tallySaid(wordsOf(language), evidence.runs, seen), words[language], ({ of, what }) => {
          const all = of === 'panes' ? here : of === 'session' ? seen : [];
          return what === 'judged' ? all.length : all.filter((each) => each === what).length;
        });
      }
    }),
  );
});
