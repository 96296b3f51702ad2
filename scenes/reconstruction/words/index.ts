import { en as mainEn } from './main.en.ts';
import { ja as main } from './main.ja.ts';
import { drawEn } from './draw.en.ts';
import { drawJa } from './draw.ja.ts';
import { inputEn } from './input.en.ts';
import { inputJa } from './input.ja.ts';
import { twoEn } from './two.en.ts';
import { twoJa } from './two.ja.ts';
import { viewsEn } from './views.en.ts';
import { viewsJa } from './views.ja.ts';

const ja = { ...main, ...inputJa, ...drawJa, ...twoJa, ...viewsJa };
const en = { ...mainEn, ...inputEn, ...drawEn, ...twoEn, ...viewsEn };

declare module '../../../src/i18n/index.ts' {
  interface WordsOf {
    readonly reconstruction: keyof typeof ja;
  }
}

/** The words of the reconstruction scene, fetched with it. */
export const words = { ja, en };
