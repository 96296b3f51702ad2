import type { Domain } from '../surfaces/types.ts';

/** Where starts are taken: the centres of size × size cells over a window. */
export interface Cells {
  readonly window: Domain;
  readonly size: number;
}

/** A square part of them: `side` cells each way from (column, row) on, those beyond the border left out. */
export interface Tile {
  readonly column: number;
  readonly row: number;
  readonly side: number;
}

/** The centre of the cell in `column` and `row`, counted from (x0, y0). */
export function cellCentre({ window: [x0, x1, y0, y1], size }: Cells, column: number, row: number): [number, number] {
  return [x0 + ((column + 0.5) * (x1 - x0)) / size, y0 + ((row + 0.5) * (y1 - y0)) / size];
}

/** The cell in which a place lies; null beyond the window. */
export function cellAt({ window: [x0, x1, y0, y1], size }: Cells, x: number, y: number): [number, number] | null {
  const column = Math.floor(((x - x0) / (x1 - x0)) * size);
  const row = Math.floor(((y - y0) / (y1 - y0)) * size);
  return column >= 0 && column < size && row >= 0 && row < size ? [column, row] : null;
}

/** Columns and rows of a tile that there are. */
export function extentOf({ size }: Cells, { column, row, side }: Tile): { columns: number; rows: number } {
  return { columns: Math.min(side, size - column), rows: Math.min(side, size - row) };
}

/** Tiles that cover all cells, from the middle outwards: what is looked at comes first. */
export function tilesOf({ size }: Cells, side: number): Tile[] {
  const along = Array.from({ length: Math.ceil(size / side) }, (_, k) => k * side);
  const off = ({ column, row }: Tile) => (column + side / 2 - size / 2) ** 2 + (row + side / 2 - size / 2) ** 2;
  return along.flatMap((row) => along.map((column) => ({ column, row, side }))).sort((a, b) => off(a) - off(b));
}

/** Float32 cannot tell neighbouring starts apart, or hardly: their paths must be computed in float64. */
export function isTooFine({ window, size }: Cells): boolean {
  const [x0, x1, y0, y1] = window;
  const largest = Math.max(...window.map(Math.abs));
  return Math.min(x1 - x0, y1 - y0) / size < 8 * 2 ** -23 * largest;
}
