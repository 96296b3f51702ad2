import { valueOn, type Axis } from '../../tuning/axis.ts';
import type { OptimizeSpec } from '../specs.ts';
import { forecast, type Forecast } from './forecast.ts';
import { varyRun } from './vary.ts';

/** Learning rates from one to another, both included. */
export type Zone = readonly [from: number, to: number];

/** Rates looked at along a span, ends included: two neighbours of six decades are a quarter apart. */
const LOOKS = 61;
/** By halving between two of them, a border is found to half a per cent. */
const HALVINGS = 5;
/** How a border is written and drawn. */
const DIGITS = 2;

export type Zones = Readonly<Record<'higher' | 'undecided', readonly Zone[]>>;

/**
 * The learning rates of a span, logarithmic, at which the run is foretold to end higher than it began, and those at which that is undecided, ascending and apart; what lies between two rates that
 * are looked at is not seen. null where nothing can be said at any of them.
 */
export function foretoldRates(run: OptimizeSpec, { from, to }: Pick<Axis, 'from' | 'to'>): Zones | null {
  const axis: Axis = { name: 'lr', from, to, count: LOOKS, scale: 'log' };
  const saidAt = (place: number) => forecast(varyRun(run, { lr: valueOn(axis, place) }));
  const said = Array.from({ length: LOOKS }, (_, place) => saidAt(place));
  if (said.every((one) => one === null)) return null;
  /** Where between two neighbours that differ in whether they are `of` a kind. */
  const border = (before: number, of: Forecast) => {
    let [low, high] = [before, before + 1];
    for (let k = 0; k < HALVINGS; k++) {
      const middle = (low + high) / 2;
      if ((saidAt(middle) === of) === (said[before] === of)) low = middle;
      else high = middle;
    }
    return Number(valueOn(axis, high).toPrecision(DIGITS));
  };
  const zones = (of: Forecast) => {
    const found: Zone[] = [];
    for (let place = 0; place < LOOKS; place++) {
      if (said[place] !== of) continue;
      const first = place;
      while (said[place + 1] === of) place++;
      found.push([first === 0 ? from : border(first - 1, of), place === LOOKS - 1 ? to : border(place, of)]);
    }
    return found;
  };
  return { higher: zones('higher'), undecided: zones('undecided') };
}
