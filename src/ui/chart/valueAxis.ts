import type { Words } from '../useText.ts';
import type { ChartFrame } from './frame.ts';
import { heightOnLinear, linearAxisFor, linearTicks } from './linearAxis.ts';
import { heightOn, logAxisFor } from './logAxis.ts';
import { decadesOf, TICK_ROOM, type Tick } from './StepAxes.tsx';
import type { HeightOf } from './stepLine.ts';

/** The values' axis of a chart by steps, whichever scale it has. */
export interface ValueAxis {
  /** NaN for what is no number. */
  readonly heightOf: HeightOf;
  readonly ticks: (frame: ChartFrame) => readonly Tick[];
}

/** Decades: for what spans many of them and is positive. */
export function logAxis(series: readonly ArrayLike<number>[]): ValueAxis {
  const axis = logAxisFor(series);
  return {
    heightOf: (value) => (Number.isNaN(value) ? NaN : heightOn(axis, value)),
    ticks: (frame) => decadesOf(axis, frame),
  };
}

/** For what has a sign. `bounds`: where what lies beyond is drawn at the edge. */
export function linearAxis(
  t: Pick<Words, 'fixed' | 'number'>,
  series: readonly ArrayLike<number>[],
  bounds: readonly [number, number] | null,
): ValueAxis {
  const axis = linearAxisFor(series, bounds);
  return {
    heightOf: (value) => heightOnLinear(axis, value),
    ticks: ({ top, bottom }) => {
      const { values, decimals } = linearTicks(axis, Math.floor((bottom - top) / TICK_ROOM / 1.5));
      // Where the axis has room for four characters.
      const short = (value: number) =>
        decimals > 2 || Math.abs(value) >= 1e4 ? t.number(value, 2) : t.fixed(value, decimals);
      return values.map((value) => ({ key: value, at: heightOnLinear(axis, value), text: short(value) }));
    },
  };
}
