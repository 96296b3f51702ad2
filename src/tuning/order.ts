/** A stride at which a map is whole. */
export interface Level {
  readonly stride: number;
  /** How many cells of the order make it whole. */
  readonly end: number;
}

/** The coarsest picture has at least so many cells along its shorter side. */
const COARSEST = 12;

/** Every cell (row · columns + column) of a map once: every 2ᵏth row and column first, then those between, so that any beginning is a picture. */
export function coarseToFine(
  columns: number,
  rows: number,
  coarsest = COARSEST,
): { readonly cells: Uint32Array; readonly levels: readonly Level[] } {
  let stride = 1;
  while (Math.min(columns, rows) / (2 * stride) >= coarsest) stride *= 2;
  const cells = new Uint32Array(columns * rows);
  const levels: Level[] = [];
  let end = 0;
  for (let coarser = 0; stride >= 1; coarser = stride, stride /= 2) {
    for (let row = 0; row < rows; row += stride) {
      for (let column = 0; column < columns; column += stride) {
        if (coarser > 0 && row % coarser === 0 && column % coarser === 0) continue;
        cells[end++] = row * columns + column;
      }
    }
    levels.push({ stride, end });
  }
  return { cells, levels };
}
