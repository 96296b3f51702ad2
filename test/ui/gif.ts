/* A GIF decoder of the tests' own, after the specification (CompuServe, 1990): what it needs of it. */

export interface GifFrame {
  /** Hundredths of a second. */
  readonly delay: number;
  readonly width: number;
  readonly height: number;
  /** 3 a pixel. */
  readonly rgb: readonly number[];
}

/** `loops`: how often it plays again, 0 for ever; null: once. */
export function readGif(bytes: Uint8Array) {
  let at = 0;
  const byte = () => {
    if (at >= bytes.length) throw new Error('the file ends too early');
    return bytes[at++]!;
  };
  const short = () => byte() + 256 * byte();
  const text = (length: number) => String.fromCharCode(...Array.from({ length }, byte));
  const table = (packed: number) => Array.from({ length: 3 * 2 ** ((packed & 7) + 1) }, byte);
  const blocks = () => {
    const out: number[] = [];
    for (let size = byte(); size > 0; size = byte()) for (let i = 0; i < size; i++) out.push(byte());
    return out;
  };
  if (text(6) !== 'GIF89a') throw new Error('not a GIF');
  const [width, height, packed] = [short(), short(), byte()];
  at += 2;
  const global = packed & 0x80 ? table(packed) : null;
  const frames: GifFrame[] = [];
  let loops: number | null = null;
  let delay = 0;
  for (let kind = byte(); kind !== 0x3b; kind = byte()) {
    if (kind === 0x21) {
      const label = byte();
      const data = blocks();
      if (label === 0xff && String.fromCharCode(...data.slice(0, 11)) === 'NETSCAPE2.0')
        loops = data[12]! + 256 * data[13]!;
      if (label === 0xf9) delay = data[1]! + 256 * data[2]!;
    } else if (kind === 0x2c) {
      at += 4;
      const size = { width: short(), height: short() };
      const own = byte();
      if (own & 0x40) throw new Error('interlaced');
      const palette = own & 0x80 ? table(own) : global;
      if (!palette) throw new Error('no palette');
      const smallest = byte();
      const indices = unpacked(blocks(), smallest);
      if (indices.length !== size.width * size.height) throw new Error(`${indices.length} pixels`);
      frames.push({ delay, ...size, rgb: indices.flatMap((i) => palette.slice(3 * i, 3 * i + 3)) });
    } else throw new Error(`a block of kind ${kind}`);
  }
  if (at !== bytes.length) throw new Error('more than one file');
  return { width, height, loops, frames };
}

/** Lempel, Ziv and Welch's codes of growing width, the least significant bits first. */
function unpacked(data: readonly number[], smallest: number): number[] {
  const [clear, end] = [2 ** smallest, 2 ** smallest + 1];
  let words: number[][] = [];
  let width = 0;
  const begin = () => {
    words = Array.from({ length: end + 1 }, (_, i) => (i < clear ? [i] : []));
    width = smallest + 1;
  };
  begin();
  const out: number[] = [];
  let last: number[] | null = null;
  let bit = 0;
  for (;;) {
    let code = 0;
    for (let i = 0; i < width; i++, bit++) code += ((data[bit >> 3]! >> (bit & 7)) & 1) << i;
    if (code === end) return out;
    if (bit > 8 * data.length) throw new Error('the codes have no end');
    if (code === clear) {
      begin();
      last = null;
      continue;
    }
    const word: number[] | undefined = words[code] ?? (last && code === words.length ? [...last, last[0]!] : undefined);
    if (!word) throw new Error(`code ${code} is not known yet`);
    out.push(...word);
    if (last && words.length < 4096) words.push([...last, word[0]!]);
    if (words.length === 2 ** width && width < 12) width++;
    last = word;
  }
}
