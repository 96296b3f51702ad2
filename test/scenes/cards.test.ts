import { describe, expect, test } from 'vitest';
import { cards } from '../../scenes/optimizers/cards/index.ts';
import { cardWords } from '../../scenes/optimizers/words/cards.ts';
import { words } from '../../scenes/optimizers/words/index.ts';
import { optimize } from '../../src/jobs/optimize.ts';
import { trialsOf } from '../../src/jobs/tuning/tune.ts';
import { tuneSpecOf } from '../../scenes/optimizers/tune/spec.ts';
import { addTexts, hasText, text } from '../../src/i18n/index.ts';
import { lab, type LabSession as Session } from '../../scenes/optimizers/model.ts';
import { runViewsOf, type RunView } from '../../scenes/optimizers/runs/runViews.ts';
import { labRules } from '../../scenes/optimizers/state/rules.ts';
import { resolve } from '../../scenes/optimizers/state/rules.ts';
import type { Overrides } from '../../scenes/optimizers/state/types.ts';
import { decode, encode } from '../../scenes/optimizers/state/url.ts';
import { lookOf, verdictOf } from '../../src/ui/cards/quiz.ts';
import { MARK_NEAR, markVerdictOf, nudged } from '../../scenes/optimizers/predict/mark.ts';
import { cardText } from '../../src/ui/cards/texts.ts';
import { neighbourCard, openCard, tourAsText, tourLinks, turnCard } from '../../src/ui/cards/tour.ts';
import type { OptimizerCard as Card, Evidence } from '../../scenes/optimizers/cards/types.ts';
import { answersBy } from '../../scenes/optimizers/cards/useKeptBack.ts';
import { highlightNamed } from '../../scenes/optimizers/cards/named.ts';
import { piecesOf } from '../../src/ui/cards/words.ts';

addTexts(words);
const byId = (id: string): Card => cards.find((card) => card.id === id)!;
/** The records that a reader of the card's link sees, after a change of the scene where one is given. */
function evidenceOf(card: Card, change: Overrides = {}): Evidence {
  const state = resolve({ ...decode(card.link).overrides, ...change });
  return { runs: runViewsOf(state), state };
}
const runIn = ({ runs }: Evidence, id: string): RunView => runs.find((run) => run.id === id)!;
const ys = ({ record }: RunView) => Array.from({ length: record.count }, (_, row) => record.x[2 * row + 1]!);
const xs = ({ record }: RunView) => Array.from({ length: record.count }, (_, row) => record.x[2 * row]!);

/** Which answer is right, by the independent reckonings below and the book. */
const RIGHT: Readonly<Record<string, string>> = {
  zigzag: 'flips',
  momentum: 'longer',
  adagrad: 'only-rmsprop',
  adam: 'goes-on',
  'too-large': 'grows',
  semantics: 'apart',
  'second-order': 'only-damped',
  redundancy: 'no-step',
  border: 'another',
  stability: 'only-sgd',
  tuning: 'momentum',
  schedule: 'drops',
  batch: 'only-sgd',
  'own-rate': 'all-but-sgd',
  plateau: 'only-adam',
};

