import type { forecastJa } from './forecast.ja.ts';

/** English words of what is foretold of a learning rate. The same keys as forecast.ja.ts. */
export const forecastEn: Record<keyof typeof forecastJa, string> = {
  'forecast.zones': 'Forecast: it ends higher than it began at η = {zones}.',
  'forecast.patches': 'Forecast: it ends higher than it began here and there at η = {zone}.',
  'forecast.zone': '{from} to {to}',
  'forecast.zone.open': '{from} and above',
  'forecast.none': 'Forecast: it ends lower than it began, whatever η of the slider.',
  'forecast.within': '(forecast: ends higher than it began)',
  'forecast.quality': 'Tried on {runs} runs: {recall} % foreseen, {precision} % of its warnings true.',
  'forecast.unmeasured': 'How often that comes true has not been measured for this rule.',
  'forecast.how':
    'The first fifth of the updates is tried; where that ends higher, the rule goes on along the slopes that it met. How often that comes true: {runs} runs of {steps} updates on all surfaces, from any start, at any η of the slider, all else as it comes. {diverged} of them ended higher than they began.',
};
