import type { Curve, ExperimentResult, LayersLooked } from '../../networks/experiments/index.ts';
import type { Trial } from '../../networks/search/trial.ts';

/** JSON of an experiment's result, or of trials: what `koubai experiment --json` prints and the shipped records hold. What is not a finite number is null. */
export const recordText = (result: object): string =>
  JSON.stringify(result, (_, value: unknown) => (value instanceof Float64Array ? Array.from(value) : value));

type Plain<T> = T extends Float64Array
  ? readonly (number | null)[]
  : T extends object
    ? { readonly [K in keyof T]: Plain<T[K]> }
    : T;

const numbers = (values: readonly (number | null)[]): Float64Array => Float64Array.from(values, (v) => v ?? NaN);

/** The other way, of a text that this project wrote. */
export function readRecord(text: string): ExperimentResult {
  const { curves, layers, trials, searches, ...rest } = JSON.parse(text) as Plain<ExperimentResult>;
  return {
    ...rest,
    curves: curves.map(curveFrom),
    ...(layers && { layers: layers.map(layersFrom) }),
    ...(trials && { trials: trials.map(trialFrom) }),
    ...(searches && { searches: searches.map((run) => ({ ...run, trials: run.trials.map(trialFrom) })) }),
  };
}

const curveFrom = (curve: Plain<Curve>): Curve => ({ ...curve, x: numbers(curve.x), y: numbers(curve.y) });

const layersFrom = ({ name, looks }: Plain<LayersLooked>): LayersLooked => ({
  name,
  looks: looks.map((look) => ({
    ...look,
    histogram: { ...look.histogram, shares: numbers(look.histogram.shares) },
    // Neither is asked for by an experiment.
    ...{ means: null, gradient: null },
  })),
});

export const trialFrom = (trial: Plain<Trial>): Trial => ({
  ...trial,
  train: numbers(trial.train),
  validation: numbers(trial.validation),
});
