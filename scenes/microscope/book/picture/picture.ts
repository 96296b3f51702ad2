import { raceUpdates } from '../../../../src/networks/microscope/batchRace.ts';
import type { BookResult } from '../run/types.ts';
import { about, experimentSpaces, pointsOf, readingsAPoint } from '../ids.ts';
import type { Line, Picture, Ridges, Slot } from './types.ts';

/** What the losses of a figure go up to; what is above stands at the top. */
const LOSS = 2.6;

/** Means over windows of so many, the last one may be shorter where all is there; as long as `points`, NaN where nothing is yet. */
export function windowed(y: Float64Array, per: number, points: number): Float64Array {
  return Float64Array.from({ length: points }, (_, i) => {
    const piece = y.subarray(i * per, (i + 1) * per);
    const wanted = i === points - 1 ? 1 : per;
    return piece.length < wanted ? NaN : piece.reduce((sum, value) => sum + value, 0) / piece.length;
  });
}

const clamp = (share: number): number => Math.min(Math.max(share, 0), 1);
const distinct = (names: readonly string[]): string[] => [...new Set(names)];

/** What of a result is drawn in space. */
export function pictureOf(result: BookResult): Picture {
  switch (about[result.id].of) {
    case 'looks':
      return looks(result);
    case 'trials':
      return {
        ...{ kind: 'swarms', space: experimentSpaces.book },
        swarms: [{ name: null, series: 0, trials: result.trials ?? [] }],
      };
    case 'searches':
      return searches(result);
    case 'speed':
      return speed(result);
    case 'race':
      return race(result);
    case 'curves':
      return curves(result);
  }
}

/** Curves of one panel of the figure stand at one place, the first of them at the back; without panels each stands alone. */
function curves({ id, curves: all }: BookResult): Ridges {
  const { y } = about[id];
  const bins = pointsOf(id);
  const top = y === 'loss' ? LOSS : 1;
  const series = distinct(all.map(({ name }) => name));
  const places = distinct(all.map(({ group, name }) => group ?? name));
  const slots = places.map((name, row): Slot => {
    const own = all.filter((curve) => (curve.group ?? curve.name) === name);
    const lines = own.map((curve): Line => {
      const values = windowed(curve.y, readingsAPoint(id), bins);
      return { series: series.indexOf(curve.name), values, heights: values.map((value) => clamp(value / top)) };
    });
    return { name, column: 0, row, lines };
  });
  const { readings, x } = about[id];
  return {
    ...{ kind: 'ridges', series, columns: [''], rows: places.length, bins, slots, along: 'bins', y: [0, top] },
    x: x === 'epochs' ? [0, readings - 1] : [1, all[0]?.x.at(-1) ?? readings],
  };
}

/** A ridge for each batch size, the smallest at the back: it ends where it got to the goal. */
function race({ id, racers = [] }: BookResult): Ridges {
  const bins = pointsOf(id);
  const slots = racers.map(({ size, loss }, row): Slot => {
    const values = Float64Array.from({ length: bins }, (_, i) => loss[i] ?? NaN);
    return {
      ...{ name: String(size), column: 0, row },
      lines: [{ series: 0, values, heights: values.map((value) => clamp(value / LOSS)) }],
    };
  });
  return {
    ...{ kind: 'ridges', series: ['loss'], columns: [''], rows: slots.length, bins, slots, along: 'bins' },
    ...{ x: [1, raceUpdates.at(-1)!], y: [0, LOSS] },
  };
}

/** Subjects side by side, their layers one behind the other, the first one at the back. */
function looks({ layers = [] }: BookResult): Ridges {
  const series = layers.map(({ name }) => name);
  const slots = layers.flatMap(({ looks: all }, column) =>
    all.map(({ histogram: { shares } }, row): Slot => {
      // The root: a flat layer can be told from none beside one that stands in a single bin.
      const line = { series: column, values: shares, heights: shares.map(Math.sqrt) };
      return { name: String(row + 1), column, row, lines: [line] };
    }),
  );
  const { low, high, shares } = layers[0]?.looks[0]?.histogram ?? { low: 0, high: 1, shares: { length: 30 } };
  return {
    ...{ kind: 'ridges', series, columns: series, rows: layers[0]?.looks.length ?? 0, bins: shares.length, slots },
    ...{ along: 'rows', x: [low, high], y: [0, 1] },
  };
}

/** Seconds a sample on a logarithmic axis of whole decades. */
function speed({ id, curves: all }: BookResult): Ridges {
  const known = all.flatMap(({ y }) => [...y]).map(Math.log10);
  const low = Math.floor(Math.min(...known, -5) - 0.01);
  const high = Math.max(Math.ceil(Math.max(...known)), low + 1);
  const bins = pointsOf(id);
  const slots = all.map(({ name, y }, row): Slot => {
    const values = Float64Array.from({ length: bins }, (_, i) => y[i] ?? NaN);
    const heights = values.map((value) => clamp((Math.log10(value) - low) / (high - low)));
    return { name, column: 0, row, lines: [{ series: row, values, heights }] };
  });
  return {
    ...{ kind: 'ridges', series: all.map(({ name }) => name), columns: [''], rows: all.length, bins, slots },
    ...{ along: 'bins', x: [1, 1000], y: [10 ** low, 10 ** high] },
  };
}

/** Of the first seed; the others are in the figure. */
function searches({ seed, searches: all = [] }: BookResult): Picture {
  const own = all.filter((search) => search.seed === seed);
  return {
    ...{ kind: 'swarms', space: experimentSpaces.question },
    swarms: own.map(({ strategy, trials }, series) => ({ name: strategy, series, trials })),
  };
}
