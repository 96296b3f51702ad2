import type { Language } from '../state/common.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { joint, joined } from './joints.ts';

export { formatColumn, formatFixed, formatNumber } from './numbers.ts';

type FirstKey = keyof typeof ja;
/** Keys of words by whose they are. A scene adds its own here (`declare module`) and makes them known when it is fetched (`addTexts`). */
export interface WordsOf {
  readonly frame: FirstKey;
}

export type TextKey = WordsOf[keyof WordsOf];
export type TextValues = Readonly<Record<string, string | number>>;
export type Dictionary = Readonly<Record<FirstKey, string>>;

/** Another language is one file and one line here (and its code in the state's `Language`). */
export const dictionaries = { ja, en } as const satisfies Record<Language, Dictionary>;

/** How each language calls itself. */
export const languageNames = { ja: '日本語', en: 'English' } as const satisfies Record<Language, string>;

/** The words of scenes that have been opened, after those that come with the page. */
const known: Readonly<Record<Language, Record<string, string>>> = { ja: { ...ja }, en: { ...en } };

/** Makes the words of a scene known; its module calls it once, when it is fetched. */
export function addTexts(texts: Readonly<Record<Language, Readonly<Record<string, string>>>>): void {
  for (const language of Object.keys(known) as Language[]) Object.assign(known[language], texts[language]);
}

/** The text of `key` with each `{name}` filled in; a name without a value stays visible, and so does the key of a scene that has not been fetched, so that the mistake is seen. */
export function text(language: Language, key: TextKey, values: TextValues = {}): string {
  return (known[language][key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string, at: number, around: string) => {
    if (!Object.hasOwn(values, name)) return whole;
    const value = String(values[name]);
    return joint(around[at - 1], value[0]) + value + joint(value.at(-1), around[at + whole.length]);
  });
}

/** Names one after another: "SGD and Adam", 「SGD と Adam」. */
export function listed(language: Language, names: readonly string[]): string {
  return names.reduce((all, name) => joined(all, text(language, 'say.and'), name));
}

export function hasText(key: string): key is TextKey {
  return Object.hasOwn(known.ja, key);
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
