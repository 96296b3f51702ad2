import type { Rng } from '../../../src/math/rng.ts';

/** One mutated file and how it came about. */
export interface Mutated {
  readonly bytes: Uint8Array;
  readonly how: string;
}

const splice = (bytes: Uint8Array, at: number, wanted: number, inserted: Uint8Array): Uint8Array => {
  const removed = Math.min(wanted, bytes.length - at);
  const out = new Uint8Array(bytes.length - removed + inserted.length);
  out.set(bytes.subarray(0, at));
  out.set(inserted, at);
  out.set(bytes.subarray(at + removed), at + inserted.length);
  return out;
};

function flip(bytes: Uint8Array, rng: Rng): Uint8Array {
  const out = bytes.slice();
  for (let n = 1 + rng.integer(3); n > 0; n--) out[rng.integer(out.length)] = rng.integer(256);
  return out;
}

/** Another digit for a digit: the mildest damage, which no reader can see. Where no digit comes next (binary), the lowest bit. */
function digit(bytes: Uint8Array, rng: Rng): Uint8Array {
  const out = bytes.slice();
  const at = rng.integer(out.length);
  for (let i = at; i < Math.min(out.length, at + 20); i++) {
    if (out[i]! >= 48 && out[i]! <= 57) {
      out[i] = 48 + rng.integer(10);
      return out;
    }
  }
  out[at] = out[at]! ^ 1;
  return out;
}

const truncate = (bytes: Uint8Array, rng: Rng): Uint8Array => bytes.slice(0, rng.integer(bytes.length));

const remove = (bytes: Uint8Array, rng: Rng): Uint8Array =>
  splice(bytes, rng.integer(bytes.length), 1 + rng.integer(16), new Uint8Array(0));

function repeat(bytes: Uint8Array, rng: Rng): Uint8Array {
  const at = rng.integer(bytes.length);
  return splice(bytes, at, 0, bytes.slice(at, at + 1 + rng.integer(16)));
}

/** Swaps two lines, of the header as of the body; binary data has line ends too. */
function swapLines(bytes: Uint8Array, rng: Rng): Uint8Array {
  const starts = [0];
  bytes.forEach((byte, i) => {
    if (byte === 10 && i + 1 < bytes.length) starts.push(i + 1);
  });
  const pick = () => rng.integer(starts.length);
  const [i, j] = [pick(), pick()].sort((a, b) => a - b) as [number, number];
  const end = (k: number) => starts[k + 1] ?? bytes.length;
  if (i === j) return bytes.slice();
  const parts = [
    bytes.subarray(0, starts[i]),
    bytes.subarray(starts[j], end(j)),
    bytes.subarray(end(i), starts[j]),
    bytes.subarray(starts[i], end(i)),
    bytes.subarray(end(j)),
  ];
  return new Uint8Array(parts.flatMap((part) => Array.from(part)));
}

/** Changes a number among the first 600 bytes, where headers are: by one, to nothing, to a huge one. */
function headerNumber(bytes: Uint8Array, rng: Rng): Uint8Array {
  const head = Array.from(bytes.subarray(0, 600), (byte) => String.fromCharCode(byte)).join('');
  const numbers = [...head.matchAll(/(?<=\s)\d+(?=\s)/g)];
  if (numbers.length === 0) return flip(bytes, rng);
  const match = numbers[rng.integer(numbers.length)]!;
  const value = Number(match[0]);
  const choices = [value + 1, Math.max(0, value - 1), 0, value * 10, 1e12, 4294967295, 2 ** 31];
  const text = String(choices[rng.integer(choices.length)]);
  return splice(bytes, match.index, match[0].length, new TextEncoder().encode(text));
}

/** Weighted as files get damaged: mostly a few bytes. */
const ways = [
  flip,
  flip,
  flip,
  digit,
  digit,
  digit,
  digit,
  digit,
  truncate,
  remove,
  repeat,
  swapLines,
  headerNumber,
] as const;

export function mutate(bytes: Uint8Array, rng: Rng): Mutated {
  const way = ways[rng.integer(ways.length)]!;
  return { bytes: way(bytes, rng), how: way.name };
}
