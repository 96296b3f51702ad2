import { Fragment, isValidElement, type ReactNode } from 'react';
import { text, type TextKey } from '../i18n/index.ts';
import { joint } from '../i18n/joints.ts';
import { useLanguage } from './useText.ts';

/** A text whose `{name}`s are filled with elements: numbers that stand out, names that light something up. */
export function Phrase({ of, values }: { of: TextKey; values: Readonly<Record<string, ReactNode>> }) {
  const language = useLanguage();
  // Text and names take turns: split by a pattern with one group.
  const parts: ReactNode[] = text(language, of)
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 1 ? values[part] : part));
  return parts.map((part, index) => (
    <Fragment key={index}>
      {joint(wordsIn(parts[index - 1]).at(-1), wordsIn(part)[0])}
      {part}
    </Fragment>
  ));
}

/** The text of what is shown, as far as it can be seen without drawing it. */
function wordsIn(shown: ReactNode): string {
  if (typeof shown === 'string' || typeof shown === 'number') return String(shown);
  if (Array.isArray(shown)) return shown.map(wordsIn).join('');
  return isValidElement<{ children?: ReactNode }>(shown) ? wordsIn(shown.props.children) : '';
}
