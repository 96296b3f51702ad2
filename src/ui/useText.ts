import { useMemo } from 'react';
import {
  formatFixed,
  formatNumber,
  listed,
  preferredLanguage,
  text,
  type TextKey,
  type TextValues,
} from '../i18n/index.ts';
import { useCommonState } from '../runs/session.tsx';
import type { Language } from '../state/common.ts';

/** The language chosen, else the one the browser prefers. */
export function useLanguage(): Language {
  const chosen = useCommonState((state) => state.language);
  return chosen ?? preferredLanguage(navigator.languages);
}

export interface Words {
  readonly language: Language;
  /** The text of a key, `{name}` filled in. */
  (key: TextKey, values?: TextValues): string;
  /** A number for reading: at most `digits` significant digits (4), true minus sign. */
  number(value: number, digits?: number): string;
  /** A number for reading with exactly `decimals` decimals. */
  fixed(value: number, decimals: number): string;
  /** Names one after another: "SGD and Adam". */
  list(names: readonly string[]): string;
}

export function wordsOf(language: Language): Words {
  return Object.assign((key: TextKey, values?: TextValues) => text(language, key, values), {
    language,
    number: (value: number, digits?: number) => formatNumber(language, value, digits),
    fixed: (value: number, decimals: number) => formatFixed(language, value, decimals),
    list: (names: readonly string[]) => listed(language, names),
  });
}

/** `const t = useText(); t('transport.play'); t.number(0.014)`. */
export function useText(): Words {
  const language = useLanguage();
  return useMemo(() => wordsOf(language), [language]);
}
