import { CloudError } from '../errors.ts';

const SLICE = 1 << 20;

/**
 * LibLZF's format (Lehmann): a control byte below 32 is followed by that many + 1 literal bytes; otherwise its upper three bits
 * are a length − 2 (7: one more byte adds to it) and its lower five with the next byte how far back the copy starts, − 1. The input
 * must end just where the output is full: that is all the format has for a checksum.
 * @param at what byte of the file the input starts at, for messages
 */
export function* decompressLzf(input: Uint8Array, size: number, at: number): Generator<number, Uint8Array, void> {
  const out = new Uint8Array(size);
  const damaged = (byte: number) => new CloudError('compressed', { byte: at + byte });
  let from = 0;
  let to = 0;
  let pause = SLICE;
  while (from < input.length) {
    if (to >= pause) {
      yield to / size;
      pause = to + SLICE;
    }
    const start = from;
    const control = input[from++]!;
    if (control < 32) {
      const length = control + 1;
      if (from + length > input.length || to + length > size) throw damaged(start);
      for (let i = 0; i < length; i++) out[to++] = input[from++]!;
      continue;
    }
    let length = (control >> 5) + 2;
    if (length === 9) {
      if (from >= input.length) throw damaged(start);
      length += input[from++]!;
    }
    if (from >= input.length) throw damaged(start);
    let source = to - ((control & 31) << 8) - input[from++]! - 1;
    if (source < 0 || to + length > size) throw damaged(start);
    for (let i = 0; i < length; i++) out[to++] = out[source++]!;
  }
  if (to !== size) throw damaged(from);
  return out;
}
