import { expected } from './support.ts';

/**
 * What a mutated file's bytes still say, found out apart from the readers: how many rows it has, and which values of which rows stand
 * in bytes that the mutation did not touch. A reader that takes the file must give just these rows and these values:
 * anything else is a silently wrong cloud.
 */
export interface Untouched {
  readonly rows: number;
  /** The row of the original with the same bytes for that column; −1: touched. */
  originalRow(row: number, column: number): number;
}

/** null: the header now describes other columns, and rightly read values may differ. */
export type Oracle = (mutated: Uint8Array) => Untouched | null;

const latin = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');

const filled = (text: string): string[] =>
  text
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter((line) => line !== '');

/** Text formats: a row is a line; the same line must give the same values. */
export function textOracle(original: Uint8Array, rowsIn: (lines: readonly string[]) => readonly string[]): Oracle {
  const known = new Map(rowsIn(filled(latin(original))).map((line, row) => [line, row]));
  return (mutated) => {
    const rows = rowsIn(filled(latin(mutated)));
    return { rows: rows.length, originalRow: (row) => known.get(rows[row]!) ?? -1 };
  };
}

/** Lines of the element "vertex" of an ascii PLY, by the counts in its header. */
export function plyRows(lines: readonly string[]): readonly string[] {
  const body = lines.findIndex((line) => line === 'end_header') + 1;
  let start = body;
  for (const line of lines.slice(0, body)) {
    const [, name, count] = /^element\s+(\S+)\s+(\d+)$/.exec(line) ?? [];
    if (name === 'vertex') return lines.slice(start, start + Number(count));
    start += Number(count ?? 0);
  }
  return [];
}

export const afterLine =
  (pattern: RegExp) =>
  (lines: readonly string[]): readonly string[] =>
    lines.slice(lines.findIndex((line) => pattern.test(line)) + 1);

