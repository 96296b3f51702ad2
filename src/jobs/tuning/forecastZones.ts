import type { ParamSpec } from '../../params/spec.ts';
import { valueOn, type Axis } from '../../tuning/axis.ts';
import type { OptimizeSpec } from '../specs.ts';
import { forecast, type Forecast } from './forecast.ts';
import { varyRun } from './vary.ts';

/** Learning rates from one to another, both included. */
export type Zone = readonly [from: number, to: number];

/** Learning rates of a slider. */
export type Span = Pick<ParamSpec, 'min' | 'max' | 'scale'>;

/** Rates looked at along a span, ends included: two neighbours of six decades are a quarter apart. */
const LOOKS = 61;
/** By halving between two of them, a border is found to half a per cent of six decades. */
const HALVINGS = 5;
/** How a border is written and drawn. */
const DIGITS = 2;

export type Zones = Readonly<Record<'higher' | 'undecided', readonly Zone[]>>;

/**
 * The learning rates of a span at which the run is foretold to end higher than it began, and those at which that is undecided, ascending and apart; what lies between two rates that are looked at
 * is not seen. null where nothing can be said at any of them, or where a logarithmic span has no ends above 0. Yields after each rate: a look at one takes a millisecond or two.
 */
export function* foretoldRates(run: OptimizeSpec, { min, max, scale }: Span): Generator<void, Zones | null> {
  if (scale === 'log' && !(min > 0)) return null;
  const axis: Axis = { name: 'lr', from: min, to: max, count: LOOKS, scale };
  const saidAt = (place: number) => forecast(varyRun(run, { lr: valueOn(axis, place) }));
  const said: (Forecast | null)[] = [];
  for (let place = 0; place < LOOKS; place++) {
    said.push(saidAt(place));
    yield;
  }
  if (said.every((one) => one === null)) return null;
  /** The outermost rate of a kind between two neighbours of which one is `of` it. */
  function* border(before: number, of: Forecast): Generator<void, number> {
    let [inside, outside] = said[before] === of ? [before, before + 1] : [before + 1, before];
    for (let k = 0; k < HALVINGS; k++) {
      const middle = (inside + outside) / 2;
      if (saidAt(middle) === of) inside = middle;
      else outside = middle;
      yield;
    }
    return Number(valueOn(axis, inside).toPrecision(DIGITS));
  }
  function* zones(of: Forecast): Generator<void, Zone[]> {
    const found: Zone[] = [];
    for (let place = 0; place < LOOKS; place++) {
      if (said[place] !== of) continue;
      const first = place;
      while (said[place + 1] === of) place++;
      const from = first === 0 ? min : yield* border(first - 1, of);
      found.push([from, place === LOOKS - 1 ? max : yield* border(place, of)]);
    }
    return found;
  }
  return { higher: yield* zones('higher'), undecided: yield* zones('undecided') };
}