test('the cards are a tour', () => {
  expect(cards.map(({ id }) => id)).toEqual(Object.keys(RIGHT));
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
    expect(card.answers).toContain(RIGHT[id]);
    expect(card.outcome(evidence)).toBe(RIGHT[id]);
    expect(evidence.state.steps).toBeGreaterThanOrEqual(card.judgedAt);
    expect(verdictOf(card, evidence, RIGHT[id]!, card.judgedAt).kind).toBe('right');
    const kinds = card.answers.map((answer) => verdictOf(card, evidence, answer, card.judgedAt).kind);
    expect(kinds.filter((kind) => kind === 'right')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'wrong')).toHaveLength(card.answers.length - 1);
  });

  test('nothing is judged before the record decides, nor in another scene', () => {
    const [answer] = card.answers as [string];
    expect(verdictOf(card, evidenceOf(card), null, card.judgedAt).kind).toBe('open');
    expect(verdictOf(card, evidenceOf(card), answer, card.judgedAt - 1).kind).toBe('waiting');
    const another = decode(card.link).overrides.surface === 'beale' ? 'sphere' : 'beale';
    const elsewhere = evidenceOf(card, { surface: another, formula: undefined, domain: undefined, start: undefined });
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
    const keys = Object.keys({ ...words.ja, ...cardWords.ja }).filter((key) =>
      key.startsWith(`card.${id}.`),
    ) as never[];
    for (const key of keys) {
      const words = (language: 'ja' | 'en') =>
        piecesOf(text(language, key))
          .filter((piece) => piece.kind === 'word')
          .map(({ name }) => name);
      expect(new Set(words('ja')), key).toEqual(new Set(words('en')));
      // A mark that is not read as one would stand in the sentence.
      for (const piece of piecesOf(text('en', key))) if (piece.kind !== 'value') expect(piece.text).not.toMatch(/[<>]/);
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

test('while the answer is kept back nothing is said of how it ends, nor why', () => {
  const bare = /\.look\.(plain|start|before)$|^card\.border\.look$/;
  for (const card of cards) {
    const evidence = evidenceOf(card);
    for (let step = 0; step <= evidence.state.steps; step++) {
      const look = lookOf(card, evidence, step, true)!;
      const places = [...text('en', look.text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      expect(look.text, card.id).toMatch(bare);
      expect(Object.keys(look.values).sort(), card.id).toEqual(places.sort());
    }
    // Then it is told.
    expect(lookOf(card, evidence, evidence.state.steps)!.text).not.toMatch(bare);
  }
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
    for (const [lr, outcome] of [
      [0.95, 'shrinks'],
      [1, 'even'],
      [1.02, 'grows'],
    ] as const) {
      const seen = evidenceOf(card, { runs: { sgd: { params: { lr } } } });
      expect(card.outcome(seen)).toBe(outcome);
      for (const step of [1, 10, 30]) {
        const { text: key, values } = card.look(seen, step)!;
        expect(key).toBe(`card.too-large.look.${outcome}`);
        expect(values['lr']!.value).toBe(lr);
        // 30 roundings, of y and of η.
        expect(values['factor']!.value).toBeCloseTo(1 - 2 * lr, 12);
      }
    }
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

describe('what the texts of the newer views say, reckoned anew', () => {
  const himmelblau = ([x, y]: readonly number[]) => {
    const [a, b] = [x! * x! + y! - 11, x! + y! * y! - 7];
    return [4 * x! * a + 2 * b, 2 * a + 4 * y! * b];
  };
  /** The heavy ball as torch has it, from a start. */
  const ball = (start: readonly number[], memory: number, steps: number, lr: number) => {
    let [at, b] = [start, [0, 0]];
    for (let t = 0; t < steps; t++) {
      const g = himmelblau(at);
      b = b.map((value, i) => memory * value + g[i]!);
      at = at.map((value, i) => value - lr * b[i]!);
    }
    return at;
  };
  const near = (at: readonly number[], [x, y]: readonly [number, number]) => {
    expect(at[0]).toBeCloseTo(x, 2);
    expect(at[1]).toBeCloseTo(y, 2);
  };

  test('Momentum from (−4, 4) ends at (3, 2), from 0.001 beside it at (−2.81, 3.13); SGD from both at the latter', () => {
    const [here, beside] = [
      [-4, 4],
      [-3.999, 4],
    ] as const;
    near(ball(here, 0.9, 150, 0.01), [3, 2]);
    near(ball(beside, 0.9, 150, 0.01), [-2.805118, 3.131313]);
    near(ball(here, 0, 150, 0.01), [-2.805118, 3.131313]);
    near(ball(beside, 0, 150, 0.01), [-2.805118, 3.131313]);
    const { text: key, values } = byId('border').look(evidenceOf(byId('border')), 150)!;
    expect(key).toBe('card.border.look.parted');
    near([values['x']!.value, values['y']!.value], [-2.805118, 3.131313]);
  });

  test('with η = 1.8 each update multiplies y of SGD by −2.6, while the roots of Momentum lie within the unit circle', () => {
    const evidence = evidenceOf(byId('stability'));
    expect(ys(runIn(evidence, 'sgd'))[5]! / ys(runIn(evidence, 'sgd'))[4]!).toBeCloseTo(1 - 2 * 1.8, 10);
    // z² − (1 + μ − 2η) z + μ: complex, so that both are √μ in magnitude.
    expect((1 + 0.9 - 3.6) ** 2 - 4 * 0.9).toBeLessThan(0);
    const values = byId('stability').look(evidence, 40)!.values;
    expect([values['limit']!.value, values['higher']!.value]).toEqual([1, 1.9]);
  });

  test('the rates of the tuned three are those that the tuning of the same link finds best', () => {
    const { state } = evidenceOf(byId('tuning'));
    const found = trialsOf(tuneSpecOf(state)!).map((runs) => {
      const ends = runs.map((run) => ({ lr: run.params['lr']!, record: optimize(run) }));
      const there = ends.filter(({ record }) => record.divergedAt === null);
      return there.sort((a, b) => a.record.f[a.record.count - 1]! - b.record.f[b.record.count - 1]!)[0]!.lr;
    });
    expect(state.tuneBudget).toBe(60);
    const enabled = state.runs.filter((run) => run.enabled);
    expect(enabled.map(({ id, params }) => [id, params['lr']])).toEqual(
      ['sgd', 'momentum', 'adam'].map((id, i) => [id, found[i]]),
    );
  });

  test('on x² + y² noise of SD σ keeps f at ησ²/(2 − 2η) on average, and the staircase comes to it', () => {
    const { record } = runIn(evidenceOf(byId('schedule')), 'sgd');
    const mean = (from: number, to: number) =>
      record.f.slice(from, to + 1).reduce((sum, f) => sum + f, 0) / (to - from + 1);
    for (const [lr, from, to] of [
      [0.4, 40, 80],
      [0.08, 120, 160],
    ] as const) {
      // The mean of forty draws that hang together.
      expect(mean(from, to) / (lr / (2 - 2 * lr))).toBeGreaterThan(0.4);
      expect(mean(from, to) / (lr / (2 - 2 * lr))).toBeLessThan(2.5);
    }
    const { text: key, values } = byId('schedule').look(evidenceOf(byId('schedule')), 240)!;
    expect([key, values['lr']!.value]).toEqual(['card.schedule.look', 0.4 * 0.2 ** 2]);
    expect(values['level']!.value).toBeCloseTo(mean(221, 240), 12);
  });

  test('with 16 examples SGD’s steps are a quarter as long, Adam’s as long as with one', () => {
    const card = byId('batch');
    const stride = (id: string, batch: number) => {
      const { x } = runIn(evidenceOf(card, { batch }), id).record;
      let sum = 0;
      for (let row = 100; row < 300; row++)
        sum += Math.hypot(x[2 * row + 2]! - x[2 * row]!, x[2 * row + 3]! - x[2 * row + 1]!);
      return sum;
    };
    expect(stride('sgd', 16) / stride('sgd', 1)).toBeCloseTo(1 / 4, 3);
    expect(stride('adam', 16) / stride('adam', 1)).toBeGreaterThan(0.9);
    const { values } = card.look(evidenceOf(card), 300)!;
    expect(values['sgdOne']!.value / values['sgd']!.value).toBeGreaterThan(12);
    expect(values['adamOne']!.value / values['adam']!.value).toBeLessThan(6);
  });

  test('Polyak on Booth steps by (f − f_min)/|∇f|², reckoned by hand; SGD can bear 2/18', () => {
    const evidence = evidenceOf(byId('own-rate'));
    const [x, y] = [-7, 6];
    const [a, b] = [x + 2 * y - 7, 2 * x + y - 5];
    const g = [2 * a + 4 * b, 4 * a + 2 * b] as const;
    const rate = (a * a + b * b) / (g[0] ** 2 + g[1] ** 2);
    const { values } = byId('own-rate').look(evidence, 0)!;
    expect(values['rate']!.value).toBeCloseTo(rate, 12);
    expect(xs(runIn(evidence, 'polyak'))[1]).toBeCloseTo(x - rate * g[0], 12);
    expect(values['limit']!.value).toBeCloseTo(2 / 18, 12);
  });

  test('on the plain the slope is 2.7 · 10⁻⁷ and Adam’s first step is η along both axes; it rests where f is −8 · 10⁻⁵', () => {
    const evidence = evidenceOf(byId('plateau'));
    const adam = runIn(evidence, 'adam');
    const slope = Math.hypot(adam.record.g[0]!, adam.record.g[1]!);
    expect(slope).toBeCloseTo(3e-7, 7);
    expect([xs(adam)[1]! - xs(adam)[0]!, ys(adam)[1]! - ys(adam)[0]!].map((step) => Number(step.toFixed(2)))).toEqual([
      0.1, 0.1,
    ]);
    const { values } = byId('plateau').look(evidence, 60)!;
    expect(values['f']!.value).toBeCloseTo(-8.1e-5, 6);
    // A step is the rate times the slope.
    expect(values['sgd']!.value).toBeCloseTo(60 * 0.2 * slope, 6);
  });
});

test('a map is kept back from its own question alone: on other cards, and without one, it may be put on view', () => {
  const maps = ['drape=basins', 'view=heat', 'view=tune'] as const;
  const kept = [...cards.map(({ id }) => id), null].map((card) => [card, maps.filter((map) => answersBy(card, map))]);
  expect(kept.filter(([, which]) => which!.length > 0)).toEqual([
    ['border', ['drape=basins']],
    ['stability', ['view=heat']],
    ['tuning', ['view=tune']],
  ]);
});

describe('in a scene that the reader has changed, the texts say only what is so there', () => {
  const lrChange = (step: number, factor: number): Overrides => ({ lrChange: { step, factor } });
  const inject = (step: number, gx: number, gy: number): Overrides => ({ inject: { step, gradient: [gx, gy] } });
  const param = (id: string, params: Record<string, number>): Overrides => ({
    runs: { [id]: { enabled: true, params } },
  });
  const seen = (id: string, change: Overrides, step: number) => lookOf(byId(id), evidenceOf(byId(id), change), step);
  const textOf = (id: string, change: Overrides, step: number) => seen(id, change, step)?.text ?? null;
  const valueOf = (id: string, change: Overrides, step: number, name: string) =>
    seen(id, change, step)!.values[name]!.value;

  test.each<[string, string, Overrides]>([
    ['zigzag', 'same-side', param('sgd', { lr: 0.1 })],
    ['zigzag', 'now-and-then', lrChange(5, 0.1)],
    ['momentum', 'as-long', param('momentum', { momentum: 0 })],
    // v₁₀ = 0.9 v₉ − 0.1 (∂f/∂x + 4) is next to nothing, as 0.9 v₉ is 0.38.
    ['momentum', 'shorter', inject(10, 4, 0)],
    ['adagrad', 'both', lrChange(20, 10)],
    ['adagrad', 'neither', param('rmsprop', { alpha: 0.99 })],
    ['adam', 'turns', param('adam', { lr: 2.5, beta1: 0 })],
    ['adam', 'stops', param('adam', { beta1: 0.3 })],
    ['too-large', 'shrinks', lrChange(5, 0.1)],
    ['semantics', 'a-little', param('momentum', { momentum: 0.1 })],
    ['semantics', 'rounding', lrChange(10, 1)],
    ['border', 'same', { start: [-3, 3] }],
    ['border', 'none', { start: [-2.6, 5.8] }],
    ['stability', 'both', { runs: { sgd: { params: { lr: 3 } }, momentum: { params: { lr: 3 } } } }],
    ['stability', 'only-momentum', { runs: { sgd: { params: { lr: 0.5 } }, momentum: { params: { lr: 3 } } } }],
    [
      'tuning',
      'adam',
      { runs: { momentum: { params: { lr: 0.0001 } }, adam: { enabled: true, params: { lr: 0.9617 } } } },
    ],
    [
      'tuning',
      'sgd',
      { runs: { sgd: { params: { lr: 0.003 } }, momentum: { params: { lr: 1e-5 } }, adam: { params: { lr: 1e-4 } } } },
    ],
    ['schedule', 'stays', { schedule: { kind: 'step', over: 80, factor: 1 } }],
    ['schedule', 'rises', { schedule: { kind: 'step', over: 80, factor: 3 }, runs: { sgd: { params: { lr: 0.05 } } } }],
    ['batch', 'neither', { batch: 2 }],
    ['batch', 'both', { batch: 4096 }],
    [
      'own-rate',
      'all',
      { runs: { sgd: { params: { lr: 0.09 } }, adam: { params: { lr: 0.3 } }, polyak: { enabled: true } } },
    ],
    [
      'own-rate',
      'only-polyak',
      { runs: { sgd: { params: { lr: 0.95 } }, adam: { params: { lr: 0.001 } }, polyak: { enabled: true } } },
    ],
    ['plateau', 'none', param('adam', { lr: 0.001 })],
    ['plateau', 'all', { start: [2.5, 2.5] }],
  ])('%s: %s', (id, outcome, change) => {
    expect(byId(id).answers).toContain(outcome);
    expect(byId(id).outcome(evidenceOf(byId(id), change))).toBe(outcome);
  });

  test('a number that is none is no sentence', () => {
    for (const [id, change] of [
      ['zigzag', { start: [0, 0] }],
      ['momentum', { start: [0, 2] }],
      ['adagrad', { start: [0, 2] }],
      ['too-large', { start: [-7, 0] }],
      ['too-large', param('sgd', { lr: 0.5 })],
    ] as const) {
      expect(seen(id, change, 20), id).toBeNull();
    }
  });

  test('no card says anything but finite numbers, whatever was changed', () => {
    const changes: readonly Overrides[] = [
      inject(10, 20, 0),
      inject(10, 0, 20),
      lrChange(5, 0.1),
      lrChange(1, 10),
      { start: [0, 2] },
      { start: [-7, 0] },
      { start: [0, 0] },
    ];
    for (const card of cards) {
      for (const change of changes) {
        const evidence = evidenceOf(card, change);
        for (let step = 0; step <= evidence.state.steps; step++) {
          const values = Object.values(lookOf(card, evidence, step)?.values ?? {});
          expect(values.every(({ value }) => Number.isFinite(value))).toBe(true);
        }
      }
    }
  });

  test('tuning: the best of 60 rates each is told of the runs that were tuned alone', () => {
    const kept: Overrides = decode(byId('tuning').link).overrides;
    const withMomentum = { ...kept.runs?.['momentum']?.params, momentum: 0.95 };
    expect(textOf('tuning', {}, 300)).toBe('card.tuning.look');
    for (const change of [
      { start: [-1, 1] },
      { start: [-1.21, 1] },
      { steps: 301 },
      { schedule: { kind: 'cosine', over: 3000, factor: 0.9 } },
      { runs: { ...kept.runs, momentum: { params: withMomentum } } },
    ] as const) {
      expect(textOf('tuning', change, 300)).toBe('card.tuning.look.plain');
    }
  });

  test('batch: the strength of the noise is that of the batch; no step stays as long where η goes', () => {
    const card = byId('batch');
    expect(textOf('batch', {}, 300)).toBe('card.batch.look');
    expect(valueOf('batch', {}, 300, 'share')).toBe(1 / 4);
    expect(card.outcome(evidenceOf(card, { batch: 64 }))).toBe('only-sgd');
    expect(valueOf('batch', { batch: 64 }, 300, 'share')).toBe(1 / 8);
    const cosine = { schedule: { kind: 'cosine', over: 300, factor: 0 } } as const;
    for (const change of [cosine, lrChange(150, 0.5)]) {
      expect(textOf('batch', change, 300)).toBe('card.batch.look.levels');
    }
  });

  test('own-rate: the quotient is Polyak’s rate where the rule takes all of it', () => {
    const { runs } = decode(byId('own-rate').link).overrides;
    expect(textOf('own-rate', {}, 20)).toBe('card.own-rate.look');
    const half: Overrides = { runs: { ...runs, polyak: { enabled: true, params: { lr: 0.5 } } } };
    expect(byId('own-rate').claim(evidenceOf(byId('own-rate'), half))).toBe(true);
    expect(textOf('own-rate', half, 20)).toBe('card.own-rate.look.plain');
  });

  test('zigzag: SGD leaps only where y turns round', () => {
    expect(textOf('zigzag', {}, 0)).toBe('card.zigzag.look');
    expect(textOf('zigzag', {}, 30)).toBe('card.zigzag.look');
    expect(textOf('zigzag', param('sgd', { lr: 0.1 }), 5)).toBe('card.zigzag.look.plain');
    // Far out along x the gradient does not point along y.
    expect(textOf('zigzag', { start: [-9, 0.2] }, 0)).toBe('card.zigzag.look.plain');
    expect([3, 4, 8].map((step) => textOf('zigzag', lrChange(5, 0.1), step))).toEqual([
      'card.zigzag.look',
      'card.zigzag.look.plain',
      'card.zigzag.look.plain',
    ]);
  });

  test('momentum: compares with the gradient that the update saw, times η in force, and says where it went against it', () => {
    const card = byId('momentum');
    for (const change of [inject(10, 20, 0), lrChange(10, 0.1)]) {
      const evidence = evidenceOf(card, change);
      const x = xs(runIn(evidence, 'momentum'));
      const alone = change.inject ? -0.1 * (x[9]! / 10 + 20) : -0.01 * (x[9]! / 10);
      expect(valueOf('momentum', change, 10, 'gain')).toBeCloseTo((x[10]! - x[9]!) / alone, 10);
    }
    const x = xs(runIn(evidenceOf(card), 'momentum'));
    const gain = (x[29]! - x[28]!) / (-0.1 * (x[28]! / 10));
    expect(gain).toBeLessThan(-1);
    expect(textOf('momentum', {}, 29)).toBe('card.momentum.look.against');
    expect(valueOf('momentum', {}, 29, 'gain')).toBeCloseTo(-gain, 10);
    expect(textOf('momentum', {}, 10)).toBe('card.momentum.look');
    // Nothing is summed up, or nothing cancels.
    expect(textOf('momentum', param('momentum', { momentum: 0 }), 10)).toBe('card.momentum.look.plain');
    expect(textOf('momentum', param('sgd', { lr: 0.1 }), 29)).toBe('card.momentum.look.plain');
    expect(valueOf('momentum', param('sgd', { lr: 0.1 }), 29, 'gain')).toBeCloseTo(gain, 10);
  });

  test('adagrad: η/√h is that of η in force', () => {
    expect(valueOf('adagrad', lrChange(20, 10), 60, 'adagrad') / 10).toBeCloseTo(
      valueOf('adagrad', {}, 60, 'adagrad'),
      // Ten times as long steps change h a little.
      1,
    );
  });

  test('adam: m and the slope are said to agree or not by their signs, and not where m was turned by a wrong gradient', () => {
    const change = param('adam', { lr: 0.15 });
    const adam = runIn(evidenceOf(byId('adam'), change), 'adam');
    let m = 0;
    ys(adam).forEach((y, step) => {
      if (step > 0) m = 0.9 * m + 0.1 * 2 * ys(adam)[step - 1]!;
      const sign = Math.sign(m * y);
      const text = sign < 0 ? 'card.adam.look.against' : sign > 0 ? 'card.adam.look' : 'card.adam.look.plain';
      expect(textOf('adam', change, step), `step ${step}`).toBe(text);
    });
    expect(textOf('adam', change, 9)).toBe('card.adam.look');
    expect([3, 4, 7].map((step) => textOf('adam', inject(5, 0, -100), step))).toEqual([
      'card.adam.look',
      'card.adam.look.plain',
      'card.adam.look.plain',
    ]);
    expect(textOf('adam', inject(5, 20, 0), 9)).toBe(textOf('adam', {}, 9));
  });

  test('too-large: η is the one in force; a wrong gradient’s doing is not put down to it', () => {
    // 0.1 × 1.02, multiplied in float64 as the run does.
    expect(valueOf('too-large', lrChange(5, 0.1), 4, 'lr')).toBe(1.02);
    expect(valueOf('too-large', lrChange(5, 0.1), 5, 'lr')).toBeCloseTo(0.102, 15);
    expect(valueOf('too-large', lrChange(5, 0.1), 5, 'factor')).toBeCloseTo(0.796, 12);
    expect(textOf('too-large', lrChange(5, 0.1), 5)).toBe('card.too-large.look.shrinks');
    expect(seen('too-large', inject(10, 0, 20), 10)).toBeNull();
    expect(valueOf('too-large', inject(10, 0, 20), 11, 'factor')).toBeCloseTo(-1.04, 10);
    expect(byId('too-large').outcome(evidenceOf(byId('too-large'), inject(10, 0, 20)))).toBeNull();
  });

  test('semantics: η counts as changed where it has another value, and as the cause where they part', () => {
    const texts = (change: Overrides) => [9, 10].map((step) => textOf('semantics', change, step));
    const look = 'card.semantics.look';
    expect(texts({})).toEqual([`${look}.constant`, look]);
    expect(texts(lrChange(10, 1))).toEqual([`${look}.constant`, `${look}.constant`]);
    expect(texts(param('momentum', { momentum: 0 }))).toEqual([`${look}.constant`, `${look}.plain`]);
    expect(texts(lrChange(1, 0.1))).toEqual([`${look}.plain`, `${look}.plain`]);
    expect(valueOf('semantics', {}, 20, 'step')).toBe(10);
  });

  test('every text says its numbers and no others, in both languages', () => {
    for (const [id, change, step] of [
      ['zigzag', param('sgd', { lr: 0.1 }), 5],
      ['momentum', {}, 29],
      ['momentum', param('momentum', { momentum: 0 }), 10],
      ['adam', {}, 0],
      ['too-large', param('sgd', { lr: 1 }), 5],
      ['too-large', param('sgd', { lr: 0.95 }), 5],
      ['semantics', lrChange(1, 0.1), 5],
    ] as const) {
      const look = seen(id, change, step)!;
      for (const language of ['en', 'ja'] as const) {
        const places = [...text(language, look.text).matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        expect(places.sort(), look.text).toEqual(Object.keys(look.values).sort());
      }
    }
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

const session = (overrides: Overrides = {}, framed = false): Session => lab.open(overrides, framed);

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
  const seen = Array.from({ length: cards.length + 1 }, () => {
    turnCard(page, cards, 1);
    return page.store.get().state.card;
  });
  expect(seen).toEqual([...cards.map(({ id }) => id), 'zigzag']);
  turnCard(page, cards, -1);
  expect(page.store.get().state.card).toBe(cards.at(-1)!.id);
  expect(neighbourCard(cards, null, -1)?.id).toBe(cards.at(-1)!.id);
  expect(neighbourCard(cards, 'no-such-card', 1)?.id).toBe('zigzag');
});

test('in a frame, no key starts the tour over the scene that was embedded; from a card it goes on', () => {
  const page = session({ surface: 'beale', t: 3 }, true);
  const before = page.store.get();
  for (const direction of [1, -1] as const) turnCard(page, cards, direction);
  expect(page.store.get()).toBe(before);
  openCard(page, byId('zigzag'));
  turnCard(page, cards, 1);
  expect(page.store.get().state.card).toBe('momentum');
});

test('the deck holds both addresses of every card, in the reader’s language', () => {
  const links = tourLinks(labRules, cards, 'https://example.org/koubai/', { language: 'ja' }, ({ id }) => id);
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
