import { foretoldRates, type Zone } from '../../../src/jobs/tuning/forecastZones.ts';
import { forecastRecord, type ForecastQuality } from '../../../src/jobs/tuning/forecastRecord.ts';
import { createMemo } from '../../../src/math/memo.ts';
import { paramsOf } from '../../../src/optimizers/index.ts';
import type { SliderZones } from '../../../src/ui/controls/Slider.tsx';
import type { Words } from '../../../src/ui/useText.ts';
import { optimizeSpecOf } from '../state/specs.ts';
import type { LabState, RunState } from '../state/types.ts';

/** What is foretold of a run by learning rate, and how good such forecasts are. */
export interface Foretold {
  /** Ascending; where it is foretold to end higher than it began. One that reaches the slider's end goes on beyond it. */
  readonly zones: readonly Zone[];
  /** null: not measured for this rule. */
  readonly quality: ForecastQuality | null;
}

const once = createMemo<readonly Zone[] | null>(32);

/** null where nothing can be said: no learning rate, no slope, or updates that noise, a schedule or a disturbance changes. Remembered while only lr moves. */
export function foretold(state: LabState, run: RunState): Foretold | null {
  const { optimizer, semantics } = run;
  const rate = paramsOf(optimizer, semantics)['lr'];
  if (!rate || Object.keys(state.disturbance).length > 0) return null;
  const spec = optimizeSpecOf(state, { ...run, params: { ...run.params, lr: rate.default } });
  const zones = once(JSON.stringify(spec), () => foretoldRates(spec, { from: rate.min, to: rate.max }));
  if (zones === null) return null;
  return {
    zones: zones.map(([from, to]) => [from, to === rate.max ? Infinity : to]),
    quality: forecastRecord.of[optimizer]?.[semantics] ?? null,
  };
}

/** More patches than these are not told one by one. */
const TOLD = 2;

/** Which rates, in a sentence. */
export function zonesSaid(t: Words, { zones }: Foretold): string {
  const first = zones[0];
  const last = zones.at(-1);
  if (!first || !last) return t('forecast.none');
  const said = ([from, to]: Zone) =>
    to === Infinity
      ? t('forecast.zone.open', { from: t.number(from, 2) })
      : t('forecast.zone', { from: t.number(from, 2), to: t.number(to, 2) });
  return zones.length > TOLD
    ? t('forecast.patches', { zone: said([first[0], last[1]]) })
    : t('forecast.zones', { zones: t.list(zones.map(said)) });
}

/** Shares of a record's counts in per cent, for texts. */
function quoted(t: Words, { hit, alarm, miss }: ForecastQuality) {
  const percent = (share: number) => t.number(100 * share, 2);
  return {
    ...{ runs: t.number(forecastRecord.runs, 6), steps: forecastRecord.steps, diverged: t.number(hit + miss, 6) },
    ...{ recall: percent(hit / (hit + miss)), precision: percent(hit / (hit + alarm)) },
  };
}

/** How often such a forecast has come true, every number of it from the record; in short, and `how` it is made and was tried. */
export function qualitySaid(t: Words, { quality }: Foretold): { readonly short: string; readonly how?: string } {
  if (!quality) return { short: t('forecast.unmeasured') };
  const values = quoted(t, quality);
  return { short: t('forecast.quality', values), how: t('forecast.how', values) };
}

/** The same as the learning rate's slider shows and speaks it. */
export function foretoldZones(t: Words, found: Foretold | null): SliderZones | null {
  return found && { zones: found.zones, text: zonesSaid(t, found), within: t('forecast.within') };
}
