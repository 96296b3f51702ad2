import { expect, test } from 'vitest';
import {
  addTexts,
  dictionaries as frame,
  hasText,
  languageNames,
  paramLabel,
  preferredLanguage,
  text,
} from '../../src/i18n/index.ts';
import { cardWords } from '../../scenes/optimizers/words/cards.ts';
import { words } from '../../scenes/optimizers/words/index.ts';
import { en as formulaEn } from '../../src/ui/formulaField/words.en.ts';
import { ja as formulaJa } from '../../src/ui/formulaField/words.ja.ts';
import { laterWords } from '../../scenes/optimizers/words/later.ts';
import { allOptimizers, type Method } from '../../src/optimizers/index.ts';
import type { OptimizerDef } from '../../src/optimizers/types.ts';
import { disturbanceParams, sceneParams } from '../../scenes/optimizers/state/limits.ts';
import { surfaces } from '../../src/surfaces/index.ts';
import type { SurfaceDef } from '../../src/surfaces/types.ts';

addTexts(words);
/** The words of the frame, of the first scene, and of its formula field. */
const ja = { ...frame.ja, ...words.ja, ...laterWords.ja, ...cardWords.ja, ...formulaJa };
const en = { ...frame.en, ...words.en, ...laterWords.en, ...cardWords.en, ...formulaEn };
const dictionaries = { ja, en };

/** Proper names, composed ones too, and the gap between Japanese sentences, which is none. */
const neitherKanaNorKanji = new Set([
  'chart.quantity.x',
  'chart.quantity.y',
  'arrow.gradient',
  'semantics.torch',
  'heat.end.short',
  'sentence.gap',
  'table.run',
]);

const placeholders = (shown: string) => [...shown.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

test('every language has the same keys', () => {
  const keys = Object.keys(ja).sort();
  for (const [language, dictionary] of Object.entries(dictionaries)) {
    expect(Object.keys(dictionary).sort(), language).toEqual(keys);
  }
  expect(Object.keys(languageNames).sort()).toEqual(Object.keys(dictionaries).sort());
});

test('no text is empty but the gap between Japanese sentences', () => {
  for (const [language, dictionary] of Object.entries(dictionaries)) {
    const empty = Object.entries(dictionary).filter(([, shown]) => shown === '');
    expect(
      empty.map(([key]) => key),
      language,
    ).toEqual(language === 'ja' ? ['sentence.gap'] : []);
  }
});

test('every Japanese text has kana or kanji, outside a short list', () => {
  const bare = Object.entries(ja).filter(
    ([, shown]) => !/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(shown),
  );
  expect(new Set(bare.map(([key]) => key))).toEqual(neitherKanaNorKanji);
});

test('no English text has kana or kanji, but the name of the app', () => {
  const foreign = Object.entries(en).filter(([, shown]) =>
    /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u.test(shown),
  );
  expect(foreign.map(([key]) => key)).toEqual(['app.title']);
});

test('the placeholders of a text agree in every language', () => {
  for (const [key, shown] of Object.entries(ja)) {
    for (const dictionary of Object.values(dictionaries)) {
      expect(placeholders((dictionary as Record<string, string>)[key] ?? ''), key).toEqual(placeholders(shown));
    }
  }
});

test('every parameter of every optimizer, surface and scene has a label', () => {
  const names = new Set<string>([
    ...[sceneParams, disturbanceParams.inject, disturbanceParams.lrChange].flatMap((specs) => Object.keys(specs)),
    'cut',
  ]);
  for (const def of Object.values(allOptimizers) as OptimizerDef<Method>[]) {
    for (const rule of Object.values(def.semantics)) for (const name of Object.keys(rule.params)) names.add(name);
  }
  for (const surface of Object.values(surfaces) as SurfaceDef[]) {
    for (const name of Object.keys(surface.params ?? {})) names.add(name);
  }
  expect([...names].filter((name) => !hasText(`param.${name}`))).toEqual([]);
  expect(paramLabel('ja', 'lr')).toBe('学習率');
  expect(paramLabel('en', 'someday')).toBe('someday');
});

test('every semantics has a name', () => {
  const all = new Set(
    (Object.values(allOptimizers) as OptimizerDef<Method>[]).flatMap((def) => Object.keys(def.semantics)),
  );
  expect([...all].filter((semantics) => !hasText(`semantics.${semantics}`))).toEqual([]);
});

test('values are filled in; a name without a value stays to be seen', () => {
  expect(text('en', 'transport.position', { step: 18, steps: 30 })).toBe('18 of 30');
  expect(text('ja', 'transport.position', { step: 18, steps: 30 })).toBe('30 中 18');
  expect(text('en', 'transport.position', { step: 18 })).toBe('18 of {steps}');
});

test('the browser is asked for its language in its own order', () => {
  expect(preferredLanguage(['ja-JP', 'en'])).toBe('ja');
  expect(preferredLanguage(['en-GB', 'ja'])).toBe('en');
  expect(preferredLanguage(['fr', 'ja'])).toBe('ja');
  expect(preferredLanguage(['jam', 'fr'])).toBe('en');
  expect(preferredLanguage([])).toBe('en');
});
