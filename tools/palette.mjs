import { decode, encode } from 'fast-png';

/**
 * Opaque PNGs, as Chromium's screenshots are, made small by a palette.
 *
 * @typedef {{ width: number, height: number, colours: Int32Array }} Picture `colours`: 0xRRGGBB, row by row
 * @typedef {{ colour: number, count: number }} Shade
 */

const channels = /** @type {const} */ ([16, 8, 0]); // shifts of red, green, blue

/**
 * @param {Uint8Array} file 8 bits a channel, RGB or RGBA
 * @returns {Picture}
 */
export function readPng(file) {
  const { width, height, data, channels: size } = decode(file);
  const colours = new Int32Array(width * height);
  for (let i = 0; i < colours.length; i++) {
    const at = i * size;
    colours[i] = ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
  }
  return { width, height, colours };
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

/**
 * The same picture with a palette of at most 256 colours: a third of a screenshot's bytes, and exact where it has no more.
 * @param {Uint8Array} file
 */
export function withPalette(file) {
  const picture = readPng(file);
  const { width, height, colours } = picture;
  const { entries, indices } = paletteOf(picture);
  const data = Uint8Array.from(colours, (colour) => indices.get(colour) ?? 0);
  const palette = entries.map((entry) => channels.map((shift) => (entry >> shift) & 255));
  return encode({ width, height, data, channels: 1, palette }, { zlib: { level: 9 } });
}
