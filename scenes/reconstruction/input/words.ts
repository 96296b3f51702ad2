import type { TextKey } from '../../../src/i18n/index.ts';
import type { ImageNotice } from '../../../src/io/images/types.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { Refusal } from './work.ts';

/** Details are numbers or words of the file: numbers are written as the language writes them. */
const valuesOf = (t: Words, detail: Readonly<Record<string, string | number>>) =>
  Object.fromEntries(
    Object.entries(detail).map(([name, value]) => [name, typeof value === 'number' ? t.number(value, 9) : value]),
  );

/** What is wrong, and what to do. */
export function refusalInWords(t: Words, { of, code, detail }: Refusal): string {
  const values = valuesOf(t, detail);
  const [what, remedy] = ['error', 'remedy'].map((part) => t(`rec.input.${part}.${of}.${code}` as TextKey, values));
  // Japanese sentences follow one another without a space.
  return [what, remedy].join(t.language === 'ja' ? '' : ' ');
}

export function noticeInWords(t: Words, { id, values }: ImageNotice): string {
  return t(`rec.input.notice.${id}`, valuesOf(t, values));
}
