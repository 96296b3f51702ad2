import { classSamples, valueSamples } from '../../networks/data/samples.ts';
import type { Samples } from '../../networks/types.ts';
import { NetFileError } from './errors.ts';
import { limits } from './limits.ts';
import { cellNumber, readTable, type Table } from './table.ts';

/** A reader's own points. */
export interface Points {
  readonly samples: Samples;
  /** What the labels are called in the file, by class; null: plain values. */
  readonly classes: readonly string[] | null;
  /** Names of the inputs, from the header; else x, y or x1, x2, …. */
  readonly names: readonly string[];
}

const labelName = /^(label|labels|class|target|category|species|ラベル|クラス)$/i;

/**
 * Points as text, dropped or pasted: one a line, the inputs and then its label (a number or a word; a header may name another column label or class). Two columns
 * are a value over one input. Labels that are numbers count up, words are in the order of their appearance.
 * @throws NetFileError
 */
export function readPoints(text: string): Points {
  if (text.trim() === '') throw new NetFileError('empty');
  const table = readTable(text);
  const { header, rows } = table;
  const width = rows[0]!.length;
  if (width < 2) throw new NetFileError('too-few-columns', null, { found: width });
  if (width - 1 > limits.inputs) {
    throw new NetFileError('too-many', null, { found: width - 1, what: 'inputs', limit: limits.inputs });
  }
  if (rows.length > limits.points) {
    throw new NetFileError('too-many', null, { found: rows.length, what: 'points', limit: limits.points });
  }
  if (rows.length < 2) throw new NetFileError('too-few-points', null, { found: rows.length, least: 2 });
  const named = header?.findIndex((name) => labelName.test(name)) ?? -1;
  const last = named < 0 ? width - 1 : named;
  const inputs = Array.from({ length: width }, (_, column) => column).filter((column) => column !== last);
  const x = Float64Array.from(rows.flatMap((_, row) => inputs.map((column) => finite(table, row, column))));
  const names = header ? inputs.map((column) => header[column]!) : defaultNames(inputs.length);
  if (width === 2 && named < 0) {
    const y = Float64Array.from(rows, (_, row) => finite(table, row, last));
    return { samples: valueSamples(x, y, 1, 1), classes: null, names };
  }
  const { labels, classes } = classesOf(table, last);
  return { samples: classSamples(x, labels, inputs.length, classes.length), classes, names };
}

const defaultNames = (inputs: number): string[] =>
  inputs <= 2 ? ['x', 'y'].slice(0, inputs) : Array.from({ length: inputs }, (_, i) => `x${i + 1}`);

function finite(table: Table, row: number, column: number): number {
  const line = table.lines[row]!;
  const text = table.rows[row]![column]!;
  const value = cellNumber(text, line, table);
  if (Number.isFinite(value)) return value;
  throw new NetFileError(
    'not-finite',
    { line },
    { what: `"${text}"`, remedy: 'leave the point out or write its number' },
  );
}

function classesOf(table: Table, column: number): { readonly labels: Uint8Array; readonly classes: string[] } {
  const { rows, lines } = table;
  const found = new Map<string, number>();
  rows.forEach((cells, row) => {
    const label = cells[column]!;
    if (label === '') throw new NetFileError('no-label', { line: lines[row]! });
    if (/^[+-]?nan$/i.test(label)) finite(table, row, column);
    if (!found.has(label)) found.set(label, found.size);
    if (found.size > limits.classes) {
      const detail = { limit: limits.classes, found: found.size, rows: row + 1 };
      throw new NetFileError('many-classes', { line: lines[row]! }, detail);
    }
  });
  const classes = [...found.keys()];
  // "1" and "1.0" are two words for one class.
  if (classes.every((label) => label.trim() !== '' && Number.isFinite(Number(label)))) {
    const values = [...new Set(classes.map(Number))].sort((a, b) => a - b);
    classes.forEach((label) => found.set(label, values.indexOf(Number(label))));
    classes.splice(0, classes.length, ...values.map(String));
  }
  if (classes.length < 2) throw new NetFileError('one-class', null, { label: classes[0]! });
  return { labels: Uint8Array.from(rows, (cells) => found.get(cells[column]!)!), classes };
}
