import type { Language } from '../state/types.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

export { formatColumn, formatFixed, formatNumber } from './numbers.ts';

export type TextKey = keyof typeof ja;
export type TextValues = Readonly<Record<string, string | number>>;
export type Dictionary = Readonly<Record<TextKey, string>>;

/** Another language is one file and one line here (and its code in the state's `Language`). */
export const dictionaries = { ja, en } as const satisfies Record<Language, Dictionary>;

/** How each language calls itself. */
export const languageNames = { ja: '日本語', en: 'English' } as const satisfies Record<Language, string>;

/** The text of `key` with each `{name}` filled in; a name without a value stays visible, so that the mistake is seen. */
export function text(language: Language, key: TextKey, values: TextValues = {}): string {
  return dictionaries[language][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}

export function hasText(key: string): key is TextKey {
  return Object.hasOwn(ja, key);
}

/** Label of a parameter; a newcomer without one yet is called by its name, as in code (test/i18n fails until it has one). */
export function paramLabel(language: Language, name: string): string {
  const key = `param.${name}`;
  return hasText(key) ? text(language, key) : name;
}

/** Japanese where the browser asks for it before English, English otherwise. */
export function preferredLanguage(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    if (/^ja\b/i.test(tag)) return 'ja';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}
