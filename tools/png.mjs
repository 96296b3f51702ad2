import { deflateSync, inflateSync } from 'node:zlib';

/**
 * PNG as Chromium's screenshots are (8 bits a channel, RGB or RGBA, opaque, not interlaced), made small by a palette:
 * PNG 1.2, https://www.w3.org/TR/png/.
 *
 * @typedef {{ width: number, height: number, colours: Int32Array }} Picture `colours`: 0xRRGGBB, row by row
 * @typedef {{ colour: number, count: number }} Shade
 */

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const channels = /** @type {const} */ ([16, 8, 0]); // shifts of red, green, blue

/**
 * @param {Buffer} file
 * @returns {Picture}
 */
export function readPng(file) {
  let [width, height, size] = [0, 0, 0];
  const parts = [];
  for (let at = signature.length; at < file.length;) {
    const length = file.readUInt32BE(at);
    const kind = file.toString('latin1', at + 4, at + 8);
    const body = file.subarray(at + 8, at + 8 + length);
    if (kind === 'IHDR') {
      [width, height] = [body.readUInt32BE(0), body.readUInt32BE(4)];
      size = body[9] === 2 ? 3 : body[9] === 6 ? 4 : 0;
      if (body[8] !== 8 || size === 0 || body[12] !== 0) throw new Error('a PNG of another kind');
    } else if (kind === 'IDAT') parts.push(body);
    at += 12 + length;
  }
  const packed = inflateSync(Buffer.concat(parts));
  const stride = width * size;
  const bytes = new Uint8Array(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (stride + 1)] ?? 0;
    for (let i = 0; i < stride; i++) {
      const at = y * stride + i;
      const left = i >= size ? (bytes[at - size] ?? 0) : 0;
      const up = y > 0 ? (bytes[at - stride] ?? 0) : 0;
      const corner = i >= size && y > 0 ? (bytes[at - stride - size] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      bytes[at] = (packed[at + y + 1] ?? 0) + guess;
    }
  }
  const colours = new Int32Array(width * height);
  for (let i = 0; i < colours.length; i++) {
    const at = i * size;
    colours[i] = ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
  }
  return { width, height, colours };
}

/** @type {(left: number, up: number, corner: number) => number} */
function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/**
 * Where a channel of these shades is cut best: `gain` is by how much the sum of squared deviations falls, 0 for a single
 * value (Otsu 1979, doi:10.1109/TSMC.1979.4310076).
 * @type {(shades: readonly Shade[], shift: number) => { shift: number, mean: number, last: number, gain: number }}
 */
function cutOf(shades, shift) {
  const counts = new Float64Array(256);
  for (const { colour, count } of shades) {
    const value = (colour >> shift) & 255;
    counts[value] = (counts[value] ?? 0) + count;
  }
  const total = counts.reduce((sum, count) => sum + count, 0);
  const mean = counts.reduce((sum, count, value) => sum + count * value, 0) / total;
  let [last, gain, below, sum] = [0, 0, 0, 0];
  for (const [value, count] of counts.entries()) {
    below += count;
    sum += count * value;
    const above = total - below;
    if (below === 0 || above === 0) continue;
    const between = (sum - below * mean) ** 2 * (1 / below + 1 / above);
    if (between > gain) [last, gain] = [value, between];
  }
  return { shift, mean, last, gain };
}

/** @param {readonly Shade[]} shades */
function boxOf(shades) {
  const cuts = channels.map((shift) => cutOf(shades, shift));
  return {
    shades,
    cut: cuts.reduce((a, b) => (b.gain > a.gain ? b : a)),
    mean: cuts.reduce((colour, { shift, mean }) => colour | (Math.round(mean) << shift), 0),
  };
}

/**
 * At most `size` colours for a picture: the box that gains most by it is cut in two until there are enough.
 * @param {Picture} picture
 * @param {number} size
 */
export function paletteOf({ colours }, size = 256) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const boxes = [boxOf([...counts].map(([colour, count]) => ({ colour, count })))];
  while (boxes.length < size) {
    const box = boxes.reduce((a, b) => (b.cut.gain > a.cut.gain ? b : a));
    if (box.cut.gain === 0) break; // every box is one colour
    const { shift, last } = box.cut;
    const isLow = (/** @type {Shade} */ { colour }) => ((colour >> shift) & 255) <= last;
    const low = box.shades.filter(isLow);
    const high = box.shades.filter((shade) => !isLow(shade));
    boxes.splice(boxes.indexOf(box), 1, boxOf(low), boxOf(high));
  }
  const entries = boxes.map(({ mean }) => mean);
  /** @type {Map<number, number>} */
  const indices = new Map();
  boxes.forEach(({ shades }, index) => {
    for (const { colour } of shades) indices.set(colour, index);
  });
  return { entries, indices };
}

/** @type {(kind: string, body: Buffer) => Buffer} */
function chunk(kind, body) {
  const named = Buffer.concat([Buffer.from(kind, 'latin1'), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)]);
}

/** @param {Buffer} bytes */
function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/**
 * The same picture with a palette of at most 256 colours: a third of a screenshot's bytes, and exact where it has no more.
 * @param {Buffer} file
 */
export function withPalette(file) {
  const picture = readPng(file);
  const { width, height, colours } = picture;
  const { entries, indices } = paletteOf(picture);
  const rows = Buffer.alloc((width + 1) * height); // filter 0 before each row: indices have no neighbourhood
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indices.get(colours[y * width + x] ?? 0) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8); // 8 bits, palette
  const palette = Buffer.from(entries.flatMap((entry) => channels.map((shift) => (entry >> shift) & 255)));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
