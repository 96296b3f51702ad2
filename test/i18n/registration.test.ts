import { expect, test, vi } from 'vitest';
import type { TextKey } from '../../src/i18n/index.ts';
import { ja as firstJa } from '../../src/i18n/ja.ts';
import { words as registrationTexts } from '../../scenes/registration/words/index.ts';

const { ja, en }: Readonly<Record<'ja' | 'en', Readonly<Record<string, string>>>> = registrationTexts;
const keys = Object.keys(ja);
const placeholders = (shown: string) => [...shown.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** Names that are the same in every language. */
const neitherKanaNorKanji = new Set<string>([
  'reg.title.gicp',
  'reg.short.do-icp',
  'reg.rmse',
  'reg.say.then',
  'reg.say.way',
  'reg.curve.rmse',
  'reg.table.rmse',
]);

test('both languages have the same keys, none of them among those of the page, and no text is empty', () => {
  expect(Object.keys(en).sort()).toEqual(keys.toSorted());
  expect(keys.filter((key) => Object.hasOwn(firstJa, key))).toEqual([]);
  expect(keys.filter((key) => ja[key] === '' || en[key] === '')).toEqual([]);
});

test('the placeholders of a text agree in both languages', () => {
  for (const key of keys) expect(placeholders(en[key]!), key).toEqual(placeholders(ja[key]!));
});

test('Japanese is in Japanese, outside a short list, and English is not', () => {
  expect(new Set(keys.filter((key) => !japanese.test(ja[key]!)))).toEqual(neitherKanaNorKanji);
  expect(keys.filter((key) => japanese.test(en[key]!))).toEqual([]);
});

test('a scene’s words are known once its module has made them so', async () => {
  // Another file may have made them known already: the dictionaries as they are before any scene.
  vi.resetModules();
  const { addTexts, hasText, text } = await import('../../src/i18n/index.ts');
  const key: TextKey = 'registration.tagline';
  expect([hasText(key), text('en', key)]).toEqual([false, key]);
  addTexts(registrationTexts);
  expect([hasText(key), text('en', key), text('ja', key)]).toEqual([true, en[key], ja[key]]);
});
