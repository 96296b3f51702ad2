import { preferredLanguage } from '../i18n/index.ts';
import type { Language } from '../state/common.ts';

/** The document's language, for what has no session to ask: that may be what broke. */
export const languageOfPage = (): Language =>
  preferredLanguage([document.documentElement.lang, ...navigator.languages]);
