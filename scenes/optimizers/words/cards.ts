import { addTexts } from '../../../src/i18n/index.ts';
import { cardsEn } from './cards.en.ts';
import { cardsJa } from './cards.ja.ts';

declare module '../../../src/i18n/index.ts' {
  interface WordsOf {
    readonly optimizersCards: keyof typeof cardsJa;
  }
}

/** Words of the questions; these bring them along when one is opened. */
export const cardWords = { ja: cardsJa, en: cardsEn };
addTexts(cardWords);
