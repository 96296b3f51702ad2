import { en } from './reconstruction.en.ts';
import { inputEn } from './reconstruction.input.en.ts';
import { inputJa } from './reconstruction.input.ja.ts';
import { ja } from './reconstruction.ja.ts';
import { moreEn } from './reconstruction.more.en.ts';
import { moreJa } from './reconstruction.more.ja.ts';

/** For `addTexts`, by the scene's own module. */
export const reconstructionTexts = {
  ja: { ...ja, ...inputJa, ...moreJa },
  en: { ...en, ...inputEn, ...moreEn },
} as const;
