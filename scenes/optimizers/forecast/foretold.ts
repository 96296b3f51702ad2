import { foretoldRates, type Zone, type Zones } from '../../../src/jobs/tuning/forecastZones.ts';
import { forecastRecord, type ForecastQuality } from '../../../src/jobs/tuning/forecastRecord.ts';
import { createMemo } from '../../../src/math/memo.ts';
import { paramsOf } from '../../../src/optimizers/index.ts';
import type { SliderZones } from '../../../src/ui/controls/Slider.tsx';
import type { Words } from '../../../src/ui/useText.ts';
import { optimizeSpecOf } from '../state/specs.ts';
import type { LabState, RunState } from '../state/types.ts';

/** What is foretold of a run by learning rate, and how good such forecasts are. */
export interface Foretold {
  /** One that reaches the slider's end goes on beyond it. */
  readonly zones: Zones;
  /** null: not measured for this rule. */
  readonly quality: ForecastQuality | null;
}

const once = createMemo<Zones | null>(32);

/** null where nothing can be said: no learning rate, no slope, or updates that noise, a schedule or a disturbance changes. Remembered while only lr moves. */
export function foretold(state: LabState, run: RunState): Foretold | null {
  const { optimizer, semantics } = run;
  const rate = paramsOf(optimizer, semantics)['lr'];
  if (!rate || Object.keys(state.disturbance).length > 0) return null;
  const spec = optimizeSpecOf(state, { ...run, params: { ...run.params, lr: rate.default } });
  const zones = once(JSON.stringify(spec), () => foretoldRates(spec, { from: rate.min, to: rate.max }));
  if (zones === null) return null;
  const beyond = (some: readonly Zone[]) => some.map(([from, to]): Zone => [from, to === rate.max ? Infinity : to]);
  return {
    zones: { higher: beyond(zones.higher), undecided: beyond(zones.undecided) },
    quality: forecastRecord.of[optimizer]?.[semantics] ?? null,
  };
}

/** More patches than these are not told one by one. */
const TOLD = 2;

function placesSaid(t: Words, zones: readonly Zone[]): string {
  const said = (from: number, to: number) =>
    to === Infinity
      ? t('forecast.zone.open', { from: t.number(from, 2) })
      : t('forecast.zone', { from: t.number(from, 2), to: t.number(to, 2) });
  return zones.length > TOLD
    ? t('forecast.patches', { zone: said(zones[0]![0], zones.at(-1)![1]) })
    : t.list(zones.map((zone) => said(...zone)));
}

/** Which rates, in one sentence or two. */
export function zonesSaid(t: Words, { zones: { higher, undecided } }: Foretold): string {
  const places = (some: readonly Zone[]) => ({ places: placesSaid(t, some) });
  if (higher.length === 0) {
    return undecided.length === 0 ? t('forecast.lower') : t('forecast.lower.open', places(undecided));
  }
  const said = [t('forecast.higher', places(higher))];
  if (undecided.length > 0) said.push(t('forecast.open', places(undecided)));
  return said.join(t('sentence.gap'));
}

/** Numbers of a record, for texts. */
function quoted(t: Words, { hit, alarm, miss, openHigher }: ForecastQuality) {
  const percent = (part: number, all: number) => t.number((100 * part) / all, 2);
  const higher = hit + miss + openHigher;
  return {
    ...{ runs: t.number(forecastRecord.runs, 6), steps: forecastRecord.steps, higher: t.number(higher, 6) },
    ...{ recall: percent(hit, higher), open: percent(openHigher, higher), precision: percent(hit, hit + alarm) },
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
  if (!found) return null;
  const { higher, undecided } = found.zones;
  return {
    text: zonesSaid(t, found),
    kinds: [
      { look: 'hatched', zones: higher, within: t('forecast.within') },
      { look: 'ticked', zones: undecided, within: t('forecast.within.open') },
    ],
  };
}
