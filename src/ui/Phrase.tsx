import { Fragment, type ReactNode } from 'react';
import { text, type TextKey } from '../i18n/index.ts';
import { useLanguage } from './useText.ts';

/** A text whose `{name}`s are filled with elements: numbers that stand out, names that light something up. */
export function Phrase({ of, values }: { of: TextKey; values: Readonly<Record<string, ReactNode>> }) {
  const language = useLanguage();
  // Text and names take turns: split by a pattern with one group.
  return text(language, of)
    .split(/\{(\w+)\}/)
    .map((part, index) => <Fragment key={index}>{index % 2 === 1 ? values[part] : part}</Fragment>);
}
