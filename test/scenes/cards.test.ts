import { describe, expect, test } from 'vitest';
import { cards } from '../../scenes/optimizers/cards/index.ts';
import { dictionaries, hasText, text } from '../../src/i18n/index.ts';
import { createGuessStore } from '../../src/runs/guess.ts';
import { createHighlightStore } from '../../src/runs/highlight.ts';
import type { Session } from '../../src/runs/lab.tsx';
import { createPictureStore } from '../../src/runs/pictures.ts';
import { runViewsOf, type RunView } from '../../src/runs/runViews.ts';
import { resolve } from '../../src/state/resolve.ts';
import { createLabStore } from '../../src/state/store.ts';
import type { Overrides } from '../../src/state/types.ts';
import { decode, encode } from '../../src/state/url.ts';
import { createClock } from '../../src/trace/clock.ts';
import { verdictOf } from '../../src/ui/cards/quiz.ts';
import { MARK_NEAR, markVerdictOf, nudged } from '../../src/ui/cards/mark.ts';
import { cardText } from '../../src/ui/cards/texts.ts';
import { neighbourCard, openCard, tourAsText, tourLinks, turnCard } from '../../src/ui/cards/tour.ts';
import type { Card, Evidence } from '../../src/ui/cards/types.ts';
import { highlightNamed, piecesOf } from '../../src/ui/cards/words.ts';

const byId = (id: string): Card => cards.find((card) => card.id === id)!;
/** The records that a reader of the card's link sees, after a change of the scene where one is given. */
function evidenceOf(card: Card, change: Overrides = {}): Evidence {
  const state = resolve({ ...decode(card.link).overrides, ...change });
  return { runs: runViewsOf(state), state };
}
const runIn = ({ runs }: Evidence, id: string): RunView => runs.find((run) => run.id === id)!;
const ys = ({ record }: RunView) => Array.from({ length: record.count }, (_, row) => record.x[2 * row + 1]!);
const xs = ({ record }: RunView) => Array.from({ length: record.count }, (_, row) => record.x[2 * row]!);

test('six cards are a tour', () => {
  expect(cards.map(({ id }) => id)).toEqual(['zigzag', 'momentum', 'adagrad', 'adam', 'too-large', 'semantics']);
});

