import { hasText } from '../../../src/i18n/index.ts';
import type { Words } from '../../../src/ui/useText.ts';
import type { NetRefusal } from './own.ts';

/** Why a network is not taken, and what to do. In Japanese what the reader says by its code, else its own sentence. */
export function refusalInWords(t: Words, { code, detail, message }: NetRefusal): string {
  const key = `mic.refused.${code}`;
  return hasText(key) ? t(key, detail) : t('mic.refused.other', { message });
}
