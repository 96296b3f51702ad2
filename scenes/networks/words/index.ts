import { cardsEn } from './cards.en.ts';
import { cardsJa } from './cards.ja.ts';
import { en as mainEn } from './en.ts';
import { heatEn } from './heat.en.ts';
import { heatJa } from './heat.ja.ts';
import { ja as main } from './ja.ts';
import { ownEn } from './own.en.ts';
import { ownJa } from './own.ja.ts';

const ja = { ...main, ...cardsJa, ...ownJa, ...heatJa };
const en = { ...mainEn, ...cardsEn, ...ownEn, ...heatEn };

declare module '../../../src/i18n/index.ts' {
  interface WordsOf {
    readonly networks: keyof typeof ja;
  }
}

/** The words of the networks scene, fetched with it. */
export const words = { ja, en };
