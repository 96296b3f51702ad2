import { expect, test } from 'vitest';
import { ja as firstJa } from '../../src/i18n/ja.ts';
import { words as reconstructionTexts } from '../../scenes/reconstruction/words/index.ts';
import { words as registrationTexts } from '../../scenes/registration/words/index.ts';
import { categoryIds } from '../../src/reconstruction/shapes/index.ts';

const { ja, en }: Readonly<Record<'ja' | 'en', Readonly<Record<string, string>>>> = reconstructionTexts;
const keys = Object.keys(ja);
/** A language may name a thing twice where the other needs it once. */
const placeholders = (shown: string) => new Set([...shown.matchAll(/\{(\w+)\}/g)].map((match) => match[1]));
const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

test('both languages have the same keys, none of them another scene’s or the page’s, and no text is empty', () => {
  expect(Object.keys(en).sort()).toEqual(keys.toSorted());
  expect(keys.filter((key) => Object.hasOwn(firstJa, key) || Object.hasOwn(registrationTexts.ja, key))).toEqual([]);
  expect(keys.filter((key) => ja[key] === '' || en[key] === '')).toEqual([]);
});

test('the placeholders of a text agree in both languages', () => {
  for (const key of keys) expect(placeholders(en[key]!), key).toEqual(placeholders(ja[key]!));
});

test('English is not in Japanese', () => {
  expect(keys.filter((key) => japanese.test(en[key]!))).toEqual([]);
});

test('every category has a name', () => {
  expect(categoryIds.filter((id) => !Object.hasOwn(ja, `rec.category.${id}`))).toEqual([]);
});
