import type { Rect } from './plane.ts';

export interface PlanCell {
  /** Baseline and left end of the title; the lines below it follow at `LINE` pixels. */
  readonly title: { readonly x: number; readonly y: number };
  readonly plot: Rect;
}

export interface PlanLayout {
  readonly columns: number;
  /** Of the whole figure: as wide as the room, as high as the plans need, which may be more (the figure then scrolls). */
  readonly width: number;
  readonly height: number;
  readonly cells: readonly PlanCell[];
  /** From a title's left end to the next plan, or to the figure's edge. */
  readonly titleRoom: number;
}

/** Height of a line of text above a plan. */
export const LINE = 18;
const LEFT = 42;
/** The last number of the x axis reaches beyond the frame by half its width. */
const RIGHT = 12;
const BOTTOM = 24;
const GAP = 12;
/** A plan with a shorter side than this says nothing. */
const SMALLEST = 90;

interface Request {
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** Width of a plan divided by its height. */
  readonly aspect: number;
  /** Lines of text above each plan, its title included. */
  readonly lines: number;
}

/** The largest plot of the wanted aspect that fits a cell. */
function fit(width: number, height: number, aspect: number): readonly [width: number, height: number] {
  return width / height > aspect ? [height * aspect, height] : [width, width / aspect];
}

/** Four stand as the book's figure does, two by two; other numbers as large as the room lets them, with no more empty places than need be. */
function columnsFor(request: Request, sizeWith: (columns: number) => number): number {
  if (request.count === 4) return 2;
  let best = 1;
  for (let columns = 2; columns <= request.count; columns++) if (sizeWith(columns) >= sizeWith(best)) best = columns;
  return best;
}

/** Places `count` plans of one size in a room of width × height pixels, centred, each with its title and axes. */
export function planLayout(request: Request): PlanLayout {
  const { width, height, count, aspect, lines } = request;
  const head = lines * LINE + 10;
  const plotIn = (columns: number): readonly [number, number] => {
    const rows = Math.ceil(count / columns);
    const widest = Math.max((width - (columns - 1) * GAP) / columns - LEFT - RIGHT, 1);
    const highest = Math.max((height - (rows - 1) * GAP) / rows - head - BOTTOM, 1);
    const fitting = fit(widest, highest, aspect);
    // Too little height: a readable size, as far as the width allows, and the figure scrolls.
    const least = Math.min(SMALLEST * Math.max(aspect, 1), widest);
    return fitting[0] >= least ? fitting : [least, least / aspect];
  };
  const columns = columnsFor(request, (n) => plotIn(n)[0]);
  const rows = Math.ceil(count / columns);
  const [plotWidth, plotHeight] = plotIn(columns).map(Math.floor) as [number, number];
  const cellWidth = LEFT + plotWidth + RIGHT;
  const cellHeight = head + plotHeight + BOTTOM;
  const usedWidth = columns * cellWidth + (columns - 1) * GAP;
  const usedHeight = rows * cellHeight + (rows - 1) * GAP;
  const left = Math.max(Math.floor((width - usedWidth) / 2), 0);
  const top = Math.max(Math.floor((height - usedHeight) / 2), 0);
  const cells = Array.from({ length: count }, (_, k): PlanCell => {
    const x = left + (k % columns) * (cellWidth + GAP) + LEFT;
    const y = top + Math.floor(k / columns) * (cellHeight + GAP) + head;
    return { title: { x, y: y - head + LINE }, plot: { x, y, width: plotWidth, height: plotHeight } };
  });
  const untilNext = columns > 1 ? plotWidth + RIGHT + GAP + LEFT - 8 : Infinity;
  const untilEdge = width - left - (columns - 1) * (cellWidth + GAP) - LEFT;
  return { columns, width, height: Math.max(height, usedHeight), cells, titleRoom: Math.min(untilNext, untilEdge) };
}
