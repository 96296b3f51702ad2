import { NetFileError } from './errors.ts';
import { gridOf, pointOf, spread, type LossGrid, type PathPoint } from './lossGrid.ts';
import { cellNumber, readTable, type Table } from './table.ts';

/** A CSV's columns by name, or null where its header names no α and β. */
function named({ header }: Table) {
  const place = (...names: readonly string[]) => header?.findIndex((name) => names.includes(name.toLowerCase())) ?? -1;
  const places = {
    alpha: place('alpha', 'α'),
    beta: place('beta', 'β'),
    loss: place('loss'),
    residual: place('residual'),
  };
  return places.alpha < 0 || places.beta < 0 ? null : places;
}

export type GridText =
  { readonly kind: 'grid'; readonly grid: LossGrid } | { readonly kind: 'path'; readonly path: readonly PathPoint[] };

/**
 * CSV of a matrix (rows of β, columns of α), or of columns named alpha, beta and loss: every point of a grid once, in any order; a column step, epoch or iteration makes it a path, which
 * needs no loss.
 * @throws NetFileError
 */
export function readGridText(text: string): GridText {
  const table = readTable(text);
  const { header, rows, lines } = table;
  const numbers = rows.map((cells, row) =>
    cells.map((cell) => (cell === '' ? NaN : cellNumber(cell, lines[row]!, table))),
  );
  const places = named(table);
  if (!places) {
    if (header) throw new NetFileError('no-grid', { line: 1 }, { found: header.join(', ').slice(0, 80) });
    const width = numbers[0]!.length;
    return { kind: 'grid', grid: gridOf(spread(width), spread(numbers.length), numbers.flat(), []) };
  }
  const column = (place: number) => numbers.map((cells) => (place < 0 ? NaN : cells[place]!));
  const [alpha, beta, loss, residual] = [places.alpha, places.beta, places.loss, places.residual].map(column) as [
    number[],
    number[],
    number[],
    number[],
  ];
  if (header?.some((name) => /^(step|epoch|iteration|update)$/i.test(name)) || places.loss < 0) {
    const path = lines.map((line, i) => pointOf([alpha[i]!, beta[i]!, loss[i]!, residual[i]!], `line ${line}`));
    return { kind: 'path', path };
  }
  const [alphas, betas] = [alpha, beta].map((values) => Float64Array.from(new Set(values)).sort()) as [
    Float64Array,
    Float64Array,
  ];
  const values = new Float64Array(alphas.length * betas.length);
  const seen = new Uint8Array(values.length);
  const [columns, rowsOfBeta] = [alphas, betas].map((axis) => new Map(Array.from(axis, (value, i) => [value, i]))) as [
    Map<number, number>,
    Map<number, number>,
  ];
  loss.forEach((value, i) => {
    const at = rowsOfBeta.get(beta[i]!)! * alphas.length + columns.get(alpha[i]!)!;
    if (seen[at]) throw new NetFileError('twice', { line: lines[i]! }, { name: `α ${alpha[i]!}, β ${beta[i]!}` });
    seen[at] = 1;
    values[at] = value;
  });
  if (loss.length !== values.length) {
    const expected = `each of ${betas.length} β with each of ${alphas.length} α`;
    throw new NetFileError('shape', { part: 'loss' }, { found: `${loss.length} losses`, expected });
  }
  return { kind: 'grid', grid: gridOf(alphas, betas, values, []) };
}
