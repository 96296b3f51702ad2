import { en } from './en.ts';
import { ja } from './ja.ts';

declare module '../../../src/i18n/index.ts' {
  interface WordsOf {
    readonly networks: keyof typeof ja;
  }
}

/** The words of the networks scene, fetched with it. */
export const words = { ja, en };
