import { hasText, type TextKey } from '../../i18n/index.ts';
import type { CardHead } from './types.ts';

/** The key of a card's own text; throws where the dictionaries have none (test/scenes asks for each). */
export function cardText({ id }: CardHead, part: 'title' | 'ask' | `answer.${string}`): TextKey {
  const key = `card.${id}.${part}`;
  if (!hasText(key)) throw new Error(`the dictionaries have no ${key}`);
  return key;
}
