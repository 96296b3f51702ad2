import { optimizerIds, optimizerOf, type OptimizerId } from '../../../src/optimizers/index.ts';
import { bookEn } from './book.en.ts';
import { bookJa } from './book.ja.ts';
import { bookCardsEn } from './bookCards.en.ts';
import { bookCardsJa } from './bookCards.ja.ts';
import { cardsEn } from './cards.en.ts';
import { cardsJa } from './cards.ja.ts';
import { digitEn } from './digit.en.ts';
import { digitJa } from './digit.ja.ts';
import { figureCardsEn } from './figureCards.en.ts';
import { figureCardsJa } from './figureCards.ja.ts';
import { gatesEn } from './gates.en.ts';
import { gatesJa } from './gates.ja.ts';
import { en as mainEn } from './en.ts';
import { ja as main } from './ja.ts';

/** They are called the same in both languages. */
const names = Object.fromEntries(optimizerIds.map((id) => [`mic.optimizer.${id}`, optimizerOf(id).name])) as Readonly<
  Record<`mic.optimizer.${OptimizerId}`, string>
>;
const ja = { ...main, ...names, ...cardsJa, ...digitJa, ...gatesJa, ...bookJa, ...bookCardsJa, ...figureCardsJa };
const en = { ...mainEn, ...names, ...cardsEn, ...digitEn, ...gatesEn, ...bookEn, ...bookCardsEn, ...figureCardsEn };

declare module '../../../src/i18n/index.ts' {
  interface WordsOf {
    readonly microscope: keyof typeof ja;
  }
}

/** The words of the scene, fetched with it; a part's own stand in files of their own. */
export const words = { ja, en };
