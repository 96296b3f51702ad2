import type { Ink } from './centre.ts';

/** What a pen drew without being lifted: flat x, y in whole steps of the pad, from its top left. */
export type Stroke = readonly number[];
export type Strokes = readonly Stroke[];

/** The steps of a pad's side: two letters of a link. */
export const PAD = 36 ** 2 - 1;
/** Points of a drawing at most: a link holds them all. */
export const MOST_POINTS = 400;
/** Steps between two points of a stroke at least. */
const APART = 26;
/** Half of the pen's width, of the pad's side. */
export const PEN = 0.032;

const PATTERN = /^(?:[0-9a-z]{4})+$/;
const pairs = ({ length }: Stroke): number => length / 2;
export const pointsOf = (strokes: Strokes): number => strokes.reduce((sum, stroke) => sum + pairs(stroke), 0);

const onPad = (share: number): number => Math.round(Math.min(Math.max(share, 0), 1) * PAD);

/**
 * The drawing with the newest stroke drawn on to a place (shares of the pad's side from its top left); `begins`: a new stroke begins there. The same drawing where the pen has hardly
 * moved, or where there is no room for more.
 */
export function drawnTo(strokes: Strokes, x: number, y: number, begins: boolean): Strokes {
  if (pointsOf(strokes) >= MOST_POINTS) return strokes;
  const [px, py] = [onPad(x), onPad(y)];
  const newest = strokes.at(-1);
  if (begins || !newest) return [...strokes, [px, py]];
  if (Math.hypot(px - newest.at(-2)!, py - newest.at(-1)!) < APART) return strokes;
  return [...strokes.slice(0, -1), [...newest, px, py]];
}

const letters = (value: number): string => value.toString(36).padStart(2, '0');

/** Four letters a point, strokes apart by a dash. */
export const writeStrokes = (strokes: Strokes): string =>
  strokes.map((stroke) => stroke.map(letters).join('')).join('-');

export function readStrokes(text: string): Strokes | undefined {
  const parts = text.split('-');
  if (!parts.every((part) => PATTERN.test(part))) return undefined;
  const strokes = parts.map((part) =>
    Array.from({ length: part.length / 2 }, (_, i) => Number.parseInt(part.slice(2 * i, 2 * i + 2), 36)),
  );
  return pointsOf(strokes) <= MOST_POINTS ? strokes : undefined;
}

/** A drawing as pixels of a square picture: round pen, anti-aliased; ink 0 … 1. */
export function inkOfStrokes(strokes: Strokes, side = 112): Ink {
  const values = new Float64Array(side * side);
  const at = (step: number) => (step / PAD) * (side - 1);
  for (const stroke of strokes) {
    for (let i = 0; i < pairs(stroke); i++) {
      const [from, to] = [Math.max(i - 1, 0), i];
      const ends = [stroke[2 * from]!, stroke[2 * from + 1]!, stroke[2 * to]!, stroke[2 * to + 1]!].map(at);
      draw(values, side, ends as [number, number, number, number], PEN * side);
    }
  }
  return { values, width: side, height: side };
}

/** A line with round ends; of what is drawn twice the darker. */
function draw(
  values: Float64Array,
  side: number,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  radius: number,
): void {
  const within = (value: number) => Math.min(side - 1, Math.max(0, Math.round(value)));
  const reach = radius + 1;
  const [dx, dy] = [x1 - x0, y1 - y0];
  const lengthSq = dx * dx + dy * dy;
  for (let y = within(Math.min(y0, y1) - reach); y <= within(Math.max(y0, y1) + reach); y++) {
    for (let x = within(Math.min(x0, x1) - reach); x <= within(Math.max(x0, x1) + reach); x++) {
      const along = lengthSq > 0 ? Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / lengthSq)) : 0;
      const distance = Math.hypot(x - x0 - along * dx, y - y0 - along * dy);
      const own = y * side + x;
      values[own] = Math.max(values[own]!, Math.min(1, Math.max(0, radius + 0.5 - distance)));
    }
  }
}
