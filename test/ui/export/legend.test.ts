import { expect, test } from 'vitest';
import { words } from '../../../scenes/optimizers/words/index.ts';
import { addTexts } from '../../../src/i18n/index.ts';
import { recordsOf } from '../../../scenes/optimizers/runs/runViews.ts';
import { inkColours } from '../../../src/state/ink.ts';
import { resolve } from '../../../scenes/optimizers/state/rules.ts';
import type { Overrides } from '../../../scenes/optimizers/state/types.ts';
import { legendOf } from '../../../scenes/optimizers/export/legend.ts';
import { breakAnywhere } from '../../../src/ui/export/lines.ts';
import { wordsOf } from '../../../src/ui/useText.ts';

addTexts(words);

/** Every character is half its font's size wide. */
const measure = (text: string, font: string) => (text.length * Number.parseFloat(font.split(' ').at(-1)!)) / 2;
const tone = { ink: '#111111', soft: '#555555', line: '#999999', paper: '#ffffff' };
const link = 'https://example.org/#v=1&t=18&sel=adam';

const legend = (language: 'ja' | 'en', step: number, overrides: Overrides = {}, width = 800) => {
  const state = resolve(overrides);
  const of = { state, runs: recordsOf(state), step, link, theme: 'light', tone, notes: ['a < b'] } as const;
  return legendOf(wordsOf(language), of, width, measure);
};

const texts = (markup: string) => [...markup.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

test('a legend names the surface, the step, each optimizer with its sign, learning rate and f at this step, and the link', () => {
  const { markup } = legend('en', 18);
  // SGD on the bowl in closed form: x = −7·0.905¹⁸ = −1.1610, y = 2·(−0.9)¹⁸ = 0.30019, f = x²/20 + y² = 0.15751.
  expect(texts(markup)).toEqual([
    'Bowl: f(x, y) = x²/20 + y² (update 18 of 30)',
    'SGD',
    'lr = 0.95, f = 0.1575',
    'Momentum',
    expect.stringMatching(/^lr = 0\.1, f = /),
    'AdaGrad',
    expect.stringMatching(/^lr = 1\.5, f = /),
    'Adam',
    expect.stringMatching(/^lr = 0\.3, f = /),
    'a &lt; b',
    'https://example.org/#v=1&amp;t=18&amp;sel=adam',
  ]);
  for (const hue of [0, 1, 2, 3]) expect(markup).toContain(`fill="${inkColours.light[hue]}"`);
  expect(texts(legend('ja', 18).markup)[0]).toBe('椀（ボウル）：f(x, y) = x²/20 + y²（30 回中 18 回目の更新）');
});

test('a run that has diverged says so from its step on', () => {
  const overrides: Overrides = { steps: 1000, runs: { sgd: { params: { lr: 1.5 } } } };
  const { divergedAt } = recordsOf(resolve(overrides))[0]!.record;
  expect(texts(legend('en', divergedAt! - 1, overrides).markup)[2]).toMatch(/^lr = 1\.5, f = /);
  expect(texts(legend('en', divergedAt!, overrides).markup)[2]).toBe(`lr = 1.5, diverged at update ${divergedAt}`);
});

test('a narrow legend wraps and grows; nothing reaches beyond its width', () => {
  const [wide, narrow] = [legend('en', 3), legend('en', 3, {}, 400)];
  expect(narrow.height).toBeGreaterThan(wide.height);
  for (const { markup, height } of [wide, narrow]) {
    for (const [, x, y] of markup.matchAll(/<text x="([\d.]+)" y="([\d.]+)"/g)) {
      expect(Number(x)).toBeGreaterThanOrEqual(20);
      expect(Number(y)).toBeLessThan(height);
    }
  }
  for (const [, x, text] of narrow.markup.matchAll(/<text x="([\d.]+)"[^>]*font-size="11"[^>]*>([^<]*)</g)) {
    expect(Number(x) + measure(text!.replace(/&\w+;/g, '.'), '11px')).toBeLessThanOrEqual(380);
  }
});

test('a text broken into lines loses nothing', () => {
  const long = 'x'.repeat(500) + 'y';
  for (const room of [1, 50, 77, 10_000]) {
    const lines = breakAnywhere(long, room, '11px', measure);
    expect(lines.join('')).toBe(long);
    for (const line of lines) expect(line.length === 1 || measure(line, '11px') <= room).toBe(true);
  }
  expect(breakAnywhere('', 10, '11px', measure)).toEqual([]);
});
