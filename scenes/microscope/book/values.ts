import { ranked } from '../../../src/networks/search/strategies.ts';
import { raceUpdates, type Racer } from '../../../src/networks/microscope/batchRace.ts';
import { about, pointsOf, readingsAPoint, type BookId } from './ids.ts';
import { windowed } from './picture/picture.ts';
import type { BookResult } from './run/types.ts';
import { bestOf } from './views/swarm.ts';

export type Values = Readonly<Record<string, number>>;

/** Twice as good as guessing, and a half more. */
const LEARNED = 0.25;

/** What is told of a result at a step of its clock, by name; NaN: not there yet. */
export function valuesOf(result: BookResult, step: number): Values {
  switch (about[result.id].of) {
    case 'looks':
      return looks(result);
    case 'trials':
      return trials(result, step);
    case 'searches':
      return searches(result, step);
    case 'speed':
      return speed(result);
    case 'race':
      return race(result, step);
    case 'curves':
      return curves(result, step);
  }
}

/** Standard deviation of the first layer's and of the last one's activations, of the first subject; `he`: of the last layer of a subject of that name. */
function looks({ layers = [] }: BookResult): Values {
  const std = (subject: number, layer: number) => layers[subject]?.looks.at(layer)?.std ?? NaN;
  const own = Object.fromEntries(layers.map(({ name }, subject) => [name, std(subject, -1)]));
  const ends = layers[0]?.looks.at(-1)?.histogram.shares ?? [];
  return { first: std(0, 0), last: std(0, -1), ends: (ends[0] ?? NaN) + (ends[ends.length - 1] ?? NaN), ...own };
}

/** A curve by its name, in a panel by `<panel> <name>`; in 6-19 of how many panels it is above `LEARNED`. */
function curves({ id, curves: all }: BookResult, step: number): Values {
  const at = (y: Float64Array) => windowed(y, readingsAPoint(id), pointsOf(id))[step] ?? NaN;
  const values = all.map(({ name, group, y }) => [nameOf(id, name, group), at(y)] as const);
  const epoch = { step: stepName(id, step) };
  if (id !== 'book-6-19') return { ...Object.fromEntries(values), ...epoch };
  const learned = (wanted: string) => all.filter(({ name, y }) => name === wanted && at(y) >= LEARNED).length;
  return { normed: learned('normed'), plain: learned('plain'), scales: all.length / 2, ...epoch };
}

/** Update or epoch of a step. */
const stepName = (id: BookId, step: number): number => {
  const { x, readings } = about[id];
  if (id === 'batch-sizes') return 1 + 10 * step;
  if (id === 'batch-race') return raceUpdates[step]!;
  return x === 'updates' ? Math.min((step + 1) * readingsAPoint(id), readings) : step * readingsAPoint(id);
};

/** What a point stands for, in words: of several readings, that are drawn as their mean, the first and the last. */
export function stepText(id: BookId, step: number): string {
  const per = readingsAPoint(id);
  const { x, readings } = about[id];
  const first = step * per + (x === 'updates' ? 1 : 0);
  const last = Math.min((step + 1) * per, readings) - (x === 'updates' ? 0 : 1);
  return per === 1 || first >= last ? String(stepName(id, step)) : `${first}–${last}`;
}

function nameOf(id: BookId, name: string, group: string | undefined): string {
  const several = id === 'book-6-23' || id === 'norm-or-dropout';
  const word = /^\d/.test(name) ? `b${name}` : name;
  return several ? `${group ?? ''}_${word}` : word;
}

/** By batch size updates and milliseconds to the goal, and the noise in its gradient; `there`: how many have got there by that step; `best`: the size that took least time. */
function race({ racers = [] }: BookResult, step: number): Values {
  const reached = racers.filter(({ seconds }) => !Number.isNaN(seconds));
  const best = reached.reduce<Racer | null>((one, other) => (one && one.seconds <= other.seconds ? one : other), null);
  const values = racers.flatMap(({ size, updates, seconds, noise }) => [
    [`u${size}`, Math.round(updates)] as const,
    [`ms${size}`, 1000 * seconds] as const,
    [`n${size}`, noise] as const,
  ]);
  return {
    ...Object.fromEntries(values),
    ...{ step: raceUpdates[step]!, there: reached.filter(({ updates }) => updates <= raceUpdates[step]!).length },
    ...{ best: best?.size ?? NaN, least: 1000 * (best?.seconds ?? NaN), sizes: racers.length },
  };
}

/** The best so far, and from where to where the best five lie. */
function trials({ trials: all = [] }: BookResult, step: number): Values {
  const best = bestOf(all, step + 1);
  const five = ranked(all.slice(0, step + 1)).slice(0, 5);
  const [rates, decays] = [five.map(({ point }) => point.lr), five.map(({ point }) => point.decay)];
  return {
    trial: Math.min(step + 1, all.length),
    ...{ score: best?.score ?? NaN, lr: best?.point.lr ?? NaN, decay: best?.point.decay ?? NaN },
    ...{ lr_low: Math.min(...rates), lr_high: Math.max(...rates) },
    ...{ decay_low: Math.min(...decays), decay_high: Math.max(...decays) },
  };
}

/** By strategy the mean of the best scores over the seeds, and the least and the largest. */
function searches({ searches: all = [] }: BookResult, step: number): Values {
  const names = [...new Set(all.map(({ strategy }) => strategy))];
  const values = names.flatMap((name) => {
    const scores = all
      .filter(({ strategy }) => strategy === name)
      .map((search) => bestOf(search.trials, step + 1)?.score ?? NaN);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    return [
      [name, mean],
      [`${name}_low`, Math.min(...scores)],
      [`${name}_high`, Math.max(...scores)],
    ] as const;
  });
  return { trial: step + 1, ...Object.fromEntries(values) };
}

/** The arithmetic in which a sample of the largest batch so far takes least; it need not be the one that one would expect. */
const fastestOf = (all: BookResult['curves']) =>
  all.reduce<(typeof all)[number] | undefined>(
    (best, curve) => (best && best.y.at(-1)! <= curve.y.at(-1)! ? best : curve),
    undefined,
  );

/** How many times faster a sample is in a batch of 100, and in one of 1,000, than by itself: plain loops in float64, and the fastest there is. */
function speed({ curves: all }: BookResult): Values {
  const times = (curve: (typeof all)[number] | undefined, size: number) =>
    curve ? curve.y[0]! / (curve.y[curve.x.indexOf(size)] ?? NaN) : NaN;
  const fast = fastestOf(all);
  return {
    ...{ plain: times(all[0], 100), fast: times(fast, 100), more: times(fast, 1000) / times(fast, 100) },
    one: (fast?.y[0] ?? NaN) * 1e6,
    hundred: (fast?.y[fast.x.indexOf(100)] ?? NaN) * 1e6,
  };
}
