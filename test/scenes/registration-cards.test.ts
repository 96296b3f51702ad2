import { beforeAll, expect, test } from 'vitest';
import { cards } from '../../scenes/registration/cards/index.ts';
import type { PaneRun } from '../../scenes/registration/runs/paneRuns.ts';
import type { Evidence } from '../../scenes/registration/cards/types.ts';
import { sayingAt } from '../../scenes/registration/say/saying.ts';
import { addTexts, hasText } from '../../src/i18n/index.ts';
import { words as registrationTexts } from '../../scenes/registration/words/index.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import { table } from '../../scenes/registration/state/table.ts';
import { cardText } from '../../src/ui/cards/texts.ts';
import { lookOf, verdictOf } from '../../src/ui/cards/quiz.ts';
import { sceneOf } from './registrationRun.ts';

beforeAll(() => addTexts(registrationTexts));

const scenes = new Map<string, Evidence>();
const evidenceOf = (link: string): Evidence => {
  let evidence = scenes.get(link);
  if (!evidence) scenes.set(link, (evidence = sceneOf(decodeLink(table.rules, link).overrides)));
  return evidence;
};

test('the four questions of the issue, each once', () => {
  expect(cards.map(({ id }) => id)).toEqual(['reg-why', 'reg-which', 'reg-learns', 'reg-better']);
});

test.each(cards)('$id: its link is clean, canonical, and opens its own card', ({ id, link }) => {
  const { overrides, notices } = decodeLink(table.rules, link);
  expect(notices).toEqual([]);
  expect(overrides.card).toBe(id);
  expect(encodeLink(table.rules, overrides)).toBe(link);
});

test.each(cards)('$id: it has its texts', (card) => {
  for (const part of ['title', 'ask', ...card.answers.map((answer) => `answer.${answer}`)]) {
    expect(hasText(cardText(card, part as 'title')), part).toBe(true);
  }
});

test.each(cards)('$id: the records show what it says, and its outcome is one of its answers', (card) => {
  const evidence = evidenceOf(card.link);
  expect(card.claim(evidence)).toBe(true);
  expect(card.answers).toContain(card.outcome(evidence));
});

test('what each card is about comes out as the field knows it', () => {
  expect(cards.map((card) => card.outcome(evidenceOf(card.link)))).toEqual(['outliers', 'scene', 'trained', 'do']);
});

test.each(cards)('$id: it says something of every step, with finite numbers', (card) => {
  const evidence = evidenceOf(card.link);
  for (let step = 0; step <= evidence.state.steps; step += 7) {
    const look = lookOf(card, evidence, step);
    expect(look, `step ${step}`).not.toBeNull();
    expect(hasText(look!.text), look!.text).toBe(true);
  }
});

test.each(cards)('$id: a prediction waits for the run, then is judged', (card) => {
  const evidence = evidenceOf(card.link);
  const right = card.outcome(evidence)!;
  const wrong = card.answers.find((answer) => answer !== right)!;
  expect(verdictOf(card, evidence, right, 0).kind).toBe('waiting');
  expect(verdictOf(card, evidence, right, evidence.state.steps)).toEqual({ kind: 'right', outcome: right });
  expect(verdictOf(card, evidence, wrong, evidence.state.steps)).toEqual({ kind: 'wrong', outcome: right });
});

test.each(cards)('$id: without runs, or on other data, it decides nothing', (card) => {
  const evidence = evidenceOf(card.link);
  const empty: Evidence = { ...evidence, runs: [] };
  const other: Evidence = { ...evidence, state: { ...evidence.state, data: 'lidar' } };
  for (const nothing of [empty, other]) {
    expect([card.outcome(nothing), card.claim(nothing), card.look(nothing, 3)]).toEqual([null, false, null]);
  }
});

/** With the methods' names in place of their runs. */
const facts = (saying: unknown): unknown =>
  JSON.parse(
    JSON.stringify(saying, (key, value: unknown) => (key === 'run' ? (value as PaneRun).settings.method : value)),
  );

test('the sentence: threads of plain ICP under way, who found the pose at the end, nobody at 120°', () => {
  const opening = sceneOf({});
  const { runs, state } = opening;
  const error = 100 * runs[0]!.answer.errors![5]!;
  expect(facts(sayingAt(opening, 5))).toEqual({
    ...{ kind: 'threads', run: 'icp-point', row: 5, nothing: 300, all: 700, error: expect.closeTo(error, 9) as number },
  });
  expect(facts(sayingAt(opening, state.steps))).toMatchObject({
    kind: 'some',
    right: [{ run: 'icp-robust' }, { run: 'do' }],
    rested: [{ run: 'icp-point' }],
    unrested: [],
    far: false,
  });
  const far = sceneOf({ factors: { rotation: 120 } });
  const errors = far.runs.map(({ answer }) => 100 * answer.errors!.at(-1)!);
  const told = sayingAt(far, far.state.steps);
  expect(told).toMatchObject({ kind: 'none', right: [], far: true });
  const wrong = told.kind === 'none' ? [...told.rested, ...told.unrested] : [];
  const rising = (values: readonly number[]) => values.toSorted((a, b) => a - b);
  expect(rising(wrong.map((end) => end.error))).toEqual(rising(errors).map((off): unknown => expect.closeTo(off, 9)));
  expect(sayingAt({ ...opening, state: { ...state, selected: 2 } }, 5)).toMatchObject({ kind: 'map', row: 5 });
  expect(sayingAt({ ...opening, runs: [] }, 5)).toEqual({ kind: 'waiting' });
});
