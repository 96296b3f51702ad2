import { ranked } from '../../../../src/networks/search/strategies.ts';
import { about } from '../ids.ts';
import type { BookResult } from '../run/types.ts';
import { raceFigure } from './raceFigure.ts';
import type { Figure, FlatLine, Picture, Ridges } from './types.ts';

const evenly = (count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => (count > 1 ? i / (count - 1) : 0));

/** Panels as the book has them: those of a curve's group, else one for all; of histograms one a layer. */
export function figureOf(result: BookResult, picture: Picture): Figure {
  if (about[result.id].of === 'race') return raceFigure(result);
  if (picture.kind === 'ridges') return ofRidges(result, picture);
  return about[result.id].of === 'trials' ? ofTrials(result) : ofSearches(result);
}

function ofRidges({ curves }: BookResult, picture: Ridges): Figure {
  const { slots, series, bins, x, y, along, columns } = picture;
  const bars = along === 'rows';
  const lines = slots.map((slot) =>
    slot.lines.map(({ series: of, heights, values }, i): FlatLine => ({
      ...{ series: of, x: evenly(bins), dashed: i > 0 },
      y: heights.map((height, bin) => (Number.isNaN(values[bin]!) ? NaN : height)),
    })),
  );
  const apart = bars || curves.some(({ group }) => group !== undefined);
  const single = !apart || slots.length === 1;
  const title = (k: number) =>
    columns.length > 1 ? `${slots[k]!.name} ${columns[slots[k]!.column]!}` : slots[k]!.name;
  return {
    panels: single
      ? [{ title: null, from: 0, lines: lines.flat() }]
      : lines.map((own, k) => ({ title: title(k), from: bars ? slots[k]!.row : 0, lines: own })),
    across: bars ? picture.rows : Math.ceil(Math.sqrt(single ? 1 : slots.length)),
    ...{ bars, series, x, y, timed: !bars },
  };
}

/** The best twenty, the best first, as the book's figure. */
function ofTrials({ trials = [] }: BookResult): Figure {
  const best = ranked(trials).slice(0, 20);
  return {
    panels: best.map(({ train, validation }, place) => ({
      ...{ title: `${place + 1}`, from: 0 },
      lines: [train, validation].map((y, i) => ({ series: i, x: evenly(y.length), y, dashed: i > 0 })),
    })),
    ...{ across: 5, bars: false, series: ['train', 'validation'], x: [0, 49], y: [0, 1], timed: false },
  };
}

/** The best score so far by trial, a line for each seed. */
function ofSearches({ id, curves }: BookResult): Figure {
  const series = [...new Set(curves.map(({ name }) => name))];
  const { readings } = about[id];
  const lines = curves.map(({ name, group, y }): FlatLine => ({
    ...{ series: series.indexOf(name), dashed: group !== curves[0]!.group },
    x: evenly(readings).subarray(0, y.length),
    y,
  }));
  return {
    panels: [{ title: null, from: 0, lines }],
    ...{ across: 1, bars: false, series, x: [1, readings], y: [0, 1], timed: true },
  };
}
