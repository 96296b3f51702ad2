import type { forecastJa } from './forecast.ja.ts';

/** English words of what is foretold of a learning rate. The same keys as forecast.ja.ts. */
export const forecastEn: Record<keyof typeof forecastJa, string> = {
  'forecast.higher': 'Forecast: ends higher than it began at η = {places}.',
  'forecast.open': 'Undecided: η = {places}.',
  'forecast.lower': 'Forecast: ends no higher than it began, at any η of the slider.',
  'forecast.lower.open':
    'Forecast: undecided at η = {places}; at any other η of the slider, ends no higher than it began.',
  'forecast.patches': '{zone}, here and there',
  'forecast.zone': '{from} to {to}',
  'forecast.zone.open': '{from} to the slider’s end',
  'forecast.within': '(forecast: ends higher than it began)',
  'forecast.within.open': '(forecast: undecided whether it ends higher than it began)',
  'forecast.typed.higher':
    'At η = {rate}, outside the slider, where forecasts have not been tried: ends higher than it began.',
  'forecast.typed.lower':
    'At η = {rate}, outside the slider, where forecasts have not been tried: ends no higher than it began.',
  'forecast.typed.undecided': 'At η = {rate}, outside the slider: undecided.',
  'forecast.quality': 'Tried: {recall} % foreseen, {open} % undecided; {precision} % of warnings true.',
  'forecast.unmeasured': 'How often that comes true has not been measured for this rule.',
  'forecast.how':
    'The first third of the updates is tried, and whether its later half is higher than the start tells. Where all of it is, the rule goes on along the slopes that it met, to see whether it stays there. Tried on {runs} runs of {steps} updates on all surfaces, from any start, at any η of the slider, all else as it comes: of the {higher} that ended higher, {recall} % were foreseen and {open} % left undecided; {precision} % of the warnings came true.',
};
