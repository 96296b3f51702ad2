import type { FormulaError } from '../../formula/index.ts';
import { addTexts, hasText, text, type TextKey } from '../../i18n/index.ts';
import type { Language } from '../../state/common.ts';
import type { Words } from '../useText.ts';
import { lineAt } from './lineAt.ts';
import { en } from './words.en.ts';
import { ja } from './words.ja.ts';

declare module '../../i18n/index.ts' {
  interface WordsOf {
    readonly formula: keyof typeof ja;
  }
}
addTexts({ ja, en });

/** Characters that people type for what formulas write otherwise, and the advice for each. */
const remedies = {
  '=': 'formula.remedy.equals',
  '<': 'formula.remedy.compare',
  '>': 'formula.remedy.compare',
  '|': 'formula.remedy.bar',
  '.': 'formula.remedy.point',
  '[': 'formula.remedy.bracket',
  ']': 'formula.remedy.bracket',
  '{': 'formula.remedy.bracket',
  '}': 'formula.remedy.bracket',
  '%': 'formula.remedy.percent',
} as const satisfies Readonly<Record<string, TextKey>>;

function remedyFor(error: FormulaError): TextKey | null {
  const { code, detail } = error;
  if (code === 'forbidden' || code === 'unexpected-character') {
    const character = String(detail['character']);
    return Object.hasOwn(remedies, character) ? remedies[character as keyof typeof remedies] : null;
  }
  if (code === 'unknown-name' || code === 'unknown-function') {
    return detail['suggestion'] === undefined ? 'formula.known' : 'formula.suggestion';
  }
  return null;
}

/** What is wrong and what to do, in the visitor's language. */
export function explain(language: Language, error: FormulaError): string {
  const key = `error.formula.${error.code}`;
  if (!hasText(key)) throw new Error(`no text for the formula error ${error.code}`);
  const remedy = remedyFor(error);
  const gap = text(language, 'sentence.gap');
  const what = text(language, key, error.detail);
  return remedy === null ? what : `${what}${gap}${text(language, remedy, error.detail)}`;
}

/** The place in a text, by line and character, then what is wrong there. */
export function whereAndWhy(t: Words, value: string, error: FormulaError): string {
  const { text: own, line, lines, position } = lineAt(value, error.position);
  const where = { line, position: Array.from(own.slice(0, position)).length + 1 };
  const place = value === '' ? '' : t(lines > 1 ? 'formula.position.line' : 'formula.position', where);
  return place + explain(t.language, error);
}

/** The text in three: before the bad place, the place, behind it. An error at the end has an empty place. */
export function marked(source: string, position: number): readonly [before: string, place: string, after: string] {
  const rest = source.slice(position);
  const [place = ''] = /^(?:[\p{L}_][\p{L}\p{N}_]*|[\d.]+(?:e[+-]?\d+)?|.)/u.exec(rest) ?? [];
  return [source.slice(0, position), place, rest.slice(place.length)];
}
