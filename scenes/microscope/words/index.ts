import { optimizerIds, optimizerOf, type OptimizerId } from '../../../src/optimizers/index.ts';
import { cardsEn } from './cards.en.ts';
import { cardsJa } from './cards.ja.ts';
import { gatesEn } from './gates.en.ts';
import { gatesJa } from './gates.ja.ts';
import { en as mainEn } from './en.ts';
import { ja as main } from './ja.ts';

/** They are called the same in both languages. */
const names = Object.fromEntries(optimizerIds.map((id) => [`mic.optimizer.${id}`, optimizerOf(id).name])) as Readonly<
  Record<`mic.optimizer.${OptimizerId}`, string>
>;
const ja = { ...main, ...names, ...cardsJa, ...gatesJa };
const en = { ...mainEn, ...names, ...cardsEn, ...gatesEn };

declare module '../../../src/i18n/index.ts' {
  interface WordsOf {
    readonly microscope: keyof typeof ja;
  }
}

/** The words of the scene, fetched with it; a part's own stand in files of their own. */
export const words = { ja, en };
