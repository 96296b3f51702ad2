import { createField, fillColumn } from './columns.ts';
import { CloudError } from './errors.ts';
import { createGrowable } from './growable.ts';
import { checkCount } from './limits.ts';
import { linesOf, nextFilled } from './text/lines.ts';
import { parseNumber, textOf } from './text/number.ts';
import type { Reading } from './types.ts';

const HEADER = 80;
const FACET = 50;
const SLICE = 1 << 15;

/** Three corners a facet, in the file's order: STL knows no shared vertices. */
const soup = (corners: number): Uint32Array => Uint32Array.from({ length: corners }, (_, i) => i);

/** True when the length is just what a binary STL of the count in bytes 80–83 has; its title may well begin with "solid". */
export function isBinaryStl(bytes: Uint8Array): boolean {
  if (bytes.length < HEADER + 4) return false;
  const count = new DataView(bytes.buffer, bytes.byteOffset + HEADER, 4).getUint32(0, true);
  return bytes.length === HEADER + 4 + count * FACET;
}

/** Binary STL: 80 bytes of title, the number of facets, 50 bytes a facet (normal, three corners, two bytes of attributes). */
export function* readBinaryStl(bytes: Uint8Array): Reading {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER + 4) throw new CloudError('cut-off', { byte: bytes.length }, { within: 'the header' });
  const count = view.getUint32(HEADER, true);
  const promised = `${count} facets`;
  const end = HEADER + 4 + count * FACET;
  if (end > bytes.length) throw new CloudError('too-short', { byte: bytes.length }, { promised });
  if (end < bytes.length) throw new CloudError('surplus', { byte: end }, { promised });
  checkCount(3 * count, 'corners');
  const fields = ['x', 'y', 'z'].map((name) => createField(name, 'float32', 3 * count));
  const corner = new Float32Array(count);
  for (let from = 0; from < count; from += SLICE) {
    const to = Math.min(count, from + SLICE);
    for (let i = 0; i < 9; i++) {
      const offset = HEADER + 4 + 12 + 4 * i;
      fillColumn(corner, view, { type: 'float32', offset, stride: FACET, little: true }, from, to);
      const values = fields[i % 3]!.values;
      const vertex = Math.floor(i / 3);
      for (let facet = from; facet < to; facet++) values[3 * facet + vertex] = corner[facet]!;
    }
    yield to / count;
  }
  return { fields, rows: 3 * count, triangles: soup(3 * count), notices: [] };
}

/** What stands on the seven lines of a facet; numbers follow where the grammar has them. */
const grammar = [
  { words: ['facet', 'normal'], numbers: 3 },
  { words: ['outer', 'loop'], numbers: 0 },
  { words: ['vertex'], numbers: 3 },
  { words: ['vertex'], numbers: 3 },
  { words: ['vertex'], numbers: 3 },
  { words: ['endloop'], numbers: 0 },
  { words: ['endfacet'], numbers: 0 },
] as const;

/** ASCII STL, one or several solids; strict, for a line that is lost moves every corner after it. */
export function* readAsciiStl(bytes: Uint8Array): Reading {
  const lines = linesOf(bytes);
  const columns = [createGrowable(), createGrowable(), createGrowable()];
  let at = -1;
  let facets = 0;
  const wordsHere = (): string[] => textOf(bytes, lines.start, lines.end).split(/\s+/);
  while (nextFilled(lines)) {
    const words = wordsHere();
    const fail = (expected: string): never => {
      throw new CloudError('grammar', { line: lines.line }, { expected, found: words.slice(0, 3).join(' ') });
    };
    const keyword = words[0]?.toLowerCase();
    if (at === -1) {
      if (keyword !== 'solid') return fail('solid');
      at = 0;
      continue;
    }
    if (at === 0 && keyword === 'endsolid') {
      at = -1;
      continue;
    }
    const rule = grammar[at]!;
    const numbers = words.slice(rule.words.length);
    const fits = rule.words.every((word, i) => words[i]?.toLowerCase() === word) && numbers.length === rule.numbers;
    if (!fits) return fail(rule.words.join(' '));
    numbers.forEach((text, i) => {
      const value = parseNumber(new TextEncoder().encode(text), 0, text.length);
      if (value === undefined) throw new CloudError('not-a-number', { line: lines.line }, { text: text.slice(0, 40) });
      if (rule.words[0] === 'vertex') columns[i]?.push(value);
    });
    at = (at + 1) % grammar.length;
    if (at === 0 && ++facets % SLICE === 0) yield lines.next / bytes.length;
  }
  if (at !== -1) throw new CloudError('cut-off', { line: lines.line }, { within: 'a solid' });
  const rows = 3 * facets;
  const fields = ['x', 'y', 'z'].map((name, i) => ({ name, type: 'float64' as const, values: columns[i]!.values() }));
  return { fields, rows, triangles: soup(rows), notices: [] };
}
