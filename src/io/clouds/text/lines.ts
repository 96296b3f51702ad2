import { CloudError } from '../errors.ts';

/** Walks a text line by line without decoding it: \n, \r\n and \r end a line. */
export interface Lines {
  readonly bytes: Uint8Array;
  /** The current line without its end and without blanks around it: bytes start … end − 1. */
  start: number;
  end: number;
  /** 1-based. */
  line: number;
  /** Where the next line starts. */
  next: number;
}

const TAB = 9;
const BLANK = 32;

export const linesOf = (bytes: Uint8Array, from = 0, line = 0): Lines => ({
  bytes,
  start: from,
  end: from,
  line,
  next: from,
});

/** Steps to the next line, an empty one included; false at the end. A byte that no text has (NUL) is an error. */
export function nextLine(lines: Lines): boolean {
  const { bytes } = lines;
  const length = bytes.length;
  let at = lines.next;
  if (at >= length) return false;
  lines.line++;
  while (at < length && (bytes[at] === BLANK || bytes[at] === TAB)) at++;
  lines.start = at;
  for (; at < length; at++) {
    const byte = bytes[at];
    if (byte === 10 || byte === 13) break;
    if (byte === 0) throw new CloudError('binary', { byte: at });
  }
  let end = at;
  while (end > lines.start && (bytes[end - 1] === BLANK || bytes[end - 1] === TAB)) end--;
  lines.end = end;
  lines.next = at < length ? at + (bytes[at] === 13 && bytes[at + 1] === 10 ? 2 : 1) : length;
  return true;
}

/** Steps to the next line with something on it. */
export function nextFilled(lines: Lines): boolean {
  while (nextLine(lines)) if (lines.end > lines.start) return true;
  return false;
}
