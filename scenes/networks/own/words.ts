import { hasText } from '../../../src/i18n/index.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { Refusal } from './read.ts';

/** Why a file cannot be taken, and what to do. In Japanese what the reader says by its code, else its own sentence. */
export function refusalInWords(t: Words, { code, detail, where, message }: Refusal): string {
  const key = `net.refused.${code}`;
  if (!hasText(key)) return t.language === 'en' ? message : t('net.refused.other', { message });
  const place =
    where === null ? '' : 'line' in where ? t('net.refused.line', where) : 'part' in where ? ` (${where.part})` : '';
  return t(key, detail) + place;
}
