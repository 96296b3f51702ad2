import type { OptimizeSpec } from '../../../src/jobs/specs.ts';
import { forecast, type Forecast } from '../../../src/jobs/tuning/forecast.ts';
import { foretoldRates, type Span, type Zone, type Zones } from '../../../src/jobs/tuning/forecastZones.ts';
import { forecastRecord, type ForecastQuality } from '../../../src/jobs/tuning/forecastRecord.ts';
import { varyRun } from '../../../src/jobs/tuning/vary.ts';
import { paramsOf } from '../../../src/optimizers/index.ts';
import type { SliderZones } from '../../../src/ui/controls/Slider.tsx';
import type { Words } from '../../../src/ui/useText.ts';
import { optimizeSpecOf } from '../state/specs.ts';
import type { LabState, RunState } from '../state/types.ts';

/** What is asked of a run before it is made. */
export interface Question {
  /** Whatever its lr is. */
  readonly run: OptimizeSpec;
  readonly span: Span;
  /** Its lr, where that lies outside the span; else null. */
  readonly typed: number | null;
}

/** What is foretold of a run by learning rate, and how good such forecasts are. */
export interface Foretold {
  /** Of the slider's rates; nothing is said of what lies beyond them. */
  readonly zones: Zones;
  readonly span: Span;
  /** null: not measured for this rule. */
  readonly quality: ForecastQuality | null;
  /** A rate outside the slider that the run has. */
  readonly typed: { readonly rate: number; readonly said: Forecast } | null;
}

/** null where nothing can be said: no learning rate, or updates that noise, a schedule or a disturbance changes. The same while only lr moves on its slider. */
export function questionOf(state: LabState, run: RunState): Question | null {
  const span = paramsOf(run.optimizer, run.semantics)['lr'];
  if (!span || Object.keys(state.disturbance).length > 0) return null;
  const { min, max, scale, default: usual } = span;
  const lr = run.params['lr']!;
  return {
    run: optimizeSpecOf(state, { ...run, params: { ...run.params, lr: usual } }),
    span: { min, max, scale },
    typed: lr < min || lr > max ? lr : null,
  };
}

/** Yields between its looks. null where nothing can be said: no slope, for one. */
export function* foretell({ run, span, typed }: Question): Generator<void, Foretold | null> {
  const zones = yield* foretoldRates(run, span);
  if (zones === null) return null;
  const said = typed === null ? null : forecast(varyRun(run, { lr: typed }));
  return {
    ...{ zones, span },
    quality: forecastRecord.of[run.optimizer]?.[run.semantics] ?? null,
    typed: typed === null || said === null ? null : { rate: typed, said },
  };
}

/** More patches than these are not told one by one. */
const TOLD = 2;

function placesSaid(t: Words, zones: readonly Zone[], { max }: Span): string {
  const said = (from: number, to: number) =>
    to === max
      ? t('forecast.zone.open', { from: t.number(from, 2) })
      : t('forecast.zone', { from: t.number(from, 2), to: t.number(to, 2) });
  return zones.length > TOLD
    ? t('forecast.patches', { zone: said(zones[0]![0], zones.at(-1)![1]) })
    : t.list(zones.map((zone) => said(...zone)));
}

/** Which rates, in one sentence or two. */
export function zonesSaid(t: Words, { zones: { higher, undecided }, span }: Foretold): string {
  const places = (some: readonly Zone[]) => ({ places: placesSaid(t, some, span) });
  if (higher.length === 0) {
    return undecided.length === 0 ? t('forecast.lower') : t('forecast.lower.open', places(undecided));
  }
  const said = [t('forecast.higher', places(higher))];
  if (undecided.length > 0) said.push(t('forecast.open', places(undecided)));
  return said.join(t('sentence.gap'));
}

/** Of the rate outside the slider; null where there is none. */
export const typedSaid = (t: Words, { typed }: Foretold): string | null =>
  typed && t(`forecast.typed.${typed.said}`, { rate: t.number(typed.rate) });

/** Numbers of a record, for texts. */
function quoted(t: Words, { hit, alarm, miss, openHigher, silent }: ForecastQuality) {
  const percent = (part: number, all: number) => t.fixed((100 * part) / all, 0);
  const higher = hit + miss + openHigher;
  return {
    ...{ runs: t.number(forecastRecord.runs - silent, 6), steps: forecastRecord.steps, higher: t.number(higher, 6) },
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
  const { zones, typed } = found;
  // The typed rate is spoken of, too; at the slider's end it is too narrow to be seen.
  const and = (kind: keyof Zones): readonly Zone[] =>
    typed?.said === kind ? [...zones[kind], [typed.rate, typed.rate]] : zones[kind];
  return {
    text: zonesSaid(t, found),
    kinds: [
      { look: 'hatched', zones: and('higher'), within: t('forecast.within') },
      { look: 'ticked', zones: and('undecided'), within: t('forecast.within.open') },
    ],
  };
}
