import { addTexts } from '../../../src/i18n/index.ts';
import { basinsEn } from './basins.en.ts';
import { basinsJa } from './basins.ja.ts';
import { forecastEn } from './forecast.en.ts';
import { forecastJa } from './forecast.ja.ts';
import { heatEn } from './heat.en.ts';
import { heatJa } from './heat.ja.ts';
import { laterEn } from './later.en.ts';
import { laterJa } from './later.ja.ts';
import { secondEn } from './second.en.ts';
import { secondJa } from './second.ja.ts';

declare module '../../../src/i18n/index.ts' {
  interface WordsOf {
    readonly optimizersLater:
      | keyof typeof laterJa
      | keyof typeof heatJa
      | keyof typeof secondJa
      | keyof typeof basinsJa
      | keyof typeof forecastJa;
  }
}

/** Words that the first picture does not need; panel and chart, which come after it, bring them along. */
export const laterWords = {
  ja: { ...laterJa, ...heatJa, ...secondJa, ...basinsJa, ...forecastJa },
  en: { ...laterEn, ...heatEn, ...secondEn, ...basinsEn, ...forecastEn },
};
addTexts(laterWords);
