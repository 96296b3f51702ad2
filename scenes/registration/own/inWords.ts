import { CloudError } from '../../../src/io/clouds/errors.ts';
import type { Notice } from '../../../src/io/clouds/types.ts';
import { messageOf } from '../../../src/scene/results/results.ts';
import type { Words } from '../../../src/ui/useText.ts';

/** Details are numbers or words of the file: numbers are written as the language writes them. */
const shown = (t: Words, values: Notice['values']) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? t.number(value, 7) : value]),
  );

/** What is wrong with a file, where, and what to do. */
export function refusalInWords(t: Words, error: unknown): string {
  if (!(error instanceof CloudError)) return messageOf(error);
  const { code, where, detail } = error;
  const values = shown(t, detail);
  const place =
    where === null
      ? ''
      : 'line' in where
        ? t('own.refused.line', { line: where.line })
        : t('own.refused.byte', { byte: where.byte });
  return `${place}${t(`own.error.${code}`, values)} ${t(`own.remedy.${code}`, values)}`;
}

/** What reading a file had to do, or could not keep. */
export function noticeInText(t: Words, { id, values }: Notice): string {
  return t(`own.notice.${id}`, shown(t, values));
}
