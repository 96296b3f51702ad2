import { beforeAll, expect, test } from 'vitest';
import { cards } from '../../scenes/reconstruction/cards/index.ts';
import { shuffledChamfer, sidesOf } from '../../scenes/reconstruction/cards/read.ts';
import type { Evidence } from '../../scenes/reconstruction/cards/types.ts';
import { addTexts, hasText } from '../../src/i18n/index.ts';
import { words as reconstructionTexts } from '../../scenes/reconstruction/words/index.ts';
import { nothingCompared } from '../../scenes/reconstruction/picture/see.ts';
import { decodeLink, encodeLink } from '../../src/state/link.ts';
import { table } from '../../scenes/reconstruction/state.ts';
import { lookOf, verdictOf } from '../../src/ui/cards/quiz.ts';
import { cardText } from '../../src/ui/cards/texts.ts';
import { sceneOf } from './reconstructionRun.ts';

beforeAll(() => addTexts(reconstructionTexts));

const scenes = new Map<string, Evidence>();
const evidenceOf = (link: string): Evidence => {
  let evidence = scenes.get(link);
  if (!evidence) scenes.set(link, (evidence = sceneOf(decodeLink(table.rules, link).overrides)));
  return evidence;
};

test('the four questions of the issue, each once', () => {
  expect(cards.map(({ id }) => id)).toEqual(['rec-what', 'rec-loss', 'rec-lookup', 'rec-back']);
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

test.each(cards)('$id: what was computed bears out what it says, and exactly one of its answers', (card) => {
  const evidence = evidenceOf(card.link);
  const end = evidence.state.steps;
  expect(card.claim(evidence)).toBe(true);
  const right = card.answers.filter((answer) => verdictOf(card, evidence, answer, end).kind === 'right');
  expect(right).toEqual([card.outcome(evidence)]);
});

test('what each card is about comes out as the field knows it', () => {
  expect(cards.map((card) => card.outcome(evidenceOf(card.link)))).toEqual(['same', 'emd', 'network', 'hidden']);
});

test.each(cards)('$id: it says something of every step, with finite numbers', (card) => {
  const evidence = evidenceOf(card.link);
  for (let step = 0; step <= evidence.state.steps; step++) {
    const look = lookOf(card, evidence, step);
    expect(look, `step ${step}`).not.toBeNull();
    expect(hasText(look!.text), look!.text).toBe(true);
  }
});

test.each(cards)('$id: a prediction waits for the end, then is judged', (card) => {
  const evidence = evidenceOf(card.link);
  const right = card.outcome(evidence)!;
  const wrong = card.answers.find((answer) => answer !== right)!;
  expect(verdictOf(card, evidence, right, 0).kind).toBe('waiting');
  expect(verdictOf(card, evidence, right, evidence.state.steps)).toEqual({ kind: 'right', outcome: right });
  expect(verdictOf(card, evidence, wrong, evidence.state.steps)).toEqual({ kind: 'wrong', outcome: right });
});

test.each(cards)('$id: before anything is computed, or in another view, it decides nothing', (card) => {
  const evidence = evidenceOf(card.link);
  const results = { shown: null, truth: null, answer: null, lookup: null, compared: nothingCompared };
  const empty: Evidence = { ...evidence, results, means: null };
  const other: Evidence = { ...evidence, state: { ...evidence.state, view: 'many' } };
  for (const nothing of [empty, other]) {
    expect([card.outcome(nothing), card.claim(nothing), card.look(nothing, 3)]).toEqual([null, false, null]);
  }
});

test('the look-up’s own answer in the network’s place is judged the same, the look-up’s truth in its place wins', () => {
  const card = cards[2]!;
  const evidence = evidenceOf(card.link);
  const { compared } = evidence.results;
  const judged = (patch: Partial<typeof compared>) =>
    card.outcome({ ...evidence, results: { ...evidence.results, compared: { ...compared, ...patch } } });
  expect(judged({ network: compared.lookup })).toBe('same');
  expect(judged({ lookup: compared.floor })).toBe('lookup');
});

test('the answer’s order matters to nobody; both sides of the truth are all of its points', () => {
  const evidence = evidenceOf(cards[3]!.link);
  expect(shuffledChamfer(evidence)).toBeCloseTo(evidence.results.compared.network!.chamfer, 12);
  const { seen, hidden } = sidesOf(evidence)!;
  expect(seen + hidden).toBe(1024);
});
