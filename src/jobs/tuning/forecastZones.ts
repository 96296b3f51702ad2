import { valueOn, type Axis } from '../../tuning/axis.ts';
import type { OptimizeSpec } from '../specs.ts';
import { forecast } from './forecast.ts';
import { varyRun } from './vary.ts';

/** Learning rates from one to another, both included. */
export type Zone = readonly [from: number, to: number];

/** Rates looked at along a span, ends included: two neighbours of six decades are a quarter apart. */
const LOOKS = 61;
/** By halving between two of them, a border is found to half a per cent. */
const HALVINGS = 5;
/** How a border is written and drawn. */
const DIGITS = 2;

/**
 * The learning rates of a span, logarithmic, at which the run is foretold to diverge, ascending and apart; what lies between two rates that are looked at is not seen. null where
 * nothing can be said at any of them.
 */
export function foretoldRates(run: OptimizeSpec, { from, to }: Pick<Axis, 'from' | 'to'>): readonly Zone[] | null {
  const axis: Axis = { name: 'lr', from, to, count: LOOKS, scale: 'log' };
  const diverges = (place: number) => forecast(varyRun(run, { lr: valueOn(axis, place) }))?.diverges ?? null;
  const said = Array.from({ length: LOOKS }, (_, place) => diverges(place));
  if (said.every((one) => one === null)) return null;
  /** Where between two neighbours, the second of which says otherwise. */
  const border = (before: number) => {
    let [low, high] = [before, before + 1];
    for (let k = 0; k < HALVINGS; k++) {
      const middle = (low + high) / 2;
      if ((diverges(middle) ?? false) === (said[before] ?? false)) low = middle;
      else high = middle;
    }
    return Number(valueOn(axis, high).toPrecision(DIGITS));
  };
  const zones: Zone[] = [];
  for (let place = 0; place < LOOKS; place++) {
    if (!said[place] || said[place - 1]) continue;
    let last = place;
    while (said[last + 1]) last++;
    zones.push([place === 0 ? from : border(place - 1), last === LOOKS - 1 ? to : border(last)]);
    place = last;
  }
  return zones;
}