describe.each(cards.map((card) => [card.id, card] as const))('%s', (id, card) => {
  test('its link is the shortest one, names the card, and rests before the first update', () => {
    const { overrides, notices } = decode(card.link);
    expect(notices).toEqual([]);
    expect(encode(overrides)).toBe(card.link);
    expect(overrides).toMatchObject({ card: id, playing: false });
    expect(resolve(overrides).t).toBeNull();
  });

  test('the records of its link bear out its claim, and exactly one of its answers', () => {
    const evidence = evidenceOf(card);
    expect(card.claim(evidence)).toBe(true);
    expect(card.answers).toContain(card.outcome(evidence));
    expect(evidence.state.steps).toBeGreaterThanOrEqual(card.judgedAt);
    const kinds = card.answers.map((answer) => verdictOf(card, evidence, answer, card.judgedAt).kind);
    expect(kinds.filter((kind) => kind === 'right')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(card.answers.length - 1);
  });

  test('nothing is judged before the record decides, nor in another scene', () => {
    const [answer] = card.answers as [string];
    expect(verdictOf(card, evidenceOf(card), null, card.judgedAt).kind).toBe('open');
    expect(verdictOf(card, evidenceOf(card), answer, card.judgedAt - 1).kind).toBe('waiting');
    const elsewhere = evidenceOf(card, { surface: 'beale', start: undefined });
    expect(verdictOf(card, elsewhere, answer, elsewhere.state.steps).kind).toBe('undecided');
    expect(card.look(elsewhere, 3)).toBeNull();
    expect(card.claim(elsewhere)).toBe(false);
  });

  test('the opening state does not bear out its claim by chance, except where SGD zigzags', () => {
    const state = resolve({});
    expect(card.claim({ runs: runViewsOf(state), state })).toBe(id === 'zigzag' || id === 'momentum' || id === 'adam');
  });

  test('it has its texts in both languages, with the same words that light up', () => {
    for (const part of ['title', 'ask', ...card.answers.map((answer) => `answer.${answer}` as const)] as const) {
      expect(hasText(cardText(card, part as 'title'))).toBe(true);
    }
    const keys = Object.keys(dictionaries.ja).filter((key) => key.startsWith(`card.${id}.`)) as never[];
    for (const key of keys) {
      const words = (language: 'ja' | 'en') =>
        piecesOf(text(language, key))
          .filter((piece) => piece.kind === 'word')
          .map(({ name }) => name);
      expect(new Set(words('ja')), key).toEqual(new Set(words('en')));
    }
  });

  test('at every step it says what to look at, with finite numbers for exactly the places in the text', () => {
    const evidence = evidenceOf(card);
    for (let step = 0; step <= evidence.state.steps; step++) {
      const look = card.look(evidence, step)!;
      const places = [...text('en', look.text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(Object.keys(look.values).sort(), `step ${step}`).toEqual(places.sort());
      for (const { value } of Object.values(look.values)) expect(Number.isFinite(value)).toBe(true);
    }
  });
});

describe('what the texts say, read off the records', () => {
  test('SGD changes the sign of y at every step: y = 2 · (−0.9)ᵗ; −∇f misses the minimum by 64.2° at first', () => {
    const evidence = evidenceOf(byId('zigzag'));
    const run = runIn(evidence, 'sgd');
    expect(run.spec.params['lr']).toBe(0.95);
    // Thirty roundings of float64.
    ys(run).forEach((y, t) => expect(y).toBeCloseTo(2 * (-0.9) ** t, 13));
    const { angle } = byId('zigzag').look(evidence, 0)!.values;
    const expected = (Math.atan2(4, 0.7) - Math.atan2(2, 7)) * (180 / Math.PI);
    expect(angle!.value).toBeCloseTo(expected, 10);
    expect(byId('zigzag').outcome(evidenceOf(byId('zigzag'), { runs: { sgd: { params: { lr: 0.1 } } } }))).toBe(
      'same-side',
    );
  });

  test('update 10 of Momentum goes 8.1 times as far along x as the gradient alone, and crosses the valley 4 times to SGD’s 30', () => {
    const { look } = byId('momentum');
    const evidence = evidenceOf(byId('momentum'));
    const run = runIn(evidence, 'momentum');
    const x = xs(run);
    // ∂f/∂x = x/10.
    const gain = (x[10]! - x[9]!) / (-0.1 * (x[9]! / 10));
    expect(look(evidence, 10)!.values['gain']!.value).toBeCloseTo(gain, 10);
    expect(gain).toBeCloseTo(8.07, 1);
    expect(look(evidence, 30)!.values).toMatchObject({ crossings: { value: 4 }, sgd: { value: 30 } });
    // Without its memory Momentum is SGD.
    const forgetful = evidenceOf(byId('momentum'), { runs: { momentum: { params: { momentum: 0 } } } });
    expect(byId('momentum').outcome(forgetful)).toBe('as-long');
  });

  test('after the wrong gradient of update 8 AdaGrad’s rate stays below a tenth, RMSProp’s comes back by three quarters', () => {
    const card = byId('adagrad');
    const evidence = evidenceOf(card);
    expect(evidence.state.disturbance.inject).toEqual({ step: 8, gradient: [20, 0] });
    expect(evidence.state.steps).toBe(60);
    // h by hand: sum, or running mean, of the squares of ∂f/∂x = x/10, with 20 added at update 8.
    const h = { adagrad: [0], rmsprop: [0] };
    const paths = { adagrad: xs(runIn(evidence, 'adagrad')), rmsprop: xs(runIn(evidence, 'rmsprop')) };
    for (let t = 1; t <= 60; t++) {
      const g = (id: keyof typeof h) => paths[id][t - 1]! / 10 + (t === 8 ? 20 : 0);
      h.adagrad.push(h.adagrad[t - 1]! + g('adagrad') ** 2);
      h.rmsprop.push(0.9 * h.rmsprop[t - 1]! + 0.1 * g('rmsprop') ** 2);
    }
    for (const id of ['adagrad', 'rmsprop'] as const) {
      const share = 100 * Math.sqrt(h[id][7]! / h[id][60]!);
      expect(card.look(evidence, 60)!.values[id]!.value).toBeCloseTo(share, 8);
      expect(share > 50).toBe(id === 'rmsprop');
    }
    // Without it nothing brakes, and the card says so by falling silent.
    expect(card.outcome(evidenceOf(card, { inject: undefined }))).toBeNull();
  });

  test('Adam crosses the valley floor at update 8 and goes on to update 14, against the slope', () => {
    const evidence = evidenceOf(byId('adam'));
    const y = ys(runIn(evidence, 'adam'));
    expect(y.findIndex((value) => value < 0)).toBe(8);
    expect(y.indexOf(Math.min(...y))).toBe(14);
    for (let step = 8; step < 14; step++) expect(byId('adam').look(evidence, step)!.text).toMatch(/against$/);
    expect(byId('adam').look(evidence, 5)!.text).toBe('card.adam.look');
  });

  test('with η = 1.02 each update multiplies y by −1.04; with 0.95 by −0.9, with 1 by −1', () => {
    const card = byId('too-large');
    const evidence = evidenceOf(card);
    expect(card.look(evidence, 30)!.values['factor']!.value).toBeCloseTo(1 - 2 * 1.02, 10);
    expect(Math.abs(ys(runIn(evidence, 'sgd'))[30]!)).toBeCloseTo(2 * 1.04 ** 30, 10);
    const withRate = (lr: number) => card.outcome(evidenceOf(card, { runs: { sgd: { params: { lr } } } }));
    expect([0.95, 1, 1.02].map(withRate)).toEqual(['shrinks', 'even', 'grows']);
  });

  test('the two Momentums differ by rounding until η drops at update 10, visibly after it', () => {
    const card = byId('semantics');
    const evidence = evidenceOf(card);
    expect(evidence.state.disturbance.lrChange).toEqual({ step: 10, factor: 0.1 });
    const paths = (['book', 'torch'] as const).map((semantics) =>
      xs(runIn(evidenceOf(card, { runs: { momentum: { semantics, params: { lr: 0.1 } } } }), 'momentum')),
    );
    const apart = (row: number) => Math.abs(paths[0]![row]! - paths[1]![row]!);
    expect(apart(9)).toBeLessThan(1e-14);
    expect(apart(20)).toBeGreaterThan(1);
    expect(card.look(evidence, 20)!.values['distance']!.value).toBeGreaterThanOrEqual(apart(20));
    expect(card.outcome(evidenceOf(card, { lrChange: undefined }))).toBe('rounding');
  });
});

describe('a mark on the plan', () => {
  const card = byId('momentum');
  const question = card.mark!;
  const evidence = evidenceOf(card);
  const { x } = runIn(evidence, 'momentum').record;
  const place = [x[20]!, x[21]!] as const;
  const way = Array.from({ length: 10 }, (_, i) =>
    Math.hypot(x[2 * i + 2]! - x[2 * i]!, x[2 * i + 3]! - x[2 * i + 1]!),
  ).reduce((sum, step) => sum + step);
  const beside = (share: number) => [place[0] + share * way * 0.6, place[1] - share * way * 0.8] as const;
  const judged = (at: readonly [number, number] | null, step = 10, change: Overrides = {}) =>
    markVerdictOf(question, evidenceOf(card, change), at, step);

  test('asks for Momentum at update 10, where the path of v ← αv − η∇f is', () => {
    expect(question).toEqual({ run: 'momentum', step: 10 });
    let [at, v] = [
      [-7, 2],
      [0, 0],
    ];
    for (let t = 0; t < 10; t++) {
      v = [0.9 * v[0]! - 0.1 * (at[0]! / 10), 0.9 * v[1]! - 0.1 * 2 * at[1]!];
      at = [at[0]! + v[0]!, at[1]! + v[1]!];
    }
    // Ten roundings of float64 in another order.
    expect(place[0]).toBeCloseTo(at[0]!, 12);
    expect(place[1]).toBeCloseTo(at[1]!, 12);
  });

  test('is right within a tenth of the way gone, wrong beyond, told with distance and place', () => {
    expect(MARK_NEAR).toBe(0.1);
    for (const [share, kind] of [
      [0, 'right'],
      [0.099, 'right'],
      [0.101, 'wrong'],
      [2, 'wrong'],
    ] as const) {
      const verdict = judged(beside(share));
      expect(verdict).toMatchObject({ kind, place });
      if (!('share' in verdict)) throw new Error('not judged');
      expect(verdict.share).toBeCloseTo(share, 10);
      expect(verdict.distance).toBeCloseTo(share * way, 10);
    }
  });

  test('is not judged before it is set, before the run is there, nor where there is no such iterate', () => {
    expect(judged(null).kind).toBe('open');
    expect(judged(place, 9).kind).toBe('waiting');
    expect(judged(place, 10, { runs: { momentum: { enabled: false } } }).kind).toBe('undecided');
    expect(judged(place, 10, { runs: { momentum: { params: { lr: 1e40 } } } }).kind).toBe('undecided');
    // It rests on the minimum: no way to measure by.
    expect(judged([0, 0], 10, { start: [0, 0] }).kind).toBe('undecided');
    // Fewer updates than asked about: the last one counts.
    expect(judged([x[10]!, x[11]!], 5, { steps: 5 }).kind).toBe('right');
  });

  test('arrow keys move it along the axes, Shift ten times finer, no further than the border', () => {
    const domain = [-10, 10, -10, 10] as const;
    expect(nudged([-7, 2], domain, 'ArrowRight', false)).toEqual([-6.5, 2]);
    expect(nudged([-7, 2], domain, 'ArrowLeft', true)).toEqual([-7.05, 2]);
    expect(nudged([-7, 2], domain, 'ArrowUp', false)).toEqual([-7, 2.5]);
    expect(nudged([-7, -9.8], domain, 'ArrowDown', false)).toEqual([-7, -10]);
    expect(nudged([-7, 2], domain, 'Home', false)).toBeNull();
  });

  test('every question for a mark is about a run of its card, which it judges', () => {
    for (const each of cards.filter(({ mark }) => mark)) {
      const seen = evidenceOf(each);
      const record = runIn(seen, each.mark!.run).record;
      const row = each.mark!.step;
      expect(row).toBeLessThan(record.count);
      expect(markVerdictOf(each.mark!, seen, [record.x[2 * row]!, record.x[2 * row + 1]!], row).kind).toBe('right');
      // Whoever leaves the mark on the start has predicted nothing.
      expect(markVerdictOf(each.mark!, seen, seen.state.start, row).kind).toBe('wrong');
    }
  });
});

function session(overrides: Overrides = {}): Session {
  const store = createLabStore(overrides);
  return {
    store,
    clock: createClock(30),
    highlight: createHighlightStore(),
    pictures: createPictureStore(),
    guess: createGuessStore(),
  };
}

test('opening a card sets its whole scene; language, theme and presentation stay the reader’s', () => {
  const page = session({ surface: 'beale', steps: 90, view: 'book', language: 'ja', theme: 'dark', presenting: true });
  openCard(page, byId('adam'));
  expect(page.store.get().overrides).toEqual({
    ...decode(byId('adam').link).overrides,
    language: 'ja',
    theme: 'dark',
    presenting: true,
  });
  expect(page.store.get().experiment).toBe(1);
});

test('the tour is a ring, forwards and backwards', () => {
  const page = session();
  const seen = Array.from({ length: 7 }, () => {
    turnCard(page, cards, 1);
    return page.store.get().state.card;
  });
  expect(seen).toEqual([...cards.map(({ id }) => id), 'zigzag']);
  turnCard(page, cards, -1);
  expect(page.store.get().state.card).toBe('semantics');
  expect(neighbourCard(cards, null, -1)?.id).toBe('semantics');
  expect(neighbourCard(cards, 'no-such-card', 1)?.id).toBe('zigzag');
});

test('the deck holds both addresses of every card, in the reader’s language', () => {
  const links = tourLinks(cards, 'https://example.org/koubai/', { language: 'ja' }, ({ id }) => id);
  expect(links.map(({ title }) => title)).toEqual(cards.map(({ id }) => id));
  links.forEach(({ page, embed }, i) => {
    expect(decode(page).overrides).toEqual({ ...decode(cards[i]!.link).overrides, language: 'ja' });
    expect(embed).toBe(page.replace('/#', '/?embed#'));
  });
  expect(tourAsText(links).split('\n').slice(0, 3)).toEqual(['1. zigzag', links[0]!.page, links[0]!.embed]);
});

test('a text falls into words, numbers and what is between', () => {
  expect(piecesOf('a <sgd>b {c}</sgd> {d}<e')).toEqual([
    { kind: 'text', text: 'a ' },
    { kind: 'word', name: 'sgd', text: 'b {c}' },
    { kind: 'text', text: ' ' },
    { kind: 'value', name: 'd' },
    { kind: 'text', text: '<e' },
  ]);
  expect(highlightNamed('sgd')).toEqual({ kind: 'run', id: 'sgd' });
  expect(highlightNamed('steep')).toEqual({ kind: 'thing', name: 'steep' });
  expect(highlightNamed('lr')).toEqual({ kind: 'symbol', name: 'lr' });
});
