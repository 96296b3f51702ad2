import { createDisplay, type Display } from '../../../src/view/display.ts';
import type { Landscape } from '../landscape/types.ts';
import { settledAt } from './settle.ts';
import { FLOOR, RELIEF } from './useRelief.ts';

/** How a landscape is drawn: a pure function of it. */
export interface Terrain {
  readonly display: Display;
  /** In what is drawn, as all heights are. */
  readonly cut: number;
  readonly contour: readonly [number, number];
  readonly tick: number;
  /** size²: what is drawn of the landscape's losses, clear of the levels that they may be on either side of. */
  readonly heights: Float64Array;
  /** What is drawn of a loss: itself, or its decimal logarithm. */
  readonly heightOf: (loss: number) => number;
}

/** Above what the paths reach, of the way up there. */
const HEADROOM = 0.06;
/** Part of the map that is drawn at least. */
const SHOWN = 0.93;
const CONTOURS = 15;
const CONTOURS_A_DECADE = 8;
/** Losses below this are as good as none. */
const LEAST = 1e-9;

const quantile = (sorted: Float64Array, part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? NaN;

export function terrainOf({ loss, paths, domain, deviation }: Landscape, log: boolean): Terrain {
  const heightOf = log ? (value: number) => Math.log10(Math.max(value, LEAST)) : (value: number) => value;
  const known = loss.filter(Number.isFinite).sort();
  const passed = paths.flatMap((path) => [...path.loss]).filter(Number.isFinite);
  const lowest = heightOf(Math.min(known[0] ?? 0, ...passed));
  const shadows = paths.flatMap((path) => [...path.shadow]).filter(Number.isFinite);
  const starts = paths.map((path) => path.loss[0]!).filter(Number.isFinite);
  // As a logarithm even the hills that shadows climb have room.
  const wanted = heightOf(Math.max(quantile(known, SHOWN), ...starts, ...(log ? shadows : [])));
  const top = heightOf(known.at(-1) ?? 1);
  const cut = Math.min(wanted + HEADROOM * (wanted - lowest), top) + 1e-6 * (top - lowest) + 1e-12;
  const shape = { domain, rect: domain, lowest, cut, exaggeration: 1, log: false };
  const display = { ...createDisplay({ ...shape, relief: RELIEF }), floor: FLOOR };
  const contour = log ? ([0, 1 / CONTOURS_A_DECADE] as const) : ([0, (cut - lowest) / CONTOURS] as const);
  const heights = settledAt({
    ...{ heights: loss.map(heightOf), levels: contour },
    // It is relative: as a logarithm as much everywhere.
    deviation: (at) => deviation * (log ? Math.LOG10E : Math.abs(loss[at]!)),
  });
  return { display, cut, contour, tick: tickOf(domain[1] - domain[0]), heights, heightOf };
}

/** A round number, of which about five fit. */
function tickOf(extent: number): number {
  const rough = extent / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((digit) => digit * power >= rough) ?? 10) * power;
}
