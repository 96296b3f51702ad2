import { addTexts } from '../../i18n/index.ts';
import { en } from './words.en.ts';
import { ja } from './words.ja.ts';

declare module '../../i18n/index.ts' {
  interface WordsOf {
    readonly ownRule: keyof typeof ja;
  }
}
addTexts({ ja, en });