/** Lines of points in a table: without comments, and without the first `head` of the others. */
export const tableRows =
  (head: number) =>
  (lines: readonly string[]): readonly string[] =>
    lines.filter((line) => !/^(#|%|!|\/\/)/.test(line)).slice(head);

/** Where the value of (row, column) stands, from the first byte of the points on. */
export type Place = (row: number, column: number) => readonly [offset: number, size: number];

const sizes: Readonly<Record<string, number>> = {
  int8: 1,
  uint8: 1,
  int16: 2,
  uint16: 2,
  int32: 4,
  uint32: 4,
  float32: 4,
  float64: 8,
};

/** Fields of the fixtures' PLY side by side. */
export function plyPlace(names = Object.keys(expected.types)): Place {
  const widths = names.map((name) => sizes[expected.types[name]!]!);
  const offsets = widths.map((_, i) => widths.slice(0, i).reduce((a, b) => a + b, 0));
  const stride = widths.reduce((a, b) => a + b, 0);
  return (row, column) => [row * stride + offsets[column]!, widths[column]!];
}

/** Fields of the fixtures' PCD: x y z _ rgb(3 columns) …, wide, feature(3 columns); side by side or one after another. */
export function pcdPlace(planar: boolean, rows = 40): Place {
  const colours = ['red', 'green', 'blue'];
  const others = Object.keys(expected.types).filter((name) => !colours.includes(name));
  const declared = [...others.slice(0, 3), '_', 'rgb', ...others.slice(3), 'wide', 'feature'];
  const widths = declared.map(
    (name) => ({ _: 4, rgb: 4, wide: 8, feature: 12 })[name] ?? sizes[expected.types[name]!]!,
  );
  const columns = declared.flatMap((name, field) => {
    if (name === '_') return [];
    return Array.from({ length: name === 'rgb' || name === 'feature' ? 3 : 1 }, (_, i) => ({
      field,
      within: name === 'feature' ? 4 * i : 0,
      size: name === 'feature' ? 4 : widths[field]!,
    }));
  });
  const before = (field: number) => widths.slice(0, field).reduce((a, b) => a + b, 0);
  const stride = before(widths.length);
  return (row, column) => {
    const { field, within, size } = columns[column]!;
    const at = planar ? before(field) * rows + row * widths[field]! : row * stride + before(field);
    return [at + within, size];
  };
}

export const stlPlace: Place = (row, column) => [50 * Math.floor(row / 3) + 12 + 12 * (row % 3) + 4 * column, 4];

/** A file of a head and of points at fixed places; `split` gives the first byte of the points and the rows that the head promises. */
export function binaryOracle(
  original: Uint8Array,
  split: (
    text: string,
    bytes: Uint8Array,
  ) => { readonly body: number; readonly rows: number; readonly declared: string },
  place: Place,
): Oracle {
  const was = split(latin(original), original);
  return (mutated) => {
    const is = split(latin(mutated), mutated);
    if (is.declared !== was.declared) return null;
    const same = (row: number, column: number): boolean => {
      const [offset, size] = place(row, column);
      for (let i = offset; i < offset + size; i++) if (mutated[is.body + i] !== original[was.body + i]) return false;
      return true;
    };
    return { rows: is.rows, originalRow: (row, column) => (same(row, column) ? row : -1) };
  };
}

/** The types in a PLY's header, in order; `lead` bytes of another element stand before the points. */
export const splitPly = (lead: number) => (text: string) => {
  const end = /end_header(\r\n|\n|\r)/.exec(text);
  const head = text.slice(0, end?.index ?? 0);
  const body = (end?.index ?? 0) + (end?.[0].length ?? 0);
  const types = [...head.matchAll(/^[ \t]*(?:format|property)[ \t]+(list[ \t]+\S+[ \t]+\S+|\S+)/gm)].map(
    (match) => match[1],
  );
  // The lengths of the lists before the points decide where the points begin.
  const lists = lead > 0 ? [0, 21].map((at) => text.charCodeAt(body + at)).join() : '';
  return {
    body: body + lead,
    rows: Number(/element[ \t]+vertex[ \t]+(\d+)/.exec(head)?.[1]),
    declared: `${types.join()} ${lists}`,
  };
};

export const splitPcd = (text: string) => {
  const end = /^[ \t]*DATA[ \t].*(\r\n|\n|\r)/m.exec(text);
  const body = (end?.index ?? 0) + (end?.[0].length ?? 0);
  const head = text.slice(0, body);
  const declared = ['FIELDS', 'SIZE', 'TYPE', 'COUNT', 'DATA'].map((key) =>
    filled(head)
      .find((line) => line.startsWith(key))
      ?.split(/\s+/)
      .join(' '),
  );
  return { body, rows: Number(/^[ \t]*POINTS[ \t]+(\d+)/m.exec(head)?.[1]), declared: declared.join() };
};

export const splitStl = (_text: string, bytes: Uint8Array) => ({
  body: 84,
  rows: 3 * new DataView(bytes.buffer, bytes.byteOffset).getUint32(80, true),
  declared: '',
});

/**
 * LZF copies what came before, so one touched byte may stand in many values: this follows it. Two streams are unpacked in step; a
 * touched literal taints what is copied from it, and once a length or a distance is touched all that follows is tainted.
 */
function taintOf(original: Uint8Array, mutated: Uint8Array, size: number): Uint8Array {
  const taint = new Uint8Array(size);
  let to = 0;
  for (let at = 0; at < original.length && to < size;) {
    const touched = (i: number): boolean => original[i] !== mutated[i];
    const control = original[at]!;
    if (touched(at)) return taint.fill(1, to);
    at++;
    if (control < 32) {
      for (let i = 0; i <= control; i++) taint[to++] = touched(at++) ? 1 : 0;
      continue;
    }
    const long = control >> 5 === 7;
    if ((long && touched(at)) || touched(at + (long ? 1 : 0))) return taint.fill(1, to);
    const length = (control >> 5) + 2 + (long ? original[at++]! : 0);
    const back = ((control & 31) << 8) + original[at++]! + 1;
    for (let i = 0; i < length; i++, to++) taint[to] = taint[to - back]!;
  }
  return taint;
}

export function compressedOracle(original: Uint8Array, size: number, place: Place): Oracle {
  const was = splitPcd(latin(original));
  return (mutated) => {
    const is = splitPcd(latin(mutated));
    if (is.declared !== was.declared) return null;
    const taint = taintOf(original.subarray(was.body + 8), mutated.subarray(is.body + 8), size);
    const same = (row: number, column: number): boolean => {
      const [offset, length] = place(row, column);
      return taint.subarray(offset, offset + length).every((bit) => bit === 0);
    };
    return { rows: is.rows, originalRow: (row, column) => (same(row, column) ? row : -1) };
  };
}
