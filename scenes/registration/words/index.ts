import { elsewhereEn } from './elsewhere.en.ts';
import { elsewhereJa } from './elsewhere.ja.ts';
import { en as mainEn } from './main.en.ts';
import { ja as main } from './main.ja.ts';
import { ownEn } from './own.en.ts';
import { ownJa } from './own.ja.ts';
import { verdictEn } from './verdict.en.ts';
import { verdictJa } from './verdict.ja.ts';

const ja = { ...main, ...ownJa, ...verdictJa, ...elsewhereJa };
const en = { ...mainEn, ...ownEn, ...verdictEn, ...elsewhereEn };

declare module '../../../src/i18n/index.ts' {
  interface WordsOf {
    readonly registration: keyof typeof ja;
  }
}

/** The words of the registration scene, fetched with it. */
export const words = { ja, en };
