import { en } from './registration.en.ts';
import { ja } from './registration.ja.ts';
import { ownEn } from './registration.own.en.ts';
import { ownJa } from './registration.own.ja.ts';

/** For `addTexts`, by the scene's own module. */
export const registrationTexts = { ja: { ...ja, ...ownJa }, en: { ...en, ...ownEn } } as const;
