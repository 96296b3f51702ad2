import { tilesOf, type Tile } from '../../../src/basins/cells.ts';
import { createCollection } from '../../../src/basins/collect.ts';
import type { BasinCounts } from '../../../src/basins/count.ts';
import { basinColours, type Theme } from '../../../src/basins/colours.ts';
import { createPainter, restScale, type BasinPainter, type RestScale } from '../../../src/basins/paint.ts';
import type { BasinMap } from '../../../src/basins/types.ts';
import { ruleOrNull } from '../../../src/optimizers/index.ts';
import type { BasinTilesResult, BasinTilesSpec } from '../../../src/jobs/specs.ts';
import type { BasinsOf } from './spec.ts';

/** Cells a side, coarse to fine. */
export const LEVELS = [64, 256, 1024] as const;
/** How long one question may take, milliseconds: the swarm waits for it, and a slider that moves. */
const PATIENCE = 30;
const SIDES = [64, 32, 16, 8] as const;
const MOST_TILES = 16;

/** A map as it is shown: of the level that is being filled in. */
export interface BasinPicture {
  readonly of: BasinsOf;
  readonly map: BasinMap;
  readonly counts: BasinCounts;
  /** RGBA, size × size, the upper border first: the same array until the level is done. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
  readonly scale: RestScale;
  /** 0 … 1: of the finest level. */
  readonly part: number;
  readonly backend: string;
}

const hasKernel = ({ optimizer, semantics }: BasinsOf) => ruleOrNull(optimizer, semantics) !== null;

/** One map on its way from coarse to fine: what to ask next, and what the answers make of the picture. */
export interface Growth {
  /** null: it is as fine as it gets. */
  next(): BasinTilesSpec | null;
  take(asked: BasinTilesSpec, found: BasinTilesResult): void;
  /** null before the first level is whole. */
  picture(): BasinPicture | null;
  /** The level at work. */
  readonly level: number;
}

/** `levels`: without a kernel the finest would take a quarter of an hour. */
export function createGrowth(
  of: BasinsOf,
  theme: Theme,
  levels: readonly number[] = hasKernel(of) ? LEVELS : LEVELS.slice(0, -1),
): Growth {
  const colours = basinColours(theme);
  let level = 0;
  /** Milliseconds a cell, as the last answer had it; at first nobody knows. */
  let pace = 0;
  let backend = '';
  let shown: { map: BasinMap; pixels: Uint8ClampedArray<ArrayBuffer>; scale: RestScale } | null = null;
  let done = 0;
  let begin = start(null);

  function start(before: BasinMap | null) {
    const size = levels[level]!;
    const cells = { window: of.window, size };
    const known = pace > 0 || hasKernel(of);
    const side = (known && SIDES.find((one) => one * one * pace <= PATIENCE)) || SIDES.at(-1)!;
    const tiles = tilesOf(cells, side);
    const collection = createCollection(of.surface, cells, before ?? undefined);
    return { size, side, tiles, from: 0, collection, painter: null as BasinPainter | null, minima: 0 };
  }

  function paint(tiles: readonly Tile[]): void {
    if (!shown) return;
    const map = begin.collection.map();
    if (!begin.painter || begin.minima !== map.minima.length) {
      begin.painter = createPainter(map, colours, shown.scale);
      begin.minima = map.minima.length;
    }
    const { painter } = begin;
    for (const { column, row, side } of tiles)
      painter.paint(shown.pixels, {
        column: column - painter.margin,
        row: row - painter.margin,
        columns: side + 2 * painter.margin,
        rows: side + 2 * painter.margin,
      });
    shown = { ...shown, map };
  }

  return {
    get level() {
      return level;
    },
    next() {
      if (begin.from >= begin.tiles.length) return null;
      const many = pace > 0 ? Math.floor(PATIENCE / (pace * begin.side ** 2)) : 1;
      const tiles = begin.tiles.slice(begin.from, begin.from + Math.min(Math.max(many, 1), MOST_TILES));
      return { basin: { ...of, size: begin.size }, tiles };
    },
    take({ tiles }, found) {
      begin.collection.add(tiles, found);
      begin.from += tiles.length;
      done = begin.from / begin.tiles.length;
      pace = found.milliseconds / found.labels.length;
      backend = found.backend;
      if (shown) paint(tiles);
      if (begin.from < begin.tiles.length) return;
      const map = begin.collection.map();
      if (!shown) {
        const scale = restScale(map);
        const pixels = new Uint8ClampedArray(4 * map.size ** 2);
        createPainter(map, colours, scale).paint(pixels, { column: 0, row: 0, columns: map.size, rows: map.size });
        shown = { map, pixels, scale };
      }
      if (level === levels.length - 1) return;
      level++;
      done = 0;
      begin = start(map);
      shown = { ...shown, map: begin.collection.map(), pixels: enlarged(shown.pixels, map.size, begin.size) };
    },
    picture: () =>
      shown && {
        of,
        ...shown,
        counts: begin.collection.counts(),
        part:
          levels.slice(0, level).reduce((sum, size) => sum + size ** 2, done * begin.size ** 2) /
          levels.reduce((sum, size) => sum + size ** 2, 0),
        backend,
      },
  };
}

/** Each pixel as a square of pixels. */
function enlarged(pixels: Uint8ClampedArray<ArrayBuffer>, from: number, to: number): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(4 * to * to);
  const [source, target] = [new Uint32Array(pixels.buffer), new Uint32Array(out.buffer)];
  for (let row = 0, at = 0; row < to; row++) {
    const start = Math.floor((row * from) / to) * from;
    for (let column = 0; column < to; column++, at++) target[at] = source[start + Math.floor((column * from) / to)]!;
  }
  return out;
}
