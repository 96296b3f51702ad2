import type { Racer } from '../../../../src/networks/microscope/batchRace.ts';
import { pointsOf } from '../ids.ts';
import type { BookResult } from '../run/types.ts';
import type { Figure, FlatLine, Panel } from './types.ts';

/** What is told of each batch size, panel by panel. */
const quantities = ['noise', 'updates', 'seconds'] as const satisfies readonly (keyof Racer)[];

/** Whole powers of ten that hold all of them. */
function decadesAround(values: readonly number[]): readonly [low: number, high: number] {
  const known = values.filter(Number.isFinite).map(Math.log10);
  if (known.length === 0) return [1, 10];
  const low = Math.floor(Math.min(...known) + 1e-9);
  return [10 ** low, 10 ** Math.max(Math.ceil(Math.max(...known) - 1e-9), low + 1)];
}

/** Noise, updates to the goal, and time to it, by batch size; both axes logarithmic, and all there when the clock is at its end. A dashed line where noise is as large as the gradient. */
export function raceFigure({ id, racers = [] }: BookResult): Figure {
  const sizes = racers.map(({ size }) => size);
  const most = sizes.at(-1) ?? 1000;
  const x = Float64Array.from(sizes, (size) => Math.log10(size) / Math.log10(most));
  const panels = quantities.map((what): Panel => {
    const values = racers.map((racer) => racer[what]);
    const ends = decadesAround(what === 'noise' ? [...values, 1] : values);
    const share = (value: number) => Math.log10(value / ends[0]) / Math.log10(ends[1] / ends[0]);
    const line: FlatLine = { series: 0, x, y: Float64Array.from(values, share), dashed: false };
    const equal: FlatLine = { series: 1, x, y: new Float64Array(x.length).fill(share(1)), dashed: true };
    return { title: what, from: pointsOf(id) - 1, lines: what === 'noise' ? [line, equal] : [line], ends };
  });
  return { panels, across: 1, bars: false, series: [], x: [1, most], y: [0, 1], timed: false };
}
