import { createDisplay, type Display } from '../../../src/view/display.ts';
import type { Landscape } from '../landscape/types.ts';
import { RELIEF } from './useRelief.ts';

/** How a landscape is drawn: a pure function of it. */
export interface Terrain {
  readonly display: Display;
  readonly cut: number;
  readonly contour: readonly [number, number];
  readonly tick: number;
}

/** Above what the paths reach, of the way up there. */
const HEADROOM = 0.12;
/** Part of the map that is drawn at least. */
const SHOWN = 0.6;
const CONTOURS = 12;
const CONTOURS_A_DECADE = 5;

const quantile = (sorted: Float64Array, part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? NaN;

export function terrainOf({ loss, paths, domain }: Landscape, log: boolean): Terrain {
  const known = loss.filter(Number.isFinite).sort();
  const starts = paths.map((path) => path.loss[0]!).filter(Number.isFinite);
  const lowest = log ? 0 : Math.min(known[0] ?? 0, ...paths.flatMap((path) => [...path.loss]).filter(Number.isFinite));
  const wanted = Math.max(quantile(known, SHOWN), ...starts);
  const cut = Math.min(lowest + (wanted - lowest) * (1 + HEADROOM), known.at(-1) ?? 1) * 1.0001 + 1e-9;
  const display = createDisplay({ domain, rect: domain, lowest, cut, relief: RELIEF, exaggeration: 1, log });
  const step = (cut - lowest) / CONTOURS;
  return { display, cut, contour: log ? [lowest, CONTOURS_A_DECADE] : [0, step], tick: tickOf(domain[1] - domain[0]) };
}

/** A round number, of which about five fit. */
export function tickOf(extent: number): number {
  const rough = extent / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5, 10].find((digit) => digit * power >= rough) ?? 10) * power;
}
