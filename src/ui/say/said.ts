import { text, type TextKey } from '../../i18n/index.ts';
import { joint } from '../../i18n/joints.ts';
import type { Highlight } from '../../runs/highlight.ts';
import type { Language } from '../../state/common.ts';

/** Where a number of a sentence stands: whose it is, what it is called there, and in which row. */
export interface Source {
  readonly of?: string | undefined;
  readonly what: string;
  readonly at?: number | undefined;
}

/** A number that a sentence says. */
export interface SaidNumber {
  /** As the records have it, in the unit that is shown. */
  readonly value: number;
  /** As it is written, with its unit. */
  readonly shown: string;
  readonly from: Source;
}

/** How a word sounds: as a judgement, not as an alarm. */
export type Tone = 'live' | 'plain' | 'good' | 'ambiguous' | 'doubtful' | 'failed';

/** A word that stands out: whose name it is, how it sounds, what it lights up. */
export interface SaidWord {
  readonly word: string;
  readonly of?: string | undefined;
  readonly tone?: Tone;
  readonly lights?: Highlight;
}

export type Part = string | SaidNumber | SaidWord;

/** A sentence as its parts: what stands between its numbers comes from the dictionary alone. */
export type Said = readonly Part[];

export const isNumber = (part: Part): part is SaidNumber => typeof part !== 'string' && 'value' in part;

export function number(value: number, shown: string, from: Source): SaidNumber {
  return { value, shown, from };
}

/** The text of `key` with each `{name}` filled in; a name without a value stays visible, so that the mistake is seen. */
export function phrase(language: Language, key: TextKey, values: Readonly<Record<string, Part | Said>> = {}): Said {
  // Text and names take turns: split by a pattern with one group.
  const parts = text(language, key)
    .split(/\{(\w+)\}/)
    .flatMap((piece, index): Said => {
      if (index % 2 === 0) return [piece];
      const value = Object.hasOwn(values, piece) ? values[piece]! : `{${piece}}`;
      return isSaid(value) ? value : [value];
    });
  return jointly(parts);
}

/** With a space where Latin letters and Japanese ones meet. */
function jointly(parts: Said): Said {
  return parts.reduce<readonly Part[]>((all, part) => {
    if (part === '') return all;
    const space = joint(wordOf(all.at(-1) ?? '').at(-1), wordOf(part)[0]);
    return space === '' ? [...all, part] : [...all, space, part];
  }, []);
}

/** Names one after another, as `t.list` has them. */
export function listed(language: Language, names: readonly Said[]): Said {
  return jointly(joined(names, text(language, 'say.and')));
}

const isSaid = (value: Part | Said): value is Said => Array.isArray(value);

/** Sentences one after another, `gap` between them; what says nothing leaves none. */
export function joined(sentences: readonly Said[], gap: string): Said {
  return sentences.filter((said) => said.length > 0).flatMap((said, i) => (i === 0 ? said : [gap, ...said]));
}

/** As plain text. */
export function saidText(said: Said): string {
  return said.map(wordOf).join('');
}

const wordOf = (part: Part): string => (typeof part === 'string' ? part : 'word' in part ? part.word : part.shown);
